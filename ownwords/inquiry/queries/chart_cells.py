"""The cells of a chart: what was written, how many passages each holds now, and whether it is older than they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models.functions import Coalesce

from ownwords.inquiry.method.charting.staleness import Why
from ownwords.inquiry.models import Chart
from ownwords.inquiry.queries.chart_frame import Case, Column
from ownwords.inquiry.queries.chart_sight import Charting

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
COLUMNS = ("code_id", "summary", "nothing_found", "rests_on", "seen", "charted_at")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``summary`` "" and not ``nothing_found``: nobody has charted it yet."""

    passages: int = 0
    summary: str = ""
    nothing_found: bool = False
    rests_on: Sequence[UUID] = ()
    charted_at: datetime | None = None
    stale: frozenset[Why] = field(default_factory=frozenset)

    @property
    def charted(self) -> bool:
        """Whether anybody has charted it."""
        return self.charted_at is not None


EMPTY = Cell()
Cells = Mapping[tuple[UUID, UUID], Cell]
"""(code, case) -> cell; what is not there is not charted and holds no passage."""


def cells_of(charting: Charting, chart: Chart, columns: Sequence[Column], cases: Sequence[Case]) -> Cells:
    """Return the cells of these columns and cases (four queries, however many there are)."""
    import numpy as np

    from ownwords.inquiry.method.charting.whole import Passages, Rests, Summaries, whole
    from ownwords.inquiry.queries import packed
    from ownwords.inquiry.queries.chart_arrays import in_cells

    if not columns or not cases:
        return {}
    keys = [(column.code_id, case.id) for column in columns for case in cases]
    place = {key: number for number, key in enumerate(keys)}
    rows = [row for row in _written(charting, chart) if row[:2] in place]
    held = in_cells(charting.analysed, chart.rows, columns, cases)
    rests = [(at, one) for at, row in enumerate(rows) for one in row[4]]
    known = {one: at for at, one in enumerate(dict.fromkeys(one for _at, one in rests))}
    # Only passages that something rests on are told from each other; all others share one number.
    number = packed.numbered(held.ids, tuple(known))
    number[number < 0] = len(known)
    passages = Passages(held.passages.cell, number[held.passages.passage], held.passages.at)
    found = whole(
        len(keys),
        passages,
        Summaries(
            np.array([place[row[:2]] for row in rows], np.int64),
            np.array([_micros(row[6]) for row in rows], np.int64),
            np.array([row[5] for row in rows], np.int64),
        ),
        Rests(
            np.array([at for at, _one in rests], np.int64),
            np.array([known[one] for _at, one in rests], np.int64),
        ),
    )
    return _cells(keys, rows, found)


def _written(charting: Charting, chart: Chart) -> list[tuple[Any, ...]]:
    """Return (code, case, summary, nothing found, rests on, seen, charted at) of each summary."""
    case = Coalesce("participant_id", "source_id")
    code, *rest = COLUMNS
    rows = charting.cells.filter(chart_id=chart.id).order_by("id").annotate(case=case)
    return list(rows.values_list(code, "case", *rest))


def _micros(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def _cells(keys: list[tuple[UUID, UUID]], rows: list[tuple[Any, ...]], found: Any) -> Cells:
    number = found.number.tolist()
    stale = {why: flags.tolist() for why, flags in found.stale.items()}
    cells = {key: Cell(count) for key, count in zip(keys, number, strict=True) if count}
    for at, (code, case, summary, nothing, rests_on, _seen, charted_at) in enumerate(rows):
        why = frozenset(one for one, flags in stale.items() if flags[at])
        count = cells.get((code, case), EMPTY).passages
        cells[code, case] = Cell(count, summary, nothing, rests_on, charted_at, why)
    return cells
