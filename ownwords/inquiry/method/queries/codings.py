"""Codings as columns of whole numbers: what every question here starts from. Loads numpy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Row = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Codings:
    """One entry a coding. Positions are code points of the document, from 0, ``end`` exclusive.

    ``code``, ``document`` and ``coder`` are any numbers from 0 on, given by the caller. Raises ValueError for columns
    of different lengths, a number below 0, or an end before its start.
    """

    code: Ints
    document: Ints
    start: Ints
    end: Ints
    coder: Ints

    def __post_init__(self) -> None:
        columns = (self.code, self.document, self.start, self.end, self.coder)
        if len({len(one) for one in columns}) > 1:
            raise ValueError("columns of codings have different lengths")
        if any(one.size and one.min() < 0 for one in columns) or (self.end < self.start).any():
            raise ValueError("a coding has a number below 0, or ends before it starts")

    def __len__(self) -> int:
        return len(self.code)

    def of(self, rows: Flags | Ints) -> Codings:
        """Return some of the codings, by a mask or in the order of places."""
        return Codings(
            self.code[rows], self.document[rows], self.start[rows], self.end[rows], self.coder[rows]
        )


def codings(rows: Iterable[Row]) -> Codings:
    """Return columns from rows of (code, document, start, end, coder)."""
    table = np.array(list(rows), np.int64).reshape(-1, 5)
    return Codings(*(np.ascontiguousarray(column) for column in table.T))


def dense(values: Ints) -> tuple[Ints, Ints]:
    """Return (the different values in order, for each entry its place among them)."""
    labels, places = np.unique(values, return_inverse=True)
    return labels, places.reshape(-1).astype(np.int64, copy=False)
