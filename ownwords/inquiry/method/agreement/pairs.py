"""Observed agreement over pairs of coders within each unit: the first half of most coefficients. Loads numpy."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np

from ownwords.inquiry.method.agreement.ratings import MISSING, Floats, Ints, Ratings, why_not
from ownwords.inquiry.method.agreement.result import Result, undefined


def agreeing(table: Ratings) -> Ints:
    """Return for each row how many pairs of its ratings are alike, of m (m - 1) / 2."""
    found = np.zeros(len(table.index), np.int64)
    for one, other in combinations(table.index.T, 2):
        found += (one == other) & (one != MISSING)
    return found


def observed(table: Ratings) -> float:
    """Return the share of alike pairs, averaged over the units with two ratings or more.

    p_a = mean over units of (alike pairs / all pairs). Source: Fleiss 1971; with gaps Gwet 2014, chapter 2.
    """
    both = table.with_at_least(2)
    pairs = both.per_unit * (both.per_unit - 1) / 2
    return float((both.times * (agreeing(both) / pairs)).sum() / both.times.sum())


def shares(table: Ratings) -> Floats:
    """Return pi_k, the share of each category: the mean over units with a rating of (ratings k / ratings)."""
    there = table.with_at_least(1)
    weight = np.repeat(there.times / there.per_unit, there.per_unit)
    flat = there.index[there.index != MISSING]
    return np.asarray(np.bincount(flat, weight, len(table.values)) / there.times.sum(), dtype=np.float64)


def corrected(measure: str, table: Ratings, expected: Callable[[Ratings], float]) -> Result:
    """Return (observed - expected) / (1 - expected), or why there is none."""
    both = table.with_at_least(2).units()
    reason = why_not(table)
    if reason is not None:
        return undefined(measure, reason, both, table.coders)
    chance = expected(table)
    return Result(measure, (observed(table) - chance) / (1 - chance), both, table.coders)
