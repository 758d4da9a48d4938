"""What may stand beside the words of a participant so that nobody is singled out by it."""

from __future__ import annotations

from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.alike import shown_beside
from ownwords.inquiry.models import Participant
from ownwords.inquiry.queries.participants import attributes_of, values_of


def beside_quotations(opened: OpenedStudy) -> dict[UUID, list[tuple[str, str]]]:
    """Return (attribute, value) that may stand beside the pseudonym of each participant, in order (three queries).

    At least `study.fewest_alike` of those who take part show the same. Who withdrew counts for nobody, and is left out.
    """
    attributes = attributes_of(opened)
    values = values_of(opened)
    there = Participant.objects.filter(study_id=opened.study.id, withdrew_on__isnull=True).order_by("id")
    people = {who: values.get(who, {}) for who in there.values_list("id", flat=True)}
    shown = shown_beside(people, [one.id for one in attributes], opened.study.fewest_alike)
    names = {one.id: one.name for one in attributes}
    return {who: [(names[one], value) for one, value in row.items()] for who, row in shown.items()}
