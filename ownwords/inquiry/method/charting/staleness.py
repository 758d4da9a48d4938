"""When a summary is older than the passages of its cell (inquiry 2.3, 16).

Framework method: Gale et al. 2013 (doi 10.1186/1471-2288-13-117). That a summary has a date, and says which passages it
rests on, is our own design: without them nobody can tell which cells to read again after more coding.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a summary may no longer say what its passages say."""

    NEWER = "newer"
    """A passage was coded, or its coding changed, after the summary was written."""
    GONE = "gone"
    """A passage that the summary rests on is in the cell no more."""
    NUMBER = "number"
    """There are more or fewer passages now than when it was written."""


@dataclass(frozen=True, slots=True)
class Held:
    """A passage that a cell holds now; ``at`` is when it was coded or last changed, on any one scale."""

    id: Hashable
    at: float


@dataclass(frozen=True, slots=True)
class Charted:
    """What was written into a cell: when, resting on which passages, and how many stood there then (0 or more)."""

    at: float
    rests_on: Collection[Hashable]
    seen: int


def why_stale(charted: Charted, held: Collection[Held]) -> frozenset[Why]:
    """Return why a summary is older than its passages; nothing where it is not.

    Args:
        held: the passages of the cell as they are now, each once.

    >>> why_stale(Charted(at=5, rests_on=["a"], seen=1), [Held("a", 4)])
    frozenset()
    >>> sorted(why_stale(Charted(at=5, rests_on=["a"], seen=1), [Held("b", 6)]))
    [<Why.GONE: 'gone'>, <Why.NEWER: 'newer'>]
    """
    found = set()
    if any(one.at > charted.at for one in held):
        found.add(Why.NEWER)
    if not set(charted.rests_on) <= {one.id for one in held}:
        found.add(Why.GONE)
    if len(held) != charted.seen:
        found.add(Why.NUMBER)
    return frozenset(found)
