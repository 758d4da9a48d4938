"""Brennan and Prediger's kappa: chance is one in q categories, whatever the coders did.

Source: Brennan and Prediger 1981, Educational and Psychological Measurement 41:687-699.
"""

from __future__ import annotations

from ownwords.inquiry.method.agreement.pairs import corrected
from ownwords.inquiry.method.agreement.ratings import Ratings
from ownwords.inquiry.method.agreement.result import Result

MEASURE = "brennan-prediger"


def brennan_prediger(table: Ratings) -> Result:
    """Return the coefficient; any number of coders, gaps allowed. Every category of the table counts, used or not."""
    return corrected(MEASURE, table, expected)


def expected(table: Ratings) -> float:
    """Return 1 / q."""
    return 1 / len(table.values)
