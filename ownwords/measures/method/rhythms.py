"""Rhythms counted from their first day, which never drift.

A monthly one that begins on 31 January comes round on 28 or 29 February and again on 31 March.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

DAYS = {"week": 7, "fortnight": 14}

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}

RHYTHMS = ("once", *DAYS, *MONTHS)


def nth_day(first: date, every: str, n: int) -> date | None:
    """Return the n-th day of a rhythm, 0 for the first; None when there is none (once, or past the year 9999)."""
    if n == 0:
        return first
    if every == "once":
        return None
    try:
        if every in DAYS:
            return first + timedelta(days=DAYS[every] * n)
        return add_months(first, MONTHS[every] * n)
    except (OverflowError, ValueError):
        return None


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, clipped to the end of the month. Raises ValueError past the year 9999.

    >>> add_months(date(2024, 2, 29), 12), add_months(date(2024, 2, 29), 48)
    (datetime.date(2025, 2, 28), datetime.date(2028, 2, 29))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        raise ValueError("there is no such year")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def steps_before(first: date, every: str, day: date) -> int:
    """Return a step of the rhythm that lies on or before a day, and at most two steps before it; 0 at least."""
    if day <= first or every == "once":
        return 0
    if every in DAYS:
        return (day - first).days // DAYS[every]
    months = (day.year - first.year) * 12 + day.month - first.month
    return max(0, months // MONTHS[every] - 1)
