"""Krippendorff's alpha for nominal, ordinal, interval and ratio data, any number of coders, gaps allowed. Loads numpy.

alpha = 1 - D_o / D_e over values that can be paired (units with two ratings or more). With m_u ratings in unit u and n
in all: D_o = 1/n sum over units of [sum over ordered pairs of delta squared / (m_u - 1)], D_e = sum over ordered pairs
of all values of delta squared / (n (n - 1)). Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from ownwords.inquiry.method.agreement import disagreement
from ownwords.inquiry.method.agreement.ratings import Ratings, why_not
from ownwords.inquiry.method.agreement.result import Reason, Result, undefined


class Level(StrEnum):
    """Level of measurement; decides how far apart two values are."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


OF_LEVEL = {
    Level.NOMINAL: disagreement.nominal,
    Level.ORDINAL: disagreement.ordinal,
    Level.INTERVAL: disagreement.interval,
    Level.RATIO: disagreement.ratio,
}


def krippendorff(table: Ratings, level: Level = Level.NOMINAL) -> Result:
    """Return alpha.

    Raises ValueError for categories that are no finite numbers (ordinal, interval, ratio) or lie below zero (ratio).
    """
    measure = f"krippendorff-{level}"
    if level is not Level.NOMINAL:
        check_numbers(table, level)
    both = table.with_at_least(2)
    reason = why_not(table) or (Reason.ONE_CATEGORY if both.used < 2 else None)
    if reason is not None:
        return undefined(measure, reason, both.units(), table.coders)
    observed, expected = OF_LEVEL[level](both)
    if expected == 0:
        return undefined(measure, Reason.ONE_CATEGORY, both.units(), table.coders)
    paired = int((both.per_unit * both.times).sum())
    return Result(measure, 1 - (paired - 1) * observed / expected, both.units(), table.coders)


def check_numbers(table: Ratings, level: Level) -> None:
    """Raise ValueError unless every category is a number of that level."""
    if not all(isinstance(one, int | float) and np.isfinite(one) for one in table.values):
        raise ValueError(f"{level} data are finite numbers")
    if level is Level.RATIO and any(one < 0 for one in table.values if isinstance(one, int | float)):
        raise ValueError("ratio data are not below zero")
