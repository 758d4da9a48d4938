"""Observed and expected disagreement of Krippendorff's alpha, before both are divided by n and n (n - 1). Loads numpy.

Each function returns (observed, expected): observed = sum over units of [sum over ordered pairs of delta squared /
(m_u - 1)], expected = sum over ordered pairs of all values of delta squared. Tables have two ratings or more a unit.

No table of coincidences is made, which a million different numbers would burst: nominal disagreement counts pairs,
interval disagreement is that of a sum of squares, and the ordinal distance between two categories, the number of values
between them with half of each end, is the difference of their mid-ranks. Only ratio goes through pairs.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from ownwords.inquiry.method.agreement.pairs import agreeing
from ownwords.inquiry.method.agreement.ratings import MISSING, Floats, Ints, Ratings

Parts = tuple[float, float]
AT_ONCE = 1_000


def nominal(table: Ratings) -> Parts:
    """delta squared = 0 for the same category, else 1."""
    apart = table.per_unit * (table.per_unit - 1) - 2 * agreeing(table)
    observed = float((table.times * apart / (table.per_unit - 1)).sum())
    of = held(table).tolist()
    return observed, float(sum(of) ** 2 - sum(one * one for one in of))


def interval(table: Ratings) -> Parts:
    """delta squared = (difference) squared."""
    return squares(table, numbers(table))


def ordinal(table: Ratings) -> Parts:
    """delta = values from one category to the other, with half of each end: the difference of mid-ranks."""
    value, of = numbers(table), held(table)
    order = np.argsort(value, kind="stable")
    ranks = np.empty(len(value))
    ranks[order] = np.cumsum(of[order]) - of[order] / 2
    return squares(table, ranks)


def ratio(table: Ratings) -> Parts:
    """delta squared = (difference / sum) squared; two zeros are not apart."""
    value, of = numbers(table), held(table)
    observed = 0.0
    for one, other in combinations(table.index.T, 2):
        there = (one != MISSING) & (other != MISSING)
        apart = relative(value[one[there]], value[other[there]])
        observed += 2 * float((table.times[there] * apart / (table.per_unit[there] - 1)).sum())
    expected = 0.0
    for begin in range(0, len(value), AT_ONCE):
        some = slice(begin, begin + AT_ONCE)
        expected += float(of[some] @ relative(value[some, None], value[None, :]) @ of)
    return observed, expected


def relative(one: Floats, other: Floats) -> Floats:
    """Return ((one - other) / (one + other)) squared, 0 where both are 0."""
    total = one + other
    return np.asarray(((one - other) / np.where(total == 0, 1, total)) ** 2, dtype=np.float64)


def squares(table: Ratings, value: Floats) -> Parts:
    """Return both parts for (x - y) squared: over ordered pairs of m values that is 2 (m sum x^2 - (sum x)^2).

    Each unit is counted from its own first value and the whole from its mean, so that equal values give exactly 0.
    """
    there = table.index != MISSING
    x = np.where(there, value[table.index], 0.0)
    first = np.take_along_axis(x, there.argmax(axis=1)[:, None], axis=1)
    x = np.where(there, x - first, 0.0)
    m = table.per_unit
    spread = 2 * (m * (x**2).sum(axis=1) - x.sum(axis=1) ** 2)
    of = held(table)
    away = value - float(of @ value) / of.sum()
    return float((table.times * spread / (m - 1)).sum()), float(2 * of.sum() * (of @ away**2))


def held(table: Ratings) -> Ints:
    """Return n_c: how many values of each category there are in all."""
    return np.asarray(table.marginals().sum(axis=0), dtype=np.int64)


def numbers(table: Ratings) -> Floats:
    """Return the categories as numbers, scaled where squares would burst: alpha does not depend on the scale."""
    value = np.array(table.values, np.float64)
    peak = float(np.abs(value).max())
    return value / peak if peak > 1e100 or 0 < peak < 1e-100 else value
