"""Two dated copies of a map side by side: what was added, what is gone, what moved, what is worded otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from ownwords.connections.method.network import MapFault, What, distinct_ties


@dataclass(frozen=True, slots=True)
class CopiedItem:
    """One item as a copy holds it. Two with the same ``id`` are the same item at different times."""

    id: str
    label: str = ""
    what: What | None = None
    kinds: tuple[str, ...] = ()
    ring: int | None = None
    effect: str = ""
    gives: bool | None = None
    takes: bool | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A map as it was on one day."""

    items: tuple[CopiedItem, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """One item in both copies."""

    before: CopiedItem
    after: CopiedItem

    @property
    def from_ring(self) -> int | None:
        """The ring it was in, None when it was not placed."""
        return self.before.ring

    @property
    def to_ring(self) -> int | None:
        """The ring it is in, None when it is not placed."""
        return self.after.ring

    @property
    def differs(self) -> tuple[str, ...]:
        """The names of what is not the same, apart from the ring; kinds are the same in any order."""
        names = (one.name for one in fields(CopiedItem) if one.name not in ("id", "ring"))
        return tuple(name for name in names if _plain(self.before, name) != _plain(self.after, name))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every item of either copy stands in exactly one of the first five. One that moved and is worded otherwise: moved.

    Order: as in the later copy; what is gone, as in the earlier. Links are pairs of ids, sorted.
    """

    added: tuple[CopiedItem, ...]
    gone: tuple[CopiedItem, ...]
    moved: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    unchanged: tuple[CopiedItem, ...]
    links_added: tuple[tuple[str, str], ...]
    links_gone: tuple[tuple[str, str], ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        differing = (self.added, self.gone, self.moved, self.changed, self.links_added, self.links_gone)
        return not any(differing)


def compare(before: Copy, after: Copy) -> Comparison:
    """Return how two copies differ. Raises MapFault when an id stands twice in one of them."""
    old, new = _by_id(before, "before"), _by_id(after, "after")
    both = [Pair(old[item.id], item) for item in after.items if item.id in old]
    moved = tuple(pair for pair in both if pair.from_ring != pair.to_ring)
    stayed = [pair for pair in both if pair.from_ring == pair.to_ring]
    ties, earlier = distinct_ties(after.links), distinct_ties(before.links)
    return Comparison(
        tuple(item for item in after.items if item.id not in old),
        tuple(item for item in before.items if item.id not in new),
        moved,
        tuple(pair for pair in stayed if pair.differs),
        tuple(pair.after for pair in stayed if not pair.differs),
        _pairs(ties - earlier),
        _pairs(earlier - ties),
    )


def _by_id(copy: Copy, name: str) -> dict[str, CopiedItem]:
    found: dict[str, CopiedItem] = {}
    for place, item in enumerate(copy.items):
        if item.id in found:
            raise MapFault(f"{name}.items[{place}].id", f"{item.id!r} stands twice")
        found[item.id] = item
    return found


def _plain(item: CopiedItem, name: str) -> object:
    return frozenset(item.kinds) if name == "kinds" else getattr(item, name)


def _pairs(ties: frozenset[frozenset[str]]) -> tuple[tuple[str, str], ...]:
    found: Sequence[tuple[str, str]] = [(min(tie), max(tie)) for tie in ties]
    return tuple(sorted(found))
