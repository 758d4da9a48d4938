"""Ways of counting positions in one text, and from each to code points with line ends of one character.

What differs is which characters somebody counted that are not in the text as we keep it: the second half of a line end
(CR LF), a byte order mark, the second UTF-16 unit of a character beyond the basic plane.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ownwords.inquiry.method.refi.report import Repair

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_PAIRS = re.compile("\r\n|[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of counting: `extras` are the positions, counted so, of characters that our text does not have."""

    extras: Sequence[int] = ()
    what: Repair | None = None
    shift: int = 0
    inclusive: bool = False

    def place(self, position: int) -> int:
        """Return the position in our text."""
        moved = position + self.shift
        return moved - bisect_left(self.extras, moved)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return start and exclusive end in our text."""
        return self.place(start), self.place(end + 1 if self.inclusive else end)


def one_line_end(raw: str) -> str:
    """Return the text with every line end as one line feed."""
    return raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw


def as_written(raw: str) -> Reading:
    """Return the reading in which each code point of the text as it came counts."""
    extras = [found.end() - 1 for found in re.finditer("\r\n", raw)] if "\r" in raw else []
    return Reading(extras, Repair.LINES_AS_TWO if extras else None)


def _second_units(raw: str) -> list[int]:
    """Return where, counted in UTF-16 units, the second halves of characters and of line ends are."""
    extras, astral = [], 0
    for found in _PAIRS.finditer(raw):
        extras.append(found.start() + astral + 1)
        astral += found[0] != "\r\n"
    return extras


def readings(raw: str, text: str, *, marked: bool) -> list[Reading]:
    """Return all ways of counting that can differ in this text, the likeliest first."""
    plain = as_written(raw)
    found = [plain]
    if plain.extras:
        found.append(Reading((), Repair.LINES_AS_ONE))
    breaks = [one.start() for one in re.finditer("\n", text)]
    if breaks and len(breaks) > len(plain.extras):
        found.append(Reading([at + n + 1 for n, at in enumerate(breaks)], Repair.LINES_AS_TWO))
    if marked:
        found.append(Reading(plain.extras, Repair.MARK_COUNTED, shift=-1))
    if _ASTRAL.search(raw):
        found.append(Reading(_second_units(raw), Repair.UNITS))
    found.append(Reading(plain.extras, Repair.INCLUSIVE, inclusive=True))
    return found
