"""The same for every cell of a matrix at once, over columns of whole numbers. Loads numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ownwords.inquiry.method.charting.staleness import Why
from ownwords.inquiry.method.queries.codings import Ints

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """A passage in a cell, one entry each: the cell and the passage as numbers from 0, and when it was changed last."""

    cell: Ints
    passage: Ints
    at: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Summaries:
    """What was written, one entry a summary: its cell (each once), when, and how many passages stood there then."""

    cell: Ints
    at: Ints
    seen: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Rests:
    """On what summaries rest: the place of the summary, and the passage; -1 for one that is nowhere any more."""

    summary: Ints
    passage: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """How many passages each cell holds, and for each summary whether it is older than them, by each reason."""

    number: Ints
    stale: dict[Why, Flags]


def whole(cells: int, passages: Passages, summaries: Summaries, rests: Rests) -> Whole:
    """Return what `staleness.why_stale` says of every summary of a matrix of ``cells`` cells.

    A passage may stand in several cells, in each once. Raises ValueError for a cell that is not in the matrix.
    """
    if any(one.size and (one.min() < 0 or one.max() >= cells) for one in (passages.cell, summaries.cell)):
        raise ValueError("a cell outside the matrix")
    number = np.bincount(passages.cell, minlength=cells).astype(np.int64)
    newest = np.full(cells, np.iinfo(np.int64).min)
    np.maximum.at(newest, passages.cell, passages.at)
    stale = {
        Why.NEWER: newest[summaries.cell] > summaries.at,
        Why.GONE: _gone(passages, summaries, rests),
        Why.NUMBER: number[summaries.cell] != summaries.seen,
    }
    return Whole(number, stale)


def _gone(passages: Passages, summaries: Summaries, rests: Rests) -> Flags:
    stride = int(max(passages.passage.max(initial=0), rests.passage.max(initial=0))) + 2
    there = passages.cell * stride + passages.passage
    wanted = summaries.cell[rests.summary] * stride + rests.passage
    missing = (rests.passage < 0) | ~np.isin(wanted, there)
    gone = np.zeros(len(summaries.cell), np.bool_)
    gone[rests.summary[missing]] = True
    return gone
