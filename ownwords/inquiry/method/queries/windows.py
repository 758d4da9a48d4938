"""Sorted codings with, for each, up to where its partners stand: every pair of interest is met once. Loads numpy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ownwords.inquiry.method.queries.codings import Codings, Ints, dense
from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.method.queries.turns import Turns, in_turns

AT_ONCE = 1 << 21


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """Codings in order of document and start. The partners of place i are the places from i + 1 to before ``until[i]``.

    ``place``: where each stood in what was given.
    """

    codings: Codings
    place: Ints
    until: Ints

    def pairs(self, first: int = 0, last: int | None = None) -> Iterator[tuple[Ints, Ints]]:
        """Give all pairs (i, j), i before j, for i from ``first`` to ``last`` (exclusive), some millions at once."""
        last = len(self.until) if last is None else last
        number = self.until[first:last] - np.arange(first, last) - 1
        before = np.concatenate([[0], np.cumsum(number)])
        begin = 0
        while begin < len(number):
            stop = int(np.searchsorted(before, before[begin] + AT_ONCE, "right")) - 1
            stop = min(max(stop, begin + 1), len(number))
            some = number[begin:stop]
            one = np.repeat(np.arange(first + begin, first + stop), some)
            offset = np.repeat(
                before[begin:stop] - before[begin] - np.arange(first + begin, first + stop) - 1, some
            )
            yield one, np.arange(len(one)) - offset
            begin = stop


def windows(codings: Codings, kind: Kind, *, within: int = 0, turns: Turns | None = None) -> Windows:
    """Return the windows of partners for a way of meeting; those of ``inside`` are those of ``overlap``.

    Raises ValueError for ``turn`` without turns, or a number of characters below 0.
    """
    if kind is Kind.TURN:
        if turns is None:
            raise ValueError("which turns? Give them for this way of meeting")
        codings = in_turns(codings, turns)
    if within < 0:
        raise ValueError("a distance is 0 or more")
    there = np.arange(len(codings)) if kind is Kind.DOCUMENT else np.flatnonzero(codings.end > codings.start)
    some = codings.of(there)
    order = np.lexsort((some.end, some.start, some.document))
    ready = some.of(order)
    return Windows(ready, there[order], _until(ready, kind, within if kind is Kind.WITHIN else -1))


def _until(ready: Codings, kind: Kind, within: int) -> Ints:
    """Return the end of each window: the first place at which no partner can stand any more."""
    _, document = dense(ready.document)
    if kind is Kind.DOCUMENT:
        return np.searchsorted(document, document, "right")
    if kind is Kind.EXACT:
        changes = (np.diff(document) > 0) | (np.diff(ready.start) > 0) | (np.diff(ready.end) != 0)
        span = np.cumsum(np.append(False, changes)[: len(document)])
        return np.searchsorted(span, span, "right")
    stride = int(ready.end.max(initial=0)) + within + 2
    line = document * stride + ready.start
    return np.searchsorted(line, document * stride + ready.end + within, "right")
