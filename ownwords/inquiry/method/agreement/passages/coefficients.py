"""Coefficients of each code, their mean, and the pooled one from the sum of the tables. Loads numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from ownwords.inquiry.method.agreement.measures import MEASURES
from ownwords.inquiry.method.agreement.passages.by_code import CodeTable, summed
from ownwords.inquiry.method.agreement.result import Reason, Result, undefined

SHOWN = ("cohen", "percent", "gwet-ac1", "krippendorff-nominal")


@dataclass(frozen=True, slots=True)
class Overall:
    """One measure over all codes.

    ``mean``: of the codes for which it is defined, None for none; ``defined``, ``undefined``: how many codes.
    ``pooled``: of the sum of all tables, in which much-used codes weigh more. Neither stands for the other: show both.
    """

    measure: str
    mean: float | None
    defined: int
    undefined: int
    pooled: Result


def coefficient(table: CodeTable, measure: str) -> Result:
    """Return one measure of one code over characters.

    Nobody coded: undefined for every measure, for agreement about nothing is none. No document in common: undefined.
    Raises KeyError for an unknown measure, ValueError for a measure of two coders where there are more.
    """
    given = MEASURES[measure]
    reason = None if table.coded else Reason.NOBODY_CODED
    if table.coders < 2 or not table.characters:
        reason = Reason.TOO_FEW_CODERS if table.coders < 2 else Reason.NOTHING_IN_COMMON
    if reason is not None:
        return undefined(measure, reason, table.characters, table.coders)
    return given.of(table.ratings())


def coefficients(tables: Sequence[CodeTable], measure: str) -> list[Result]:
    """Return one measure for each code."""
    return [coefficient(one, measure) for one in tables]


def overall(tables: Sequence[CodeTable], measure: str, coders: int) -> Overall:
    """Return the mean and the pooled coefficient of codes."""
    values = [one.value for one in coefficients(tables, measure) if one.value is not None]
    mean = fsum(values) / len(values) if values else None
    pooled = coefficient(summed(tables, coders), measure)
    return Overall(measure, mean, len(values), len(tables) - len(values), pooled)
