"""The passages chosen for and against themes, as a finding shows them; those taken back are told, never dropped."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, F

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import SourceText, Stands, ThemeExtract
from ownwords.inquiry.queries.passages import Quotation, quotations_of
from ownwords.inquiry.queries.theme_extracts import extracts_seen

#: Of one theme, for and against each; its own page shows them all.
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """A passage chosen for a theme, and on which page it begins where its text has pages.

    ``quotation`` None: taken back, or out of view (``gone`` tells which).
    """

    extract: ThemeExtract
    quotation: Quotation | None
    page: int | None = None

    @property
    def gone(self) -> bool:
        """Whether the words were withdrawn, struck out or corrected away."""
        return bool(self.extract.coding.start == self.extract.coding.end)


@dataclass(slots=True)
class Extracts:
    """What was chosen for one theme: shown for and against, how many more there are, how many were taken back."""

    speaks_for: list[Chosen] = field(default_factory=list)
    against: list[Chosen] = field(default_factory=list)
    more: int = 0
    gone: int = 0


def extracts_of(opened: OpenedStudy, themes: Collection[UUID]) -> dict[UUID, Extracts]:
    """Return what was chosen for each theme, with the words of what is shown (four queries)."""
    found = {one: Extracts() for one in themes}
    rows = extracts_seen(opened).filter(theme_id__in=themes).select_related("coding")
    shown = list(_first(rows.order_by("position", "id"), found))
    words = quotations_of(opened, [one.coding_id for one in shown]) if shown else {}
    pages = _pages(shown) if shown else {}
    for one in shown:
        side = found[one.theme_id].speaks_for if one.stands == Stands.FOR else found[one.theme_id].against
        page = bisect_right(pages.get(one.coding.source_id, ()), one.coding.start) or None
        side.append(Chosen(one, words.get(one.coding_id), page))
    return found


def _pages(shown: list[ThemeExtract]) -> dict[UUID, list[int]]:
    texts = SourceText.objects.filter(
        source_id__in={one.coding.source_id for one in shown}, number=F("source__text_version")
    )
    return dict(texts.values_list("source_id", "pages"))


def _first(rows: Iterable[ThemeExtract], found: dict[UUID, Extracts]) -> Iterable[ThemeExtract]:
    shown: dict[tuple[UUID, str], int] = {}
    for one in rows:
        of = found[one.theme_id]
        of.gone += one.coding.start == one.coding.end
        side = (one.theme_id, one.stands)
        if shown.get(side, 0) < MOST_SHOWN:
            shown[side] = shown.get(side, 0) + 1
            yield one
        else:
            of.more += 1


def gone_from(opened: OpenedStudy, themes: Collection[UUID]) -> dict[UUID, int]:
    """Return how many passages chosen for each theme were taken back, of those that the viewer sees (one query)."""
    rows = extracts_seen(opened).filter(theme_id__in=themes, coding__start=F("coding__end"))
    gone = rows.order_by()
    return dict(gone.values("theme_id").annotate(n=Count("id")).values_list("theme_id", "n"))
