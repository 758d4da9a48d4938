"""How many times people have come back, on average, by a time: the mean cumulative function and its robust variance.

At each time t with events, n people are under observation and d events happen: the mean rises by d / n. Nothing is
assumed about how the events of one person hang together. The variance is that of Lawless and Nadeau (1995),
Technometrics 37:158-168: sum over people of (sum over times up to t of at risk / n x (own events - d / n)) squared. A
formula that takes events for independent is far too small when a few people come back often.

A person is under observation at t when entry < t <= end; without an entry, from the beginning, 0 included. Times are
numbers of any one unit. A death that ends the observation is treated as any other end: the curve then speaks of people
while they live here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import NormalDist

Time = int | float | Fraction


@dataclass(frozen=True, slots=True)
class History:
    """The events of one person and the end of their observation; ``entry`` only for late entry.

    Raises ValueError for negative times, events after the end or not after the entry, and an end not after the entry.
    """

    events: tuple[Time, ...]
    end: Time
    entry: Time | None = None

    def __post_init__(self) -> None:
        if min((*self.events, self.end, self.entry or 0)) < 0:
            raise ValueError("times are 0 or more")
        if self.events and max(self.events) > self.end:
            raise ValueError(f"there is an event at {max(self.events)}, after the end at {self.end}")
        if self.entry is not None and min((*self.events, self.end)) <= self.entry:
            raise ValueError("events and end come after the entry")

    def at_risk(self, time: Time) -> bool:
        """Whether the person is under observation at a time."""
        return time <= self.end and (self.entry is None or self.entry < time)


@dataclass(frozen=True, slots=True)
class Point:
    """The curve from one time on: people at risk, events at that time, mean number so far, and its variance."""

    time: Time
    at_risk: int
    events: int
    estimate: Fraction
    variance: Fraction


def mean_cumulative(people: Iterable[History]) -> tuple[Point, ...]:
    """Return the curve in exact fractions: a point for each time with events, in order; empty without events.

    Events of one person at the same time count each. For some hundreds of people; see ``frames`` for more.
    """
    given = list(people)
    own = [Counter(one.events) for one in given]
    parts = [Fraction(0)] * len(given)
    mean = Fraction(0)
    found: list[Point] = []
    for time in sorted({time for one in given for time in one.events}):
        risk = [one.at_risk(time) for one in given]
        n, d = sum(risk), sum(counter[time] for counter in own)
        mean += Fraction(d, n)
        for at, counter in enumerate(own):
            if risk[at]:
                parts[at] += (counter[time] - Fraction(d, n)) / n
        found.append(Point(time, n, d, mean, sum((part * part for part in parts), Fraction(0))))
    return tuple(found)


def bounds(estimate: float, variance: float, level: float = 0.95) -> tuple[float, float]:
    """Return estimate -/+ z x root of variance, the lower bound not under 0. Raises ValueError for a bad level."""
    if not 0 < level < 1 or variance < 0:
        raise ValueError("the level lies between 0 and 1 and the variance is 0 or more")
    half = NormalDist().inv_cdf((1 + level) / 2) * float(variance) ** 0.5
    return max(0.0, float(estimate) - half), float(estimate) + half


def mean_by(curve: Sequence[Point], time: Time) -> Point | None:
    """Return the last point at or before a time, None before the first: the mean is 0."""
    return next((point for point in reversed(curve) if point.time <= time), None)


def monthly(
    curve: Sequence[Point], months: int, days: Fraction = Fraction(36525, 1200)
) -> tuple[Point | None, ...]:
    """Return the curve (in days) at the end of months 1 to ``months``; a month is 30.4375 days (365.25 / 12)."""
    return tuple(mean_by(curve, days * month) for month in range(1, months + 1))
