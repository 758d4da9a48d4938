"""Ratings in order of time, parted into runs where a longer pause lies between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ownwords.measures.method.chart.model import Point


class Spot(NamedTuple):
    """A rating that stays a point. ``run`` counts the stretches between pauses."""

    on: date
    value: float
    wording: int
    run: int


def runs(points: Sequence[Point], gap_days: int) -> list[Spot]:
    """Return the ratings in order, each with the number of its run: a new one after every longer gap."""
    found: list[Spot] = []
    run, before = 0, None
    for point in points:
        if point.value is None:
            continue
        today = point.on.toordinal()
        if before is not None and today - before > gap_days:
            run += 1
        before = today
        found.append(Spot(point.on, point.value, point.wording, run))
    return found
