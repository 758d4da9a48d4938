"""CSV tables of a map as they come back: rows by column, and what is wrong with them by line and column."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ownwords.connections.method.exchange.model import MOST_BYTES, FileFault
from ownwords.people.method.tables import unguarded


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it ends on, and its cells by column."""

    file: str
    line: int
    cells: dict[str, str]

    def fault(self, column: str, reason: str) -> FileFault:
        """Return the fault of one cell."""
        return FileFault(self.file, f"line {self.line}, column {column}", reason)

    def get(self, *columns: str) -> str:
        """Return the first of some cells that is there and not blank, else ""."""
        return next((found for name in columns if (found := self.cells.get(name, ""))), "")


def read(content: bytes, file: str, needed: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows of a CSV file; rows that are blank from end to end are passed over.

    Raises FileFault for a file that is too large or no UTF-8 text, a missing or repeated column, and a row that is
    longer or shorter than the header.
    """
    if len(content) > MOST_BYTES:
        raise FileFault(file, "", f"has more than {MOST_BYTES // 2**20} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileFault(file, f"byte {error.start}", "is no UTF-8 text") from error
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return tuple(_rows(rows, file, needed))
    except csv.Error as error:
        raise FileFault(file, f"line {rows.line_num}", f"cannot be read as a table: {error}") from error


def _rows(rows: Iterator[list[str]], file: str, needed: Sequence[str]) -> Iterator[Row]:
    header = [unguarded(name).strip() for name in next(rows, [])]
    for name in needed:
        if name not in header:
            there = ", ".join(header) or "none"
            raise FileFault(file, "", f"column {name} is missing; there are: {there}")
    if twice := next((name for name, count in Counter(header).items() if count > 1), None):
        raise FileFault(file, "", f"column {twice} stands twice")
    if header.count("") > 1:
        raise FileFault(file, "", "column without a name stands twice")
    for row in rows:
        if not any(row):
            continue
        line: int = rows.line_num  # type: ignore[attr-defined]  # of csv.reader
        if len(row) != len(header):
            raise FileFault(file, f"line {line}", f"has {len(row)} cells, but the header has {len(header)}")
        yield Row(file, line, dict(zip(header, map(unguarded, row), strict=True)))
