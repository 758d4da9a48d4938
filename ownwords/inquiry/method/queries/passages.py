"""The codings behind a cell of the co-occurrence table, so that a number opens to the words. Loads numpy."""

from __future__ import annotations

import numpy as np

from ownwords.inquiry.method.queries.codings import Codings, Ints
from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.method.queries.turns import Turns
from ownwords.inquiry.method.queries.windows import windows


def pairs_of(
    codings: Codings, first: int, second: int, kind: Kind, *, within: int = 0, turns: Turns | None = None
) -> tuple[Ints, Ints]:
    """Return places (of a coding of ``first``, of one of ``second``) for each pair that ``cooccurrence`` counted.

    In order of document and start. Raises ValueError as ``cooccurrence``.
    """
    some = np.flatnonzero((codings.code == first) | (codings.code == second))
    ready = windows(codings.of(some), kind, within=within, turns=turns)
    found = [_wanted(ready.codings, first, second, kind, one, other) for one, other in ready.pairs()]
    empty = np.zeros(0, np.int64)
    one, other = (np.concatenate([empty, *(pair[side] for pair in found)]) for side in (0, 1))
    back = some[ready.place]
    return back[one], back[other]


def _wanted(
    all_of: Codings, first: int, second: int, kind: Kind, one: Ints, other: Ints
) -> tuple[Ints, Ints]:
    """Return those pairs whose codes are the two, the one with the first code first."""
    ahead = (all_of.code[one] == first) & (all_of.code[other] == second)
    behind = (all_of.code[one] == second) & (all_of.code[other] == first)
    if kind is Kind.INSIDE:
        ahead &= all_of.start[one] == all_of.start[other]
        behind &= all_of.end[other] <= all_of.end[one]
    elif first == second:
        behind &= False
    return np.concatenate([one[ahead], other[behind]]), np.concatenate([other[ahead], one[behind]])
