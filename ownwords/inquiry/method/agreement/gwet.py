"""Gwet's AC1: does not collapse where one category is rare or common, as the kappas do. Loads numpy.

p_e = sum over categories of pi_k (1 - pi_k), divided by q - 1, with q categories.
Source: Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29-48; gaps as in Gwet 2014.
"""

from __future__ import annotations

from ownwords.inquiry.method.agreement.pairs import corrected, shares
from ownwords.inquiry.method.agreement.ratings import Ratings
from ownwords.inquiry.method.agreement.result import Result

MEASURE = "gwet-ac1"


def gwet_ac1(table: Ratings) -> Result:
    """Return AC1; any number of coders, gaps allowed. Every category of the table counts, used or not."""
    return corrected(MEASURE, table, expected)


def expected(table: Ratings) -> float:
    """Return the agreement that chance gives if only units hard to rate are rated by chance."""
    pi = shares(table)
    return float((pi * (1 - pi)).sum() / (len(table.values) - 1))
