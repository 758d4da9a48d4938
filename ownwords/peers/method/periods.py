"""Periods that a team's figures may be asked for: whole and over, so that figures stand still and never overlap.

The quarters of this year that are over, then the years before it.

>>> [one.key for one in periods(date(2026, 8, 1), years=2)]
['2026-q2', '2026-q1', '2025', '2024']
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar year (``quarter`` None) or a quarter of one, with its first and last day, both included."""

    year: int
    quarter: int | None
    first: date
    last: date

    @property
    def key(self) -> str:
        """The period in an address: "2025", or "2026-q1"."""
        return f"{self.year}-q{self.quarter}" if self.quarter else str(self.year)


def periods(today: date, *, years: int = 4) -> tuple[Period, ...]:
    """Return the quarters of this year that are over, the latest first, then so many years before it."""
    quarters = tuple(one for number in (4, 3, 2, 1) if (one := quarter(today.year, number)).last < today)
    return quarters + tuple(year(today.year - back) for back in range(1, years + 1))


def year(number: int) -> Period:
    """Return a calendar year."""
    return Period(number, None, date(number, 1, 1), date(number, 12, 31))


def quarter(of_year: int, number: int) -> Period:
    """Return a quarter of a year; ``number`` from 1 to 4."""
    if number not in (1, 2, 3, 4):
        raise ValueError("a year has four quarters")
    month = 3 * number - 2
    after = date(of_year + (number == 4), month % 12 + 3 if number < 4 else 1, 1)
    return Period(of_year, number, date(of_year, month, 1), after - timedelta(days=1))
