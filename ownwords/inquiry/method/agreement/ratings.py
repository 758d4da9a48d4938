"""A table of ratings: a row for each unit, a column for each coder, gaps allowed. Loads numpy."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ownwords.inquiry.method.agreement.result import Reason

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
MISSING = -1


@dataclass(frozen=True, eq=False)
class Ratings:
    """Who put which unit into which category.

    ``index``: units x coders, the place of the category in ``values``, -1 for a gap. ``times``: how many units each row
    stands for (a row of characters coded alike is one row). ``values``: the categories.
    """

    index: Ints
    times: Ints
    values: tuple[Hashable, ...]

    @property
    def coders(self) -> int:
        """Columns of the table, also those of a coder who coded nothing."""
        return int(self.index.shape[1])

    @cached_property
    def per_unit(self) -> Ints:
        """Ratings of each row."""
        return np.asarray((self.index != MISSING).sum(axis=1), dtype=np.int64)

    @cached_property
    def used(self) -> int:
        """Number of categories that anybody used."""
        return int(np.unique(self.index[self.index != MISSING]).size)

    def with_at_least(self, ratings: int) -> Ratings:
        """Return the rows that have so many ratings."""
        keep = (self.per_unit >= ratings) & (self.times > 0)
        return self if keep.all() else Ratings(self.index[keep], self.times[keep], self.values)

    def of(self, rows: npt.NDArray[np.bool_]) -> Ratings:
        """Return some of the rows."""
        return Ratings(self.index[rows], self.times[rows], self.values)

    def units(self) -> int:
        """Units that the rows stand for."""
        return int(self.times.sum())

    def marginals(self) -> Ints:
        """Return coders x categories: how many units each coder put where."""
        found = np.zeros((self.coders, len(self.values)), np.int64)
        for coder in range(self.coders):
            column = self.index[:, coder]
            there = column != MISSING
            np.add.at(found[coder], column[there], self.times[there])
        return found


def ratings(rows: Sequence[Sequence[Hashable | None]]) -> Ratings:
    """Return a table from rows of categories, None for a gap.

    Raises ValueError for rows of different lengths.
    """
    widths = {len(row) for row in rows}
    if len(widths) > 1:
        raise ValueError("rows of ratings have different lengths")
    places: dict[Hashable, int] = {}
    index = [[MISSING if one is None else places.setdefault(one, len(places)) for one in row] for row in rows]
    shape = (len(rows), widths.pop() if widths else 0)
    return Ratings(np.array(index, np.int64).reshape(shape), np.ones(len(rows), np.int64), tuple(places))


def why_not(table: Ratings) -> Reason | None:
    """Return why nothing corrected for chance can be said about the table, None when something can."""
    if table.coders < 2:
        return Reason.TOO_FEW_CODERS
    if not (table.per_unit * table.times).any():
        return Reason.NOBODY_CODED
    if not ((table.per_unit > 1) & (table.times > 0)).any():
        return Reason.NOTHING_IN_COMMON
    return Reason.ONE_CATEGORY if table.used < 2 else None
