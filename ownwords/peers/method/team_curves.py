"""Curves of a team, by month for a year and by quarter for four more; no step tells of one person. Loads NumPy.

A month is 30.4375 days (365.25 / 12). A point is given only where enough people are at risk, and only where, since the
point before it, either nothing happened or enough did; so neither a share nor a number at risk tells of a few. What
happened between two points is not lost: it stands in the next one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np

from ownwords.peers.method import frame_curves
from ownwords.peers.method.cumulative import bounds
from ownwords.peers.method.frame_spells import Aways, Contacts, Spells, Whole
from ownwords.people.method.small_numbers import limits

MONTH_DAYS = 30.4375
MONTHS = (*range(1, 13), *range(15, 61, 3))


@dataclass(frozen=True, slots=True)
class Point:
    """A curve at the end of a month: the estimate with its 95% bounds, how many are at risk, and events until then."""

    month: int
    at_risk: int
    events: int
    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TimeToReturn:
    """Time to return. ``times``: times away, of ``people``. ``points`` and ``median`` only as far as may be shown.

    ``median``: days by which half are back; None when the curve does not reach a half, or too few are behind it.
    """

    times: int
    people: int
    returned: int
    points: tuple[Point, ...]
    median: int | None


@dataclass(frozen=True, slots=True)
class ReturnsPerPerson:
    """Mean cumulative returns since the first contact of ``people``; ``points`` only as far as may be shown."""

    people: int
    returns: int
    points: tuple[Point, ...]


def time_to_return(away: Aways) -> TimeToReturn:
    """Return the curve of time to return with bounds by person, 0 to 1."""
    days = away.until - away.since
    made = frame_curves.incidence(away.person, days, away.back, away.gone)
    returned = np.cumsum(made["events"])
    points = _monthly(days, made["day"], returned, (made["incidence"], made["variance"]), most=1.0)
    people, least = int(np.unique(away.person).size), limits().small_below
    enough = people >= least
    half = np.flatnonzero((made["incidence"] >= 0.5) & (returned >= least) & (made["at_risk"] >= least))
    first = np.flatnonzero(made["incidence"] >= 0.5)
    told = enough and half.size > 0 and half[0] == first[0]
    return TimeToReturn(
        times=int(days.size),
        people=people,
        returned=int(away.back.sum()),
        points=thinned(points, least, int(days.size)) if enough else (),
        median=int(made["day"][first[0]]) if told else None,
    )


def returns_per_person(contacts: Contacts, found: Spells, away: Aways) -> ReturnsPerPerson:
    """Return the mean cumulative number of returns since everybody's first contact."""
    known = found.person[found.first]
    start = np.zeros(contacts.until.size, np.int64)
    start[known] = found.start[found.first]
    place = np.zeros(contacts.until.size, np.int64)
    place[known] = np.arange(known.size)
    end = contacts.until[known] - start[known]
    whose = away.person[away.back]
    time = away.until[away.back] - start[whose]
    made = frame_curves.mean_cumulative(place[whose], time.astype(float), end.astype(float))
    happened = np.cumsum(made["events"])
    points = _monthly(end, made["time"], happened, (made["estimate"], made["variance"]))
    least = limits().small_below
    enough = known.size >= least
    return ReturnsPerPerson(
        int(known.size), int(time.size), thinned(points, least, int(known.size)) if enough else ()
    )


def _monthly(ends: Whole, days: Any, events: Any, curve: tuple[Any, Any], most: float = inf) -> list[Point]:
    """Return the curve at the end of each month in which anybody is at risk.

    ``ends``: how long each is at risk. ``days``, ``events``: when something happened, and how often until then.
    ``curve``: estimate and variance from those days on.
    """
    found: list[Point] = []
    ordered = np.sort(ends)
    for month in MONTHS:
        day = month * MONTH_DAYS
        at_risk = int(ordered.size - np.searchsorted(ordered, day, side="left"))
        step = int(np.searchsorted(days, day, side="right")) - 1
        if not at_risk:
            break
        value, variance = (float(one[step]) if step >= 0 else 0.0 for one in curve)
        low, high = bounds(value, variance)
        happened = int(events[step]) if step >= 0 else 0
        found.append(Point(month, at_risk, happened, value, low, min(high, most)))
    return found


def thinned(points: Iterable[Point], least: int, start: int) -> tuple[Point, ...]:
    """Return the points that may be shown, in order; ``start`` are at risk at the beginning.

    Each has ``least`` or more at risk. From the beginning to the first point, and between one point and the next, the
    number of events grows by nothing or by ``least`` or more, and the number at risk falls by nothing or by as many.
    """
    shown: list[Point] = []
    events, at_risk = 0, start
    for one in points:
        if one.at_risk < least:
            break
        moved = (one.events - events, at_risk - one.at_risk)
        if all(number == 0 or number >= least for number in moved):
            shown.append(one)
            events, at_risk = one.events, one.at_risk
    return tuple(shown)
