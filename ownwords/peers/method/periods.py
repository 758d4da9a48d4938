"""Periods that a team's figures may be asked for: whole and over, so that figures stand still and never overlap.

Half-years, and nothing beside them. A year less the quarters of it that somebody noted earlier would be its last one;
half-years are long enough for numbers to be shown, and no sum of them is given anywhere.

>>> [one.key for one in periods(date(2026, 8, 1), number=3)]
['2026-h1', '2025-h2', '2025-h1']
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """Half a calendar year (``part`` 1 or 2), with its first and last day, both included."""

    year: int
    part: int
    first: date
    last: date

    @property
    def key(self) -> str:
        """The period in an address, such as "2026-h1"."""
        return f"{self.year}-h{self.part}"


def periods(today: date, *, number: int = 8) -> tuple[Period, ...]:
    """Return so many half-years that are over, the latest first."""
    over = 2 * today.year + (today.month > 6) - 1
    return tuple(half(one // 2, one % 2 + 1) for one in range(over, over - number, -1))


def half(year: int, part: int) -> Period:
    """Return half a year; ``part`` 1 ends in June, 2 in December. Raises ValueError for any other."""
    if part not in (1, 2):
        raise ValueError("a year has two halves")
    last = date(year, 6, 30) if part == 1 else date(year, 12, 31)
    return Period(year, part, date(year, 6 * part - 5, 1), last)
