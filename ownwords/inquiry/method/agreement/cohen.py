"""Cohen's kappa: two coders, each with habits of their own. Loads numpy.

kappa = (p_o - p_e) / (1 - p_e), with p_o the share of units put alike and p_e = sum over categories of p_1k p_2k.
Source: Cohen 1960, Educational and Psychological Measurement 20:37-46.
"""

from __future__ import annotations

from ownwords.inquiry.method.agreement.ratings import MISSING, Ints, Ratings
from ownwords.inquiry.method.agreement.result import Reason, Result, undefined

MEASURE = "cohen"


def cohen(table: Ratings) -> Result:
    """Return kappa over the units that both coders rated. Raises ValueError for any other number of coders than two.

    Whole numbers throughout, so that perfect agreement is 1 and not nearly 1, also over billions of characters.
    """
    if table.coders != 2:
        raise ValueError(
            "Cohen's kappa is for two coders; for more there are Fleiss, Conger, Gwet and Krippendorff"
        )
    both = table.of((table.index != MISSING).all(axis=1) & (table.times > 0))
    units = both.units()
    if not units:
        anybody = (table.per_unit * table.times).any()
        reason = Reason.NOTHING_IN_COMMON if anybody else Reason.NOBODY_CODED
        return undefined(MEASURE, reason, 0, 2)
    alike, chance = units * observed(both), expected(both.marginals())
    if chance == units * units:
        return undefined(MEASURE, Reason.ONE_CATEGORY, units, 2)
    return Result(MEASURE, (alike - chance) / (units * units - chance), units, 2)


def observed(both: Ratings) -> int:
    """Return how many units were put alike: n p_o."""
    return int(both.times[both.index[:, 0] == both.index[:, 1]].sum())


def expected(marginals: Ints) -> int:
    """Return n squared times p_e from the two coders' marginals: the sum of their products."""
    first, second = marginals.tolist()
    return sum(one * other for one, other in zip(first, second, strict=True))
