"""What can be erased: each room says so when the service starts, for each kind of thing that holds words.

For a kind `line` the database has a function `ownwords_erase_line(thing, person, moment, by)`; it is called by
`ownwords_erase` alone, which looks for itself whether two people agreed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise

from ownwords.people.access import Opened


@dataclass(frozen=True, slots=True)
class Erasable:
    """One kind of thing.

    Attributes:
        words: what it is called, for pages.
        seen: ids of those that a viewer sees, what was taken out of view included.
        erased: ids, of those given, that are erased already.
        page: the route of its page, reversed with the person's id and its own.
        held: why one of them is not erased now, in words; "" when nothing is in the way.
    """

    kind: str
    words: str | Promise
    seen: Callable[[Opened], Iterable[UUID]]
    erased: Callable[[UUID], bool]
    page: str
    held: Callable[[UUID], str] = lambda _thing: ""


_KINDS: dict[str, Erasable] = {}


def offer_erasing(*kinds: Erasable) -> None:
    """Let a room say which of its things can be erased."""
    _KINDS.update({one.kind: one for one in kinds})


def erasable(kind: str) -> Erasable | None:
    """Return a kind by its name; None when nothing is called that."""
    return _KINDS.get(kind)


def seen_things(opened: Opened) -> set[UUID]:
    """Return the ids of everything erasable that this viewer sees in an opened record."""
    return {thing for kind in _KINDS.values() for thing in kind.seen(opened)}
