"""Which codes meet, and how often: pair counts of a whole corpus, sparse. Loads numpy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ownwords.inquiry.method.queries.codings import Codings, Ints, dense
from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.method.queries.same_document import all_pairs, at_once, fits
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
    if kind is Kind.DOCUMENT and fits(ready.codings.document, len(labels)):
        return PairCounts(*at_once(labels, code, ready.codings.document))
    tally = Tally(len(labels))
    for first, last in documents(ready.codings.document):
        codes, local = dense(code[first:last])
        if kind is Kind.DOCUMENT:
            tally.add(codes, *all_pairs(np.bincount(local)))
        else:
            tally.add(codes, *_met(ready, local, len(codes), (first, last), kind))
    one, other, count, number = tally.result()
    return PairCounts(labels[one], labels[other], count, number)


def documents(document: Ints) -> Iterator[tuple[int, int]]:
    """Give the stretch of places, last exclusive, of each document; documents stand together."""
    cuts = np.flatnonzero(np.diff(document)) + 1
    edges = [0, *cuts.tolist(), len(document)]
    yield from (pair for pair in pairwise(edges) if pair[1] > pair[0])


def _met(ready: Windows, local: Ints, size: int, places: tuple[int, int], kind: Kind) -> tuple[Ints, Ints]:
    """Return (keys, counts) of one document; a key is first x size + second, both places among its codes."""
    first, last = places
    chunks = (
        keys
        for one, other in ready.pairs(first, last)
        for keys in _keys(ready.codings, local, size, first, kind, one, other)
    )
    pairs = int((ready.until[first:last] - np.arange(first, last) - 1).sum())
    if size <= SMALL and pairs > DENSE * size * size:
        return _in_a_square(chunks, size, kind)
    return _sorted(chunks, size, kind)


SMALL = 2_000
"""Up to so many codes in a document may be counted in a square table."""
DENSE = 0.25
"""A square table is quicker than sorting where there are more pairs than this share of its cells."""


def _in_a_square(chunks: Iterable[Ints], size: int, kind: Kind) -> tuple[Ints, Ints]:
    """Count keys in a table of all of them, (a, b) and (b, a) taken together where order does not matter."""
    table = np.zeros(size * size, np.int64)
    for keys in chunks:
        table += np.bincount(keys, minlength=size * size)
    if kind is not Kind.INSIDE:
        square = table.reshape(size, size)
        table = (np.triu(square) + np.tril(square, -1).T).reshape(-1)
    found = np.flatnonzero(table)
    return found, table[found]


def _sorted(chunks: Iterable[Ints], size: int, kind: Kind) -> tuple[Ints, Ints]:
    """Count keys by sorting them, with the same result."""
    kept, total = np.zeros(0, np.int64), np.zeros(0, np.int64)
    for keys in chunks:
        if kind is not Kind.INSIDE:
            one, other = np.divmod(keys, size)
            keys = np.minimum(one, other) * size + np.maximum(one, other)  # noqa: PLW2901
        here, counts = np.unique(keys, return_counts=True)
        kept, place = dense(np.concatenate([kept, here]))
        before, total = np.concatenate([total, counts]), np.zeros(len(kept), np.int64)
        np.add.at(total, place, before)
    return kept, total


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
