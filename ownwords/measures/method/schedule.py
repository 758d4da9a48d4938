"""When something is looked at again: due days of a rhythm over years, with pauses. Pure: no clock, no database.

A pause stops prompts and moves nothing; after it the next due day is the next one of the first rhythm.

>>> from itertools import islice
>>> [day.isoformat() for day in islice(due_days(Plan(date(2027, 1, 31), "month")), 4)]
['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from ownwords.measures.method.rhythms import RHYTHMS, nth_day, steps_before


@dataclass(frozen=True, slots=True)
class Pause:
    """No prompts from `start` on, up to the day before `until`; None for until somebody says so."""

    start: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies in the pause."""
        return self.start <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Plan:
    """A rhythm: its first day, how often it comes round (one of RHYTHMS), its last day, a pause.

    Raises ValueError for a rhythm that there is not.
    """

    first: date
    every: str
    until: date | None = None
    pause: Pause | None = None

    def __post_init__(self) -> None:
        if self.every not in RHYTHMS:
            raise ValueError(f"{self.every!r} is no rhythm; there are {', '.join(RHYTHMS)}")

    def prompts_on(self, day: date) -> bool:
        """Whether a due day of this plan is prompted for: not past its end, not in its pause."""
        return (self.until is None or day <= self.until) and not (self.pause and self.pause.holds(day))


def due_days(plan: Plan, *, start: date | None = None) -> Iterator[date]:
    """Yield the due days from `start` on that are prompted for, in order. It ends only where the plan ends."""
    begin = 0 if start is None else steps_before(plan.first, plan.every, start)
    for n in count(begin):
        day = nth_day(plan.first, plan.every, n)
        if day is None or (plan.until is not None and day > plan.until):
            return
        if plan.pause is not None and plan.pause.until is None and day >= plan.pause.start:
            return
        if (start is None or day >= start) and plan.prompts_on(day):
            yield day


def next_due(plan: Plan, on: date) -> date | None:
    """Return the first due day on `on` or later; None when there is none any more."""
    return next(due_days(plan, start=on), None)


def last_due(plan: Plan, on: date) -> date | None:
    """Return the latest due day on `on` or earlier; None before the first. Days in the pause are not due."""
    if on < plan.first:
        return None
    for n in range(steps_before(plan.first, plan.every, on) + 1, -1, -1):
        day = nth_day(plan.first, plan.every, n)
        if day is not None and day <= on and plan.prompts_on(day):
            return day
    return None
