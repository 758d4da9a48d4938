"""What is different between two codebooks: new codes, other names, definitions and places, and what has gone."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Id = TypeVar("Id", bound=Hashable)


class Change(StrEnum):
    """How a code differs from what it was."""

    NEW = "new"
    RENAMED = "renamed"
    REDEFINED = "redefined"
    MOVED = "moved"
    MERGED = "merged"
    GONE = "out of view"


@dataclass(frozen=True, slots=True)
class Entry(Generic[Id]):
    """One code of a codebook: its name, where it hangs, and the parts of its definition by name."""

    id: Id
    name: str
    parent: Id | None = None
    says: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Changed(Generic[Id]):
    """One change of one code: as it was (None: not there) and as it is (None: not there any more).

    ``into`` is the code that a merged one went into, the last of a chain that is still there, else None.
    """

    change: Change
    before: Entry[Id] | None
    after: Entry[Id] | None
    into: Id | None = None


def compared(
    before: Iterable[Entry[Id]], after: Iterable[Entry[Id]], merged: Mapping[Id, Id | None]
) -> tuple[Changed[Id], ...]:
    """Return every change from one codebook to another, by kind, and in the order of the codebooks within a kind.

    A code may stand under several kinds, such as renamed and moved.

    Args:
        merged: for codes that are not there any more, which code each went into.
    """
    was, now = {one.id: one for one in before}, {one.id: one for one in after}
    found = [Changed(Change.NEW, None, one) for one in now.values() if one.id not in was]
    both = [(was[one.id], one) for one in now.values() if one.id in was]
    found += [Changed(Change.RENAMED, old, new) for old, new in both if old.name != new.name]
    found += [Changed(Change.REDEFINED, old, new) for old, new in both if dict(old.says) != dict(new.says)]
    found += [Changed(Change.MOVED, old, new) for old, new in both if old.parent != new.parent]
    for old in was.values():
        if old.id not in now:
            kind = Change.MERGED if merged.get(old.id) is not None else Change.GONE
            found.append(Changed(kind, old, None, last_of(old.id, merged, now)))
    return tuple(sorted(found, key=lambda one: list(Change).index(one.change)))


def last_of(code: Id, merged: Mapping[Id, Id | None], there: Mapping[Id, object]) -> Id | None:
    """Return the code that one went into, through codes that were merged themselves; None where none is there."""
    seen: set[Id] = set()
    at: Id | None = code
    while at is not None and at not in there and at not in seen:
        seen.add(at)
        at = merged.get(at)
    return at if at in there else None


def parts_changed(before: Entry[Id], after: Entry[Id]) -> tuple[tuple[str, str, str], ...]:
    """Return the parts of a definition that say something else: name of the part, what it said, what it says."""
    old, new = dict(before.says), dict(after.says)
    names = [*old, *(name for name in new if name not in old)]
    return tuple((name, old.get(name, ""), new.get(name, "")) for name in names
                 if old.get(name, "") != new.get(name, ""))  # fmt: skip
