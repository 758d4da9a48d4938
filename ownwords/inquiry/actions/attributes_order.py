"""The order of attributes, and taking one away with all its values. What was taken away does not come back."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import locked, touch
from ownwords.inquiry.actions.order import one_place_on
from ownwords.inquiry.models import Attribute, AttributeValue, Study
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb


@transaction.atomic
def move_attribute(*, opened: OpenedStudy, attribute_id: UUID, version: int, up: bool) -> Attribute:
    """Move an attribute one place up or down; at an end it stays. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    Study.objects.select_for_update().get(pk=opened.study.id)
    attribute = locked(opened, Attribute.objects.all(), attribute_id, version)
    here = Attribute.objects.filter(study_id=opened.study.id).select_for_update()
    rows = one_place_on(here.order_by("position", "id"), attribute.id, up=up)
    if rows is None:
        return attribute
    for place, row in enumerate(rows):
        if row.position != place:
            row.position = place
            touch(row, opened.me)
            row.save()
    _note(opened, {"order": ""}, {"order": ", ".join(one.name for one in rows)})
    return attribute


@transaction.atomic
def remove_attribute(*, opened: OpenedStudy, attribute_id: UUID, version: int) -> int:
    """Take an attribute away with its values; return how many values went. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    attribute = locked(opened, Attribute.objects.all(), attribute_id, version)
    before = {"name": attribute.name, "kind": attribute.kind}
    values, _by_model = AttributeValue.objects.filter(attribute=attribute).delete()
    attribute.delete()
    _note(opened, before, {"name": "", "kind": ""})
    return int(values)


def _note(opened: OpenedStudy, before: dict[str, str], after: dict[str, str]) -> None:
    thing = Ref("study", opened.study.id)
    note_act(verb=Verb.STUDY_ATTRIBUTE_KEPT, **opened.signature, thing=thing, before=before, after=after)
