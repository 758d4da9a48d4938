"""Whether a person has left their usual range for good: runs of ratings outside it on one side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ownwords.measures.method.personal import Point
from ownwords.measures.method.personal_range import UsualRange, check_order

RUN = 4


@dataclass(frozen=True, slots=True)
class Outside:
    """A run of ratings outside the range: places in the series (from 0), and the side (+1 above, -1 below)."""

    first: int
    last: int
    side: int


def outside(points: Sequence[Point], usual: UsualRange, *, run: int = RUN) -> tuple[Outside, ...]:
    """Return every run of at least ``run`` ratings in a row outside the range on one side, after the baseline.

    ``points`` is the whole series, baseline included, in time order. Raises as ``usual_range``.
    """
    check_order(points)
    found, begun, side = [], 0, 0
    for place in range(usual.baseline, len(points) + 1):
        now = _side(points[place].value, usual) if place < len(points) else 0
        if now == side:
            continue
        if side and place - begun >= run:
            found.append(Outside(begun, place - 1, side))
        begun, side = place, now
    return tuple(found)


def _side(value: float, usual: UsualRange) -> int:
    return (value > usual.high) - (value < usual.low)
