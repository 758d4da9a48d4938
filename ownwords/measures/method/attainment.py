"""Goal attainment scaling: the T-score of several goals, each with five levels agreed beforehand.

Formula: Kiresuk & Sherman 1968. A widely used guide of 2009 printed wrong formulas and later an erratum, so the worked
values in the tests are the contract. T describes a set of goals in a group of people; for one goal it can only be 30,
40, 50, 60 or 70, and it says nothing that the level itself does not say better.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

RHO = 0.3
"""Assumed correlation between goals, as published."""


def t_score(levels: Sequence[float], weights: Sequence[float] | None = None, *, rho: float = RHO) -> float:
    """Return T = 50 + 10 * sum(w*x) / sqrt((1 - rho) * sum(w^2) + rho * (sum w)^2).

    ``levels``: -2 (much less than expected) to +2, 0 = as expected; one per goal. ``weights``: above 0, equal when left
    out. Raises ValueError for no goals, a level out of range, a weight of 0 or less, or rho outside 0 to 1.

    >>> round(t_score([1, 1, 1]), 2), round(t_score([1, -1], [2, 1]), 2), t_score([2])
    (63.69, 54.02, 70.0)
    """
    if not levels:
        raise ValueError("there must be at least one goal")
    if not all(-2 <= level <= 2 for level in levels):
        raise ValueError("a level lies between -2 and +2")
    counted = [1.0] * len(levels) if weights is None else list(weights)
    if len(counted) != len(levels):
        raise ValueError(f"there are {len(levels)} goals but {len(counted)} weights")
    if not all(0 < weight < math.inf for weight in counted):
        raise ValueError("a weight must be above 0")
    if not 0 <= rho <= 1:
        raise ValueError(f"rho must lie between 0 and 1, not {rho}")
    reached = sum(weight * level for weight, level in zip(counted, levels, strict=True))
    spread = (1 - rho) * sum(weight**2 for weight in counted) + rho * sum(counted) ** 2
    return 50 + 10 * reached / math.sqrt(spread)
