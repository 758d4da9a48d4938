"""Conger's kappa: Cohen's for any number of coders, each with habits of their own. Loads numpy.

p_e = sum over categories of (mean share squared - variance of the share between coders / coders).
Source: Conger 1980, Psychological Bulletin 88:322-328; gaps as in Gwet 2014, Handbook of Inter-Rater Reliability.
"""

from __future__ import annotations

from ownwords.inquiry.method.agreement.pairs import corrected
from ownwords.inquiry.method.agreement.ratings import Ratings
from ownwords.inquiry.method.agreement.result import Result

MEASURE = "conger"


def conger(table: Ratings) -> Result:
    """Return kappa; any number of coders, gaps allowed. A coder who rated nothing is left out of what chance gives."""
    return corrected(MEASURE, table, expected)


def expected(table: Ratings) -> float:
    """Return the agreement that chance gives to a pair of different coders, each with their own shares."""
    marginals = table.marginals()
    marginals = marginals[marginals.sum(axis=1) > 0]
    each = marginals / marginals.sum(axis=1, keepdims=True)
    return float((each.mean(axis=0) ** 2 - each.var(axis=0, ddof=1) / len(each)).sum())
