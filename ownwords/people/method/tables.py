"""CSV as spreadsheets read it: byte order mark, Windows line ends, and cells that must not run.

A cell that begins with = + - @ (or their wide forms, a tab or a line break) is a formula to a spreadsheet. It is
written with an apostrophe before it; so is a cell that already has apostrophes there. ``unguarded`` takes exactly one
away, so every text comes back as it was.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
PIECE = 64 * 1024


def guarded(text: str) -> str:
    """Return a text as it is written into a cell."""
    return f"'{text}" if RUNS.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text of a cell that ``guarded`` wrote."""
    return cell[1:] if GUARDED.match(cell) else cell


def written(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV: UTF-8 with a byte order mark, so that spreadsheets read letters with accents."""
    return b"".join(in_pieces(header, rows))


def in_pieces(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Yield the same a piece at a time; the first, with the header, before any row is asked for."""
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in header])
    yield b"\xef\xbb\xbf" + _taken(sink)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
        if sink.tell() > PIECE:
            yield _taken(sink)
    if sink.tell():
        yield _taken(sink)


def _taken(sink: io.StringIO) -> bytes:
    made = sink.getvalue().encode()
    sink.seek(0)
    sink.truncate()
    return made
