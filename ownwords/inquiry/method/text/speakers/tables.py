"""Transcripts that are tables: a column of speakers, often one of times, and one of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from ownwords.inquiry.method.text.clock import milliseconds
from ownwords.inquiry.method.text.layout import Row
from ownwords.inquiry.method.text.speakers.words import is_label
from ownwords.inquiry.method.text.starts import Start

#: Headings of a column of speakers, in small letters.
HEADINGS = frozenset(("speaker", "speakers", "name", "who", "participant", "person", "voice"))
#: So many of the cells that are not empty must look like labels.
MOSTLY = 0.8


def table_starts(text: str, rows: Sequence[Row]) -> list[Start]:
    """Return a start for each row of each table with a column of speakers; a row without one goes on with the last."""
    found: list[Start] = []
    for _, group in groupby(rows, key=lambda row: row.table):
        found += _starts(text, list(group))
    return found


def _starts(text: str, rows: list[Row]) -> list[Start]:
    cells = [[text[start:end].strip() for start, end in row.cells] for row in rows]
    headed = any(cell.casefold() in HEADINGS for cell in cells[0])
    body = cells[headed:]
    width = min((len(row) for row in body), default=0)
    who = next((column for column in range(width) if _labels(row[column] for row in body)), None)
    if who is None or width < 2:
        return []
    words = max(
        (column for column in range(width) if column != who), key=lambda column: _letters(body, column)
    )
    if not _letters(body, words):
        return []
    return [
        Start(row.start, row.cells[words][0], _label(row_cells[who]), _time(row_cells))
        for row, row_cells in zip(rows[headed:], body, strict=True)
        if row_cells[who]
    ]


def _label(cell: str) -> str:
    return " ".join(cell.split()).rstrip(":： ")


def _labels(cells: Iterable[str]) -> bool:
    full = [cell for cell in cells if cell]
    return bool(full) and sum(is_label(_label(cell)) for cell in full) >= MOSTLY * len(full)


def _letters(rows: Sequence[Sequence[str]], column: int) -> int:
    return sum(char.isalpha() for row in rows for char in row[column])


def _time(cells: Sequence[str]) -> int | None:
    """Return the time of the first cell that is short enough to be nothing else."""
    return next(
        (milliseconds(cell) for cell in cells if len(cell) <= 16 and milliseconds(cell) is not None), None
    )
