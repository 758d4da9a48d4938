"""Rhythms counted from their first day, which never drift.

A monthly one that begins on 31 January comes round on 28 or 29 February and again on 31 March.
"""

from __future__ import annotations

from datetime import date, timedelta

from ownwords.people.method.months import add_months

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


def steps_before(first: date, every: str, day: date) -> int:
    """Return a step of the rhythm that lies on or before a day, and at most two steps before it; 0 at least."""
    if day <= first or every == "once":
        return 0
    if every in DAYS:
        return (day - first).days // DAYS[every]
    months = (day.year - first.year) * 12 + day.month - first.month
    return max(0, months // MONTHS[every] - 1)
