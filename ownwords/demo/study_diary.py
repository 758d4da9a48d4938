"""The study as a diary: what was done on which day, done in that order, each with the moment it really ran."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone

from ownwords.demo.clock import Clock

BETWEEN = timedelta(seconds=70)


class Diary:
    """Collects what is done, each with how many days ago it was; what is of one day keeps the order it came in."""

    def __init__(self, clock: Clock, *, dated: bool) -> None:
        self.clock, self.dated = clock, dated
        self._days: list[tuple[int, Callable[[], object]]] = []
        self._ran: list[datetime] = []
        self._told: list[datetime] = []

    def on(self, ago: int, does: Callable[[], object]) -> None:
        """Do this so many days ago."""
        self._days.append((ago, does))

    def begin(self, ago: int) -> None:
        """Say that what is done from now on was done so many days ago, from the morning."""
        self._mark(self.clock.morning(self.clock.day(ago)))

    def run(self) -> None:
        """Do everything, the oldest first."""
        before = -1
        for ago, does in sorted(self._days, key=lambda one: -one[0]):
            if ago == before:
                self.next()
            else:
                self.begin(ago)
            before = ago
            does()

    def next(self) -> datetime:
        """Go on to the next moment of the day; return it, or what the clock says where nothing is dated back."""
        self._mark(self._told[-1] + BETWEEN)
        return self._told[-1] if self.dated else timezone.now()

    def marks(self) -> tuple[list[datetime], list[datetime]]:
        """Return when each thing ran, in order, and when it was in the story."""
        return self._ran, self._told

    def _mark(self, moment: datetime) -> None:
        self._ran.append(timezone.now())
        self._told.append(moment)
