"""Codings measured in turns of speech in place of characters. Loads numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ownwords.inquiry.method.queries.codings import Codings, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """Turns of speech, one entry each, in any order. Raises ValueError for two that overlap, or one without length."""

    document: Ints
    start: Ints
    end: Ints

    def __post_init__(self) -> None:
        order = np.lexsort((self.start, self.document))
        document, start, end = self.document[order], self.start[order], self.end[order]
        same = document[1:] == document[:-1]
        if (self.end <= self.start).any() or (same & (start[1:] < end[:-1])).any():
            raise ValueError("turns overlap, or have no length")


def in_turns(codings: Codings, turns: Turns) -> Codings:
    """Return the same codings with start and end as places of turns: [first turn it has a character of, last + 1).

    Those that touch no turn, or have no length, come out without length. Two codings share a turn exactly when these
    stretches overlap.
    """
    stride = int(max(codings.end.max(initial=0), turns.end.max(initial=0))) + 1
    order = np.lexsort((turns.start, turns.document))
    starts = turns.document[order] * stride + turns.start[order]
    ends = turns.document[order] * stride + turns.end[order]
    base = codings.document * stride
    first = np.searchsorted(ends, base + codings.start, "right")
    after = np.searchsorted(starts, base + codings.end, "left")
    after = np.where(codings.end > codings.start, np.maximum(first, after), first)
    return Codings(codings.code, codings.document, first, after, codings.coder)
