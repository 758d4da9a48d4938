"""Hundreds of ratings on a few hundred pixels, without smoothing and without losing an extreme.

Where ratings stand too close to be told apart, those of one calendar stretch (a week, a month, three months...) are
put together: their lowest, middle and highest. Fewer than five ratings are never put together, ratings of two wordings
or from both sides of a pause neither. Everything else stays a point of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from statistics import median
from typing import NamedTuple

from ownwords.measures.method.chart.calendar import DAYS, Stretch, beginning
from ownwords.measures.method.chart.model import Point
from ownwords.measures.method.chart.runs import Spot, runs

FEWEST = 5  # measures 1.4: nothing is summed up under five points
CROWDED = 4.5  # units of the drawing for a rating, below which points run into each other
NARROWEST = 4.5  # units that a stretch needs to be seen


class Heap(NamedTuple):
    """Five ratings or more put together, from ``since`` until before ``until``."""

    since: date
    until: date
    low: float
    middle: float
    high: float
    holds: int
    wording: int
    run: int


def thin(
    points: Sequence[Point], per_day: float, gap_days: int
) -> tuple[Stretch | None, tuple[Spot | Heap, ...]]:
    """Put together what is too close at ``per_day`` units a day; return the stretch used (or None) and what to draw."""
    spots = runs(points, gap_days)
    stretch = _stretch(spots, per_day)
    if stretch is None:
        return None, tuple(spots)
    key, edge = beginning(stretch)
    parts = [
        (number, list(group))
        for (number, _run, _wording), group in groupby(spots, lambda s: (key(s.on), s.run, s.wording))
    ]
    room = DAYS[stretch] * per_day
    drawn: list[Spot | Heap] = []
    for index, (number, group) in enumerate(parts):
        if len(group) < FEWEST or room / len(group) >= CROWDED:
            drawn += group
            continue
        before = parts[index - 1][1][-1] if index else None
        after = parts[index + 1][1][0] if index + 1 < len(parts) else None
        since = edge(number) if _goes_on(before, group[0]) else group[0].on
        until = edge(number + 1) if _goes_on(after, group[0]) else group[-1].on + timedelta(days=1)
        drawn.append(_heap(group, since, until))
    return (stretch if any(isinstance(one, Heap) for one in drawn) else None), tuple(drawn)


def _goes_on(neighbour: Spot | None, spot: Spot) -> bool:
    return neighbour is not None and neighbour.run == spot.run and neighbour.wording == spot.wording


def _heap(group: Sequence[Spot], since: date, until: date) -> Heap:
    values = [spot.value for spot in group]
    first = group[0]
    return Heap(since, until, min(values), median(values), max(values), len(values), first.wording, first.run)


def _stretch(spots: Sequence[Spot], per_day: float) -> Stretch | None:
    """Return the shortest stretch that can be seen and whose fuller ones hold more than a handful."""
    if len(spots) < FEWEST:
        return None
    dates = [spot.on for spot in spots]
    for stretch, days in DAYS.items():
        if days * per_day < NARROWEST:
            continue
        key, _edge = beginning(stretch)
        counts = sorted(len(list(group)) for _key, group in groupby(map(key, dates)))
        typical = counts[len(counts) * 9 // 10]
        if typical > FEWEST and days * per_day / typical < CROWDED:
            return stretch
    return None
