"""Which codes meet, and how often: pair counts of a whole corpus, sparse. Loads numpy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ownwords.inquiry.method.queries.codings import Codings, Ints, dense
from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.method.queries.tally import Tally
from ownwords.inquiry.method.queries.turns import Turns
from ownwords.inquiry.method.queries.windows import Windows, windows


@dataclass(frozen=True, slots=True, eq=False)
class PairCounts:
    """Pairs of codes that meet, one entry each, in order of ``first`` and ``second``.

    ``count``: pairs of two codings. ``documents``: documents in which there is such a pair. Each pair of codings counts
    once, with ``first`` <= ``second``; only in ``inside`` is ``first`` the code of the inner and ``second`` that of the
    outer coding, and equal spans are inside each other both ways. ``first`` = ``second``: two codings of one code.
    """

    first: Ints
    second: Ints
    count: Ints
    documents: Ints

    def rows(self) -> Iterator[tuple[int, int, int, int]]:
        """Give (first, second, count, documents)."""
        columns = (self.first, self.second, self.count, self.documents)
        yield from zip(*(one.tolist() for one in columns), strict=True)


def cooccurrence(codings: Codings, kind: Kind, *, within: int = 0, turns: Turns | None = None) -> PairCounts:
    """Count pairs of codings that meet, by their codes.

    ``within``: characters, for that kind only; ``turns``: for that kind only. Codings of all coders given count; leave
    out whom you do not mean. Raises ValueError for ``turn`` without turns, or ``within`` below 0.
    """
    ready = windows(codings, kind, within=within, turns=turns)
    labels, code = dense(ready.codings.code)
    tally = Tally(len(labels))
    for first, last in documents(ready.codings.document):
        codes, local = dense(code[first:last])
        if kind is Kind.DOCUMENT:
            tally.add(codes, *_all_pairs(np.bincount(local)))
        else:
            tally.add(codes, *_met(ready, local, len(codes), (first, last), kind))
    one, other, count, number = tally.result()
    return PairCounts(labels[one], labels[other], count, number)


def documents(document: Ints) -> Iterator[tuple[int, int]]:
    """Give the stretch of places, last exclusive, of each document; documents stand together."""
    cuts = np.flatnonzero(np.diff(document)) + 1
    edges = [0, *cuts.tolist(), len(document)]
    yield from (pair for pair in pairwise(edges) if pair[1] > pair[0])


def _all_pairs(number: Ints) -> tuple[Ints, Ints]:
    """Return (keys, counts) when everything in a document meets: n_a n_b, and n (n - 1) / 2 within a code."""
    size = len(number)
    table = np.triu(np.outer(number, number), 1)
    np.fill_diagonal(table, number * (number - 1) // 2)
    keys = np.flatnonzero(table)
    return keys, table.reshape(size * size)[keys]


def _met(ready: Windows, local: Ints, size: int, places: tuple[int, int], kind: Kind) -> tuple[Ints, Ints]:
    """Return (keys, counts) of one document; a key is first x size + second, both places among its codes."""
    first, last = places
    found: list[tuple[Ints, Ints]] = []
    table = np.zeros(size * size, np.int64) if size <= SMALL else None
    for one, other in ready.pairs(first, last):
        for keys in _keys(ready.codings, local, size, first, kind, one, other):
            if table is not None:
                table += np.bincount(keys, minlength=size * size)
            else:
                found.append(np.unique(keys, return_counts=True))
    if table is not None:
        if kind is not Kind.INSIDE:
            square = table.reshape(size, size)
            table = (np.triu(square) + np.tril(square, -1).T).reshape(-1)
        keys = np.flatnonzero(table)
        return keys, table[keys]
    empty = np.zeros(0, np.int64)
    return _folded(
        np.concatenate([empty, *(keys for keys, _ in found)]),
        np.concatenate([empty, *(counts for _, counts in found)]),
        size,
        kind,
    )


SMALL = 2_000
"""Up to so many codes in a document are counted in a square table."""


def _keys(
    all_of: Codings, local: Ints, size: int, base: int, kind: Kind, one: Ints, other: Ints
) -> Iterator[Ints]:
    """Give the keys of pairs; for inside, those where the later lies in the earlier, then the other way round."""
    if kind is not Kind.INSIDE:
        yield local[one - base] * size + local[other - base]
        return
    within = all_of.end[other] <= all_of.end[one]
    yield local[other[within] - base] * size + local[one[within] - base]
    # The earlier lies in the later only if they start together; being sorted by end, the later then reaches as far.
    around = all_of.start[one] == all_of.start[other]
    yield local[one[around] - base] * size + local[other[around] - base]


def _folded(keys: Ints, counts: Ints, size: int, kind: Kind) -> tuple[Ints, Ints]:
    """Return each key once, (a, b) and (b, a) taken together where order does not matter."""
    if kind is not Kind.INSIDE:
        one, other = np.divmod(keys, size)
        keys = np.minimum(one, other) * size + np.maximum(one, other)
    kept, place = dense(keys)
    total = np.zeros(len(kept), np.int64)
    np.add.at(total, place, counts)
    return kept, total
