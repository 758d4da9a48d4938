"""Participants with what describes them, one with all that is known by the pseudonym, and where they speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Attribute, AttributeValue, Participant, Source
from ownwords.people.access import NotFound

PAGE = 100
Values = dict[UUID, dict[UUID, str]]


def attributes_of(opened: OpenedStudy) -> list[Attribute]:
    """Return the attributes of the study, in order."""
    return list(Attribute.objects.filter(study_id=opened.study.id).order_by("position", "id"))


def open_attribute(opened: OpenedStudy, attribute_id: UUID) -> Attribute:
    """Return one attribute. Raises NotFound."""
    attribute = Attribute.objects.filter(study_id=opened.study.id, pk=attribute_id).first()
    if attribute is None:
        raise NotFound
    return attribute


def people_of(opened: OpenedStudy) -> QuerySet[Participant]:
    """Return the participants of the study, also who withdrew."""
    return Participant.objects.filter(study_id=opened.study.id).select_related("sampling_group")


def people_after(opened: OpenedStudy, after: UUID | None) -> tuple[list[Participant], UUID | None]:
    """Return up to a hundred participants in the order in which they came, and after which one the next page begins."""
    found = people_of(opened).order_by("id")
    rows = list((found.filter(id__gt=after) if after else found)[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].id if len(rows) > PAGE else None


def open_participant(opened: OpenedStudy, participant_id: UUID) -> Participant:
    """Return one participant. Raises NotFound."""
    participant = people_of(opened).filter(pk=participant_id).first()
    if participant is None:
        raise NotFound
    return participant


def values_of(opened: OpenedStudy, participant_ids: Iterable[UUID] | None = None) -> Values:
    """Return what each participant is described by: participant -> attribute -> value (one query)."""
    rows = AttributeValue.objects.filter(study_id=opened.study.id, participant_id__isnull=False)
    if participant_ids is not None:
        rows = rows.filter(participant_id__in=list(participant_ids))
    found: Values = defaultdict(dict)
    for who, attribute, value in rows.values_list("participant_id", "attribute_id", "value"):
        found[who][attribute] = value
    return found


def written_so_far(opened: OpenedStudy, few: int = 8) -> dict[UUID, list[str]]:
    """Return values in words that were written so far, by attribute, so that one thing gets one word (one query)."""
    rows = AttributeValue.objects.filter(
        study_id=opened.study.id, attribute__kind="words", participant_id__isnull=False
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for attribute, value in rows.order_by("value").values_list("attribute_id", "value").distinct():
        if len(found[attribute]) < few:
            found[attribute].append(value)
    return found


def pseudonyms_of(opened: OpenedStudy) -> list[str]:
    """Return every pseudonym of the study, also of those who withdrew: none is given twice."""
    return list(Participant.objects.filter(study_id=opened.study.id).values_list("pseudonym", flat=True))


def speaks_in(opened: OpenedStudy, participant_id: UUID) -> list[Source]:
    """Return the texts in view in which a participant speaks, in the order of the study."""
    texts = Source.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    here = texts.filter(speakers__participant_id=participant_id).distinct()
    return list(here.order_by("position", "id"))


def values_under(attribute: Attribute) -> int:
    """Return how many values stand under an attribute (one query)."""
    return AttributeValue.objects.filter(attribute=attribute).count()
