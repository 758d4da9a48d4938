"""Fleiss' kappa: any number of coders, who need not be the same for each unit. Loads numpy.

p_e = sum over categories of pi_k squared, pi_k the mean share of a category over units.
Source: Fleiss 1971, Psychological Bulletin 76:378-382; gaps as in Gwet 2014, Handbook of Inter-Rater Reliability.
"""

from __future__ import annotations

from ownwords.inquiry.method.agreement.pairs import corrected, shares
from ownwords.inquiry.method.agreement.ratings import Ratings
from ownwords.inquiry.method.agreement.result import Result

MEASURE = "fleiss"


def fleiss(table: Ratings) -> Result:
    """Return kappa; any number of coders, gaps allowed."""
    return corrected(MEASURE, table, expected)


def expected(table: Ratings) -> float:
    """Return the agreement that chance gives when everybody draws from the one distribution of all."""
    return float((shares(table) ** 2).sum())
