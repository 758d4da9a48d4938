"""Passages as a table (CSV), a piece at a time: the first before any passage is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ownwords.inquiry.method.passage_files.rows import COLUMNS, Row
from ownwords.people.method.tables import in_pieces


def as_csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield UTF-8 with a byte order mark; a cell that a spreadsheet would run is made harmless."""
    return in_pieces(COLUMNS, (row.cells() for row in rows))
