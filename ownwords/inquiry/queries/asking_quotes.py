"""Quotations that illustrate a finding when it is put to people: only of those who agreed to being quoted.

A quotation stands under a pseudonym and nothing else, so that nobody is described by it. What may be quoted is what may
be quoted in a report; of that, the words of participants are shown, and not those of the team or of documents.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import CheckingFinding, Stands, ThemeExtract
from ownwords.inquiry.queries.report_people import people_of_report
from ownwords.inquiry.queries.report_quotations import quoted, speaking


@dataclass(frozen=True, slots=True)
class Illustration:
    """A passage that illustrates a finding: what participants say in it, each piece with a pseudonym."""

    coding_id: UUID
    pieces: tuple[tuple[str, str], ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """A passage that may illustrate a finding, and whether it speaks against a theme of it."""

    shown: Illustration
    against: bool


def quotes_to_choose(opened: OpenedStudy, put: CheckingFinding) -> list[Offered]:
    """Return the extracts of the finding's themes that may be quoted (nine queries, however many)."""
    rows = ThemeExtract.objects.filter(
        study_id=opened.study.id, theme__findings__finding_id=put.finding_id, theme__removed_at__isnull=True
    )
    stands = dict(rows.order_by("theme__position", "position", "id").values_list("coding_id", "stands"))
    found = _illustrations(opened, stands)
    return [Offered(found[one], stands[one] == Stands.AGAINST) for one in stands if one in found]


def quotes_put(opened: OpenedStudy, quotes: Collection[UUID]) -> list[Illustration]:
    """Return the chosen quotations that may still be shown today, in the order in which they were chosen."""
    found = _illustrations(opened, quotes)
    return [found[one] for one in quotes if one in found]


def _illustrations(opened: OpenedStudy, ids: Collection[UUID]) -> dict[UUID, Illustration]:
    if not ids:
        return {}
    made = quoted(opened, people_of_report(opened), speaking(opened, ids), ids)
    pieces = {
        one.coding_id: tuple((said.who.pseudonym, said.words) for said in one.pieces if said.who is not None)
        for one in made.values()
    }
    return {one: Illustration(one, said, made[one].cut) for one, said in pieces.items() if said}
