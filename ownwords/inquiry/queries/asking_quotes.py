"""Quotations that illustrate a finding when it is put to people: only of those who agreed to being quoted.

A quotation stands under a pseudonym and nothing else, so that nobody is described by it. A passage is left out where
anybody speaks in it who is not known as a participant, did not agree, or has withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import CheckingFinding, Participant, Stands, ThemeExtract, Turn
from ownwords.inquiry.queries.consents import may_quote
from ownwords.inquiry.queries.passages import Quotation, quotations_of
from ownwords.inquiry.queries.sight import visible_codings


@dataclass(frozen=True, slots=True)
class Offered:
    """A passage that may illustrate a finding, and whether it speaks against a theme of it."""

    quotation: Quotation
    against: bool


def quotes_to_choose(opened: OpenedStudy, put: CheckingFinding) -> list[Offered]:
    """Return the extracts of the finding's themes that may be quoted (five queries, however many)."""
    rows = ThemeExtract.objects.filter(
        study_id=opened.study.id, theme__findings__finding_id=put.finding_id, theme__removed_at__isnull=True
    )
    stands = dict(rows.order_by("theme__position", "position", "id").values_list("coding_id", "stands"))
    found = quotations_of(opened, quotable(opened, stands))
    return [Offered(found[one], stands[one] == Stands.AGAINST) for one in stands if one in found]


def quotes_put(opened: OpenedStudy, quotes: Iterable[UUID]) -> list[Quotation]:
    """Return the chosen quotations that may still be shown today, in the order in which they were chosen."""
    wanted = list(quotes)
    found = quotations_of(opened, quotable(opened, wanted)) if wanted else {}
    return [found[one] for one in wanted if one in found]


def quotable(opened: OpenedStudy, coding_ids: Iterable[UUID]) -> set[UUID]:
    """Return those of these passages in which only participants speak who agreed to being quoted (three queries)."""
    ids = list(coding_ids)
    if not ids:
        return set()
    there = Participant.objects.filter(study_id=opened.study.id, withdrew_on__isnull=True)
    agreed = may_quote(opened, there.values_list("id", flat=True))
    spoken = Turn.objects.filter(
        source_id=OuterRef("source_id"), start__lt=OuterRef("end"), end__gt=OuterRef("start")
    )
    theirs = spoken.filter(speaker__participant_id__in=agreed)
    unknown = Q(speaker__isnull=True) | Q(speaker__participant__isnull=True)
    others = spoken.filter(unknown | ~Q(speaker__participant_id__in=agreed)).exclude(start=F("end"))
    rows = visible_codings(opened).filter(Exists(theirs), ~Exists(others), pk__in=ids)
    return set(rows.values_list("id", flat=True))
