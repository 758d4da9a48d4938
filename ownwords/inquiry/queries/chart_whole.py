"""A whole chart with its references, for files and for the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.method.charting.rows import Reference
from ownwords.inquiry.models import Chart
from ownwords.inquiry.queries.chart_cells import EMPTY, Cell, Cells, cells_of
from ownwords.inquiry.queries.chart_frame import Case, Column, cases_of, columns_of
from ownwords.inquiry.queries.chart_references import references
from ownwords.inquiry.queries.chart_sight import Charting


@dataclass(frozen=True, slots=True)
class WholeChart:
    """Columns, cases, the cells, and what they rest on by coding; numbers run row after row."""

    chart: Chart
    columns: Sequence[Column]
    cases: Sequence[Case]
    cells: Cells
    references: Mapping[UUID, Reference]

    def at(self, column: Column, case: Case) -> Cell:
        """Return one cell."""
        return self.cells.get((column.code_id, case.id), EMPTY)

    def of(self, cell: Cell) -> list[Reference]:
        """Return what a cell rests on; what is there no more, or is hidden, is left out."""
        return [self.references[one] for one in cell.rests_on if one in self.references]


def whole_chart(charting: Charting, chart: Chart) -> WholeChart:
    """Return a chart from end to end."""
    columns, cases = columns_of(charting.study, chart), cases_of(charting.study, chart)
    cells = cells_of(charting, chart, columns, cases)
    in_order = [cells.get((column.code_id, case.id), EMPTY) for case in cases for column in columns]
    wanted = [one for cell in in_order for one in cell.rests_on]
    return WholeChart(chart, columns, cases, cells, references(charting, wanted))
