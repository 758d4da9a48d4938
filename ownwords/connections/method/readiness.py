"""How ready somebody felt to meet people before a tie began: only what was said on an earlier day counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

LOWEST, HIGHEST = 0, 10


def readiness_before(tie_day: date, ratings: Iterable[tuple[date, int | None]]) -> int | None:
    """Return how ready somebody felt before a tie began, from 0 to 10; None when that is unknown.

    Args:
        tie_day: the day on which the tie began or was taken up again.
        ratings: (day, value) in any order; a value of None is "rather not say". Of two on one day the later in the
            iteration holds.

    The last rating of a day before the tie's day counts. One of the same day may have been given after the meeting,
    so it is not from before. Where the last word before the tie was "rather not say", an older number is not used
    instead: it is unknown.

    >>> readiness_before(date(2026, 3, 2), [(date(2026, 3, 1), 4), (date(2026, 3, 2), 9)])
    4
    >>> readiness_before(date(2026, 3, 2), [(date(2026, 3, 2), 9)]) is None
    True

    Raises:
        ValueError: a value outside 0 to 10.
    """
    last: tuple[date, int | None] | None = None
    for day, value in ratings:
        if value is not None and not LOWEST <= value <= HIGHEST:
            raise ValueError(f"{value} is not from {LOWEST} to {HIGHEST}")
        if day < tie_day and (last is None or day >= last[0]):
            last = (day, value)
    return None if last is None else last[1]
