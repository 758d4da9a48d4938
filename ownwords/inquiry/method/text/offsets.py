"""Offsets at the border: browsers and Java count UTF-16 units, Ownwords and REFI-QDA count code points."""

from __future__ import annotations

import re
from bisect import bisect_left

#: Characters that are two UTF-16 units.
WIDE = re.compile("[\U00010000-\U0010ffff]")


class Border:
    """Converts offsets of one text both ways; the text is looked through once."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [found.start() for found in WIDE.finditer(text)]
        #: Unit at which the second half of each wide character stands.
        self._seconds = [point + number + 1 for number, point in enumerate(self._wide)]

    @property
    def units(self) -> int:
        """Return the length of the text in UTF-16 units."""
        return self._length + len(self._wide)

    def units_at(self, point: int) -> int:
        """Return the UTF-16 offset of a code point offset. Raises ValueError outside 0..length."""
        if not 0 <= point <= self._length:
            raise ValueError(f"{point} is no place in a text of {self._length} characters")
        return point + bisect_left(self._wide, point)

    def point_at(self, unit: int, *, up: bool = False) -> int:
        """Return the code point offset of a UTF-16 offset. Raises ValueError outside 0..units.

        An offset between the halves of a character is that of the character, or with `up` of the next one.
        """
        if not 0 <= unit <= self.units:
            raise ValueError(f"{unit} is no place in a text of {self.units} UTF-16 units")
        before = bisect_left(self._seconds, unit)
        within = before < len(self._seconds) and self._seconds[before] == unit
        return unit - before - (1 if within and not up else 0)

    def points(self, start: int, end: int) -> tuple[int, int]:
        """Return (start, end) in code points of a browser's selection; a character half selected is selected whole."""
        return self.point_at(start), self.point_at(end, up=True)
