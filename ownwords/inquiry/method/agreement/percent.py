"""Percent agreement: how often two coders of a unit say the same. Knows no chance; never show it alone."""

from __future__ import annotations

from ownwords.inquiry.method.agreement.pairs import observed
from ownwords.inquiry.method.agreement.ratings import Ratings, why_not
from ownwords.inquiry.method.agreement.result import Reason, Result, undefined

MEASURE = "percent"


def percent(table: Ratings) -> Result:
    """Return the share of alike pairs, from 0 to 1; any number of coders, gaps allowed.

    One category only is no hindrance: everybody said the same.
    """
    both = table.with_at_least(2).units()
    reason = why_not(table)
    if reason not in (None, Reason.ONE_CATEGORY):
        return undefined(MEASURE, reason, both, table.coders)
    return Result(MEASURE, observed(table), both, table.coders)
