"""A person's usual range, from a frozen baseline of their own ratings (``outside_range``: whether they have left it).

The usual control chart (mean and 2.66 moving ranges) cries wolf on ratings that hang together from week to week: on
stable series with lag-1 autocorrelation .6 and 20 points it flags 45% of people. So here:

* the range comes from the first ratings alone (8 at least) and is then frozen: a lasting change cannot widen it;
* it is mean plus or minus k standard deviations of the baseline, with k = 1.5 + 11.2 / (points of the baseline): wide
  where little is known, calibrated by simulation for autocorrelation .6 and 24 later ratings;
* one rating outside means nothing; four in a row outside on the same side are "outside your usual range".

What it does (simulated, seeds and sizes in the tests and in ``docs/measures-statistics.md``): stable series,
autocorrelation .6, 8 + 12 ratings: about 4% of people flagged; a lasting shift of two standard deviations is found in
42% of such series, after 24 later ratings in 58%. It is slow and blind to short spells on purpose. It is no test and
gives no verdict of a person: the words beside it are "your usual range".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from statistics import fmean, stdev

from ownwords.measures.method.personal import Point

LEAST = 8
_WIDTH, _UNCERTAINTY = 1.5, 11.2


@dataclass(frozen=True, slots=True)
class UsualRange:
    """The range with what it rests on. ``low`` and ``high`` are not cut at the ends of the scale.

    ``autocorrelation`` is that of the baseline at lag 1, None when all its values are the same; from so few points it
    is a rough figure, shown and not used.
    """

    low: float
    high: float
    centre: float
    sd: float
    autocorrelation: float | None
    baseline: int


def usual_range(points: Sequence[Point], *, baseline: int = LEAST, step: float = 1) -> UsualRange | None:
    """Return the usual range from the first ``baseline`` ratings; None while there are fewer.

    ``points`` must be in time order. ``step`` is the smallest step of the scale: the range is at least that wide to
    each side, so that somebody who always says 5 has not left their range with a 6. Raises ValueError for a
    baseline under 8, or ratings that are not in time order or not finite.
    """
    if baseline < LEAST:
        raise ValueError(f"a usual range takes at least {LEAST} ratings, not {baseline}")
    check_order(points)
    if len(points) < baseline:
        return None
    values = [float(point.value) for point in points[:baseline]]
    centre, sd = fmean(values), stdev(values)
    half = max((_WIDTH + _UNCERTAINTY / baseline) * sd, step)
    return UsualRange(centre - half, centre + half, centre, sd, autocorrelation(values), baseline)


def autocorrelation(values: Sequence[float]) -> float | None:
    """Return the lag-1 autocorrelation, -1 to 1; None when nothing varies. It is too low in short series."""
    centre = fmean(values)
    gaps = [value - centre for value in values]
    total = sum(gap * gap for gap in gaps)
    if total <= 1e-12:
        return None
    return sum(one * other for one, other in pairwise(gaps)) / total


def check_order(points: Sequence[Point]) -> None:
    """Raise ValueError for ratings that are not in time order, or not finite."""
    if any(earlier.on > later.on for earlier, later in pairwise(points)):
        raise ValueError("the ratings are not in time order, and the order decides what is usual")
    if not all(isfinite(point.value) for point in points):
        raise ValueError("a rating is no finite number")
