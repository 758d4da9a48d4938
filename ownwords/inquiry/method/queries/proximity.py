"""How near one code comes to another: for each coding the nearest coding of the other code. Loads numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ownwords.inquiry.method.queries.codings import Codings, Ints
from ownwords.inquiry.method.queries.turns import Turns, in_turns

NONE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """One entry for each coding of a code, in order of document and start.

    ``place``: which coding. ``other``: the nearest coding of the other code in its document, -1 where there is none.
    ``distance``: characters between them, 0 where they touch or overlap, -1 where there is none. Of
    several as near, one is given.
    """

    place: Ints
    other: Ints
    distance: Ints


def nearest(codings: Codings, code: int, to: int) -> Nearest:
    """Return how far each coding of ``code`` is from the nearest one of ``to``; never from itself.

    Raises ValueError when both are one code: every coding would have to pass over itself.
    """
    if code == to:
        raise ValueError("give two different codes")
    ours, theirs = (_sorted(codings, one) for one in (code, to))
    stride = int(codings.end.max(initial=0)) + 1
    line = codings.document * stride
    starts, ends = line[theirs] + codings.start[theirs], line[theirs] + codings.end[theirs]
    # Of those that begin at or before a coding, the one that reaches furthest; of those that begin later, the first.
    furthest = _furthest(ends)
    after = np.searchsorted(starts, line[ours] + codings.start[ours], "right")
    before = np.where(after > 0, after - 1, NONE)
    behind = np.where(before >= 0, furthest[before] if len(theirs) else NONE, NONE)
    ahead = np.where(after < len(theirs), after, NONE)
    away = _distance(codings, ours, theirs, behind), _distance(codings, ours, theirs, ahead)
    far = np.iinfo(np.int64).max
    first = np.where(away[0] == NONE, far, away[0]) <= np.where(away[1] == NONE, far, away[1])
    chosen, distance = np.where(first, behind, ahead), np.where(first, away[0], away[1])
    other = np.where(distance == NONE, NONE, theirs[chosen] if len(theirs) else NONE)
    return Nearest(ours, other, distance)


def _sorted(codings: Codings, code: int) -> Ints:
    some = np.flatnonzero(codings.code == code)
    return some[np.lexsort((codings.end[some], codings.start[some], codings.document[some]))]


def _furthest(ends: Ints) -> Ints:
    """Return for each place the earliest place with the furthest end so far."""
    reach = np.maximum.accumulate(ends)
    new = np.append(True, reach[1:] > reach[:-1])[: len(ends)]
    return np.maximum.accumulate(np.where(new, np.arange(len(ends)), 0))


def _distance(codings: Codings, ours: Ints, theirs: Ints, chosen: Ints) -> Ints:
    """Return characters between each coding and the chosen other, -1 where none is chosen or it is elsewhere."""
    if not len(theirs):
        return np.full(len(ours), NONE, np.int64)
    other = theirs[chosen]
    gap = np.maximum(codings.start[ours] - codings.end[other], codings.start[other] - codings.end[ours])
    there = (chosen != NONE) & (codings.document[ours] == codings.document[other])
    return np.asarray(np.where(there, np.maximum(gap, 0), NONE), dtype=np.int64)


def nearest_in_turns(codings: Codings, code: int, to: int, turns: Turns) -> Nearest:
    """Return the same with distances in turns: 0 in one turn, 1 in the next, and so on.

    Codings that touch no turn, or have no length, are left out.
    """
    counted = in_turns(codings, turns)
    there = np.flatnonzero(counted.end > counted.start)
    some = counted.of(there)
    # From the first to the last turn, so that a turn and the next lie one apart.
    whole = Codings(some.code, some.document, some.start, some.end - 1, some.coder)
    found = nearest(whole, code, to)
    other = np.where(found.other == NONE, NONE, there[found.other] if len(there) else NONE)
    return Nearest(there[found.place], other, found.distance)
