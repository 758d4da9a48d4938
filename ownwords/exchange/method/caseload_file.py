"""From the lines of a CSV export to records, each with the number of its line.

Nothing here raises on any bytes. What cannot be read becomes a fault of the file or of one line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: A quoted cell with more line ends than this has lost its closing quotation mark.
MOST_LINES_IN_RECORD = 50


@dataclass(frozen=True)
class Limits:
    """How much is read at most: of the file in bytes, of one line and one cell in characters."""

    max_bytes: int = 20_000_000
    max_rows: int = 200_000
    max_columns: int = 200
    max_line: int = 100_000
    max_cell: int = 1_000


@dataclass(frozen=True)
class Record:
    """One record.

    ``line`` is the physical line it starts on, from 1; ``cells`` is None where it cannot be read.
    """

    line: int
    cells: tuple[str, ...] | None
    at_end: bool = False


class _Feed:
    """Hands lines to the csv reader and can be set back after a record that went wrong."""

    def __init__(self, lines: Sequence[str], max_line: int) -> None:
        self.lines = lines
        self.at = 0
        self.start = 0
        self.max_line = max_line

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.at >= len(self.lines):
            raise StopIteration
        line = self.lines[self.at]
        if len(line) > self.max_line or self.at - self.start >= MOST_LINES_IN_RECORD:
            raise csv.Error("too long")
        self.at += 1
        return line


def records(lines: Sequence[str], delimiter: str, limits: Limits) -> Iterator[Record]:
    """Yield the records one by one.

    A record that breaks the rules of quotation marks costs its first line only.
    """
    feed = _Feed(lines, limits.max_line)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while feed.at < len(lines):
        feed.start = feed.at
        try:
            cells: tuple[str, ...] | None = tuple(next(reader))
        except StopIteration:
            return
        except csv.Error:
            cells = None
            feed.at = feed.start + 1
        yield Record(feed.start + 1, cells, feed.at >= len(lines))
