"""A chart as its pages show it: cells with their addresses, and how far charting has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.models import Chart, Rows
from ownwords.inquiry.presenters import chart_words as words
from ownwords.inquiry.queries.chart_cells import EMPTY, Cells
from ownwords.inquiry.queries.chart_frame import Case, Column


@dataclass(frozen=True, slots=True)
class CellShown:
    """A cell: where it leads, what it says, of which kind it is, its passages, and whether it is older than they."""

    href: str
    said: str
    kind: str
    passages: int
    stale: bool


@dataclass(frozen=True, slots=True)
class LineShown:
    """A case with its cells in the order of the columns."""

    case: Case
    href: str
    cells: Sequence[CellShown]


class Shows:
    """Turns cells of one chart into what a page shows."""

    def __init__(self, chart: Chart, cells: Cells) -> None:
        self.root = reverse("inquiry:chart", args=[chart.study_id, chart.id])
        self.place = place_word(chart)
        self.cells = cells

    def cell(self, column: Column, case: Case, *, short: bool = False) -> CellShown:
        """Return one cell."""
        cell = self.cells.get((column.code_id, case.id), EMPTY)
        href = f"{self.root}columns/{column.id}/{self.place}/{case.id}/"
        return CellShown(
            href, words.said(cell, short=short), words.kind(cell), cell.passages, bool(cell.stale)
        )

    def line(self, case: Case, columns: Sequence[Column]) -> LineShown:
        """Return one row."""
        shown = [self.cell(column, case, short=True) for column in columns]
        return LineShown(case, f"{self.root}{self.place}/{case.id}/", shown)


def place_word(chart: Chart) -> str:
    """Return what addresses call the rows of a chart."""
    return "people" if chart.rows == Rows.PARTICIPANTS else "texts"


def so_far(cells: Cells, columns: int, cases: int) -> list[str]:
    """Return how far charting has come, in sentences."""
    return list(_so_far(cells, columns * cases))


def _so_far(cells: Cells, every: int) -> Iterator[str]:
    charted = [one for one in cells.values() if one.charted]
    yield _("%(some)s of %(all)s cells are charted.") % {"some": len(charted), "all": every}
    stale = sum(bool(one.stale) for one in charted)
    if stale:
        yield ngettext(
            "%(num)s is older than its passages.", "%(num)s are older than their passages.", stale
        ) % {"num": stale}
