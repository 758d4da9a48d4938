"""Months counted on and back, clipped to the end of a month."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date


def add_months(day: date, months: int) -> date:
    """Return the same day some months later (or earlier), clipped to the end of the month.

    Raises ValueError before the year 1 and past the year 9999.

    >>> add_months(date(2024, 2, 29), 12), add_months(date(2024, 2, 29), 48), add_months(date(2024, 3, 31), -1)
    (datetime.date(2025, 2, 28), datetime.date(2028, 2, 29), datetime.date(2024, 2, 29))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        raise ValueError("there is no such year")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
