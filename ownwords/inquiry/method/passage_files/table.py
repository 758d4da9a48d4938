"""Passages as a table (CSV), a piece at a time: the first before any passage is asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from ownwords.connections.method.exchange.tables import guarded
from ownwords.inquiry.method.passage_files.rows import COLUMNS, Row

PIECE = 64 * 1024


def as_csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield UTF-8 with a byte order mark; a cell that a spreadsheet would run is made harmless."""
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    yield b"\xef\xbb\xbf" + sink.getvalue().encode()
    _empty(sink)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row.cells()])
        if sink.tell() > PIECE:
            yield sink.getvalue().encode()
            _empty(sink)
    if sink.tell():
        yield sink.getvalue().encode()


def _empty(sink: io.StringIO) -> None:
    sink.seek(0)
    sink.truncate()
