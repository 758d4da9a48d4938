"""Participants as a report names them: by pseudonym and a number that stays, and who of them may be quoted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Participant
from ownwords.inquiry.queries.consents import quoting
from ownwords.inquiry.queries.describing import beside_quotations


@dataclass(frozen=True, slots=True)
class Person:
    """A participant. ``number``: their place in the order in which they came, which nobody's leaving changes.

    ``quoting``: whether they may be quoted, None where they were not asked. ``beside``: what may stand beside their
    words without singling them out.
    """

    id: UUID
    number: int
    pseudonym: str
    withdrew_on: date | None
    quoting: bool | None
    beside: tuple[tuple[str, str], ...]


def people_of_report(opened: OpenedStudy) -> dict[UUID, Person]:
    """Return the participants, also who withdrew, in the order in which they came (five queries)."""
    rows = Participant.objects.filter(study_id=opened.study.id).order_by("id")
    said, beside = quoting(opened.study), beside_quotations(opened)
    return {
        who: Person(who, number, pseudonym, left, said.get(who), tuple(beside.get(who, ())))
        for number, (who, pseudonym, left) in enumerate(rows.values_list("id", "pseudonym", "withdrew_on"), 1)
    }


def taking_part(people: dict[UUID, Person]) -> list[Person]:
    """Return those who have not withdrawn."""
    return [one for one in people.values() if one.withdrew_on is None]
