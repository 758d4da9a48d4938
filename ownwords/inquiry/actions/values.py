"""What participants are described by: their values, all those of one form in one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.doing import Doing
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.method.attribute_values import MOST, NotOfKind, as_kept
from ownwords.inquiry.models import Attribute, AttributeValue, Participant
from ownwords.people.refusals import Refused


def field_of(attribute_id: UUID) -> str:
    """Return the name of an attribute's field in a form, and in a refusal."""
    return f"value_{attribute_id}"


def set_values(*, opened: OpenedStudy, participant: Participant, values: Mapping[UUID, str]) -> bool:
    """Keep values of a participant; "" takes one away. Return whether anything is different (two queries to read).

    Raises:
        NotFound, Refused: field -> what does not fit. An attribute of another study is left out.
    """
    attributes = Attribute.objects.filter(study_id=opened.study.id, pk__in=list(values))
    kept = checked(attributes, values)
    there = AttributeValue.objects.filter(participant=participant, attribute_id__in=list(kept))
    rows = {row.attribute_id: row for row in there.select_for_update()}
    doing = Doing(opened, "participant_described", participant.pseudonym)
    for attribute_id, value in kept.items():
        row = rows.get(attribute_id)
        if row is None and value:
            doing.make(
                AttributeValue(
                    study=opened.study, attribute_id=attribute_id, participant=participant, value=value,
                    changed_by_id=opened.me,
                )
            )  # fmt: skip
        elif row is not None and not value:
            doing.take_away(row)
        elif row is not None:
            before = state_of(row)
            row.value, row.changed_at, row.changed_by_id = value, timezone.now(), opened.me
            doing.change(row, before)
    return doing.keep() is not None


def checked(attributes: Iterable[Attribute], values: Mapping[UUID, str]) -> dict[UUID, str]:
    """Return values as they are kept, by attribute. Raises Refused with every value that does not fit."""
    kept: dict[UUID, str] = {}
    wrong: dict[str, str] = {}
    for attribute in attributes:
        try:
            kept[attribute.id] = as_kept(attribute.kind, values[attribute.id])
        except NotOfKind as no:
            wrong[field_of(attribute.id)] = why_not(no)
    if wrong:
        raise Refused(wrong)
    return kept


def why_not(no: NotOfKind) -> str:
    """Return what is said of a value that does not fit."""
    return {
        "number": _("Give a number in figures, such as 7 or 2.5, or leave it empty."),
        "day": _("Give a day, or leave it empty."),
        "yes_no": _("Choose yes or no, or leave it open."),
        "long": _("The most that fits is %(most)s characters.") % {"most": MOST},
    }[no.kind]
