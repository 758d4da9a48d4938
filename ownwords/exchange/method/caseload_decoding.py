"""From the bytes of a CSV export to lines: another kind of file, which character set, which delimiter is stated."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t", "|")
_OTHER_FILES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"{\\rtf")

_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@dataclass(frozen=True)
class Decoded:
    """The physical lines of a file with their line ends.

    ``encoding`` is "utf-8", "utf-16", "windows-1252" or "mixed".
    """

    lines: tuple[str, ...]
    encoding: str


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


def looks_like_another_file(data: bytes) -> bool:
    """Say whether the bytes begin as a spreadsheet, an archive or a document does."""
    return data.startswith(_OTHER_FILES)


def stated_delimiter(lines: Sequence[str]) -> str | None:
    """Return the delimiter of a first line "sep=;", as some spreadsheets write it, or None."""
    first = lines[0].rstrip("\r\n").strip('"') if lines else ""
    stated = first[4:] if first.lower().startswith("sep=") else ""
    return stated if stated in DELIMITERS else None
