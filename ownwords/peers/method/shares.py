"""A share with its counts and its interval; undefined where there is nothing to divide by.

>>> Share(3, 4).fraction, Share(0, 0).fraction
(Fraction(3, 4), None)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import NormalDist, median


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``whole``, both counts. Raises ValueError when the part lies outside 0 to the whole."""

    part: int
    whole: int

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.whole:
            raise ValueError(f"{self.part} of {self.whole} is no share")

    @property
    def fraction(self) -> Fraction | None:
        """The share as an exact number from 0 to 1; None for 0 of 0."""
        return Fraction(self.part, self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Interval:
    """The ends of a confidence interval, both included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Spread:
    """Median of what is known (None when nothing is), with how many are known and how many are not."""

    median: float | None
    known: int
    unknown: int


def wilson(share: Share, level: float = 0.95) -> Interval | None:
    """Return the score interval of a share; None for 0 of 0.

    Wilson EB (1927), Journal of the American Statistical Association 22:209-212: all p with
    |share - p| <= z x sqrt(p (1 - p) / n). It stays within 0 and 1 and does not shrink to a point at 0 or all.
    """
    if not 0 < level < 1:
        raise ValueError("the level lies between 0 and 1")
    if not share.whole:
        return None
    z = NormalDist().inv_cdf((1 + level) / 2)
    n, p = share.whole, share.part / share.whole
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return Interval(
        0.0 if share.part == 0 else max(0.0, middle - half),
        1.0 if share.part == n else min(1.0, middle + half),
    )


def spread(values: Iterable[int | None]) -> Spread:
    """Return the median of the known values, with the unknown ones counted beside it."""
    given = list(values)
    known = [value for value in given if value is not None]
    return Spread(float(median(known)) if known else None, len(known), len(given) - len(known))
