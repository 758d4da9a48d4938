"""Stretches of the calendar into which crowded ratings are gathered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum


class Stretch(StrEnum):
    """How much time is put together."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


_MONTHS = {Stretch.MONTH: 1, Stretch.QUARTER: 3, Stretch.HALF: 6, Stretch.YEAR: 12}

DAYS = {
    Stretch.WEEK: 7,
    Stretch.MONTH: 30.4,
    Stretch.QUARTER: 91.3,
    Stretch.HALF: 182.6,
    Stretch.YEAR: 365.2,
}


def beginning(stretch: Stretch) -> tuple[Callable[[date], int], Callable[[int], date]]:
    """Return two functions: the number of the stretch that holds a date, and the first day of a number."""
    if stretch is Stretch.WEEK:
        return (lambda on: (on.toordinal() - 1) // 7), (lambda number: date.fromordinal(number * 7 + 1))
    months = _MONTHS[stretch]

    def first(number: int) -> date:
        month = number * months
        return date(month // 12, month % 12 + 1, 1)

    return (lambda on: (on.year * 12 + on.month - 1) // months), first
