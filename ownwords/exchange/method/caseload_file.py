"""From the bytes of a CSV export to records: character set, delimiter, line numbers.

Nothing here raises on any bytes. What cannot be read becomes a fault of the file or of one line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t", "|")
#: A quoted cell with more line ends than this has lost its closing quotation mark.
MOST_LINES_IN_RECORD = 50

_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_OTHER_FILES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"{\\rtf")


@dataclass(frozen=True)
class Limits:
    """How much is read at most: of the file in bytes, of one line and one cell in characters."""

    max_bytes: int = 20_000_000
    max_rows: int = 200_000
    max_columns: int = 200
    max_line: int = 100_000
    max_cell: int = 1_000


@dataclass(frozen=True)
class Decoded:
    """The physical lines of a file with their line ends.

    ``encoding`` is "utf-8", "utf-16", "windows-1252" or "mixed".
    """

    lines: tuple[str, ...]
    encoding: str


@dataclass(frozen=True)
class Record:
    """One record.

    ``line`` is the physical line it starts on, from 1; ``cells`` is None where it cannot be read.
    """

    line: int
    cells: tuple[str, ...] | None
    at_end: bool = False


def looks_like_another_file(data: bytes) -> bool:
    """Say whether the bytes begin as a spreadsheet, an archive or a document does."""
    return data.startswith(_OTHER_FILES)


def decode(data: bytes) -> Decoded:
    """Return the lines of a file.

    A byte order mark decides; without one each line is read as UTF-8 if it can be and as Windows-1252
    otherwise, for exports are glued together from both. Letters that exist in neither become U+FFFD and are
    refused with their row.
    """
    if data[:2] in _UTF16:
        return Decoded(_lines(data[2:].decode(_UTF16[data[:2]], errors="replace")), "utf-16")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return Decoded(_lines(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _line_by_line(data)


def _line_by_line(data: bytes) -> Decoded:
    lines: list[str] = []
    utf8 = False
    for raw in data.splitlines(keepends=True):
        try:
            lines.append(raw.decode("utf-8"))
            utf8 = utf8 or not raw.isascii()
        except UnicodeDecodeError:
            lines.append(raw.decode("cp1252", errors="replace"))
    return Decoded(tuple(lines), "mixed" if utf8 else "windows-1252")


def _lines(text: str) -> tuple[str, ...]:
    # Not str.splitlines: that also breaks at form feeds and at U+2028, where an editor shows no new line.
    return tuple(io.StringIO(text, newline=""))


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


def stated_delimiter(lines: Sequence[str]) -> str | None:
    """Return the delimiter of a first line "sep=;", as some spreadsheets write it, or None."""
    first = lines[0].rstrip("\r\n").strip('"') if lines else ""
    stated = first[4:] if first.lower().startswith("sep=") else ""
    return stated if stated in DELIMITERS else None
