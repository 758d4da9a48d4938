"""What somebody in one room may speak about in another: "this line is about that goal".

Rooms on one floor do not import each other. A room that has such things says so when the service starts; another
room asks here, and is given only what this viewer sees. What nobody has named is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from ownwords.ledger.ids import Ref
from ownwords.people.access import Opened


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to speak about: its reference, what kind of thing it is (in words), its own words, its address.

    ``by_person``: the words are the person's own, not what somebody else said or wrote about them.
    """

    ref: Ref
    kind: str
    words: str
    href: str = ""
    by_person: bool = False


Offer = Callable[[Opened, Sequence[UUID] | None], Iterable[Thing]]
_OFFERS: dict[str, Offer] = {}


def offer_things(room: str, offer: Offer) -> None:
    """Let a room say what may be spoken about.

    Args:
        offer: takes an opened person and ids, or None for "some to choose from"; gives what this viewer sees.
    """
    _OFFERS[room] = offer


def things_to_choose(opened: Opened) -> list[Thing]:
    """Return what a line may be about, for a list to choose from."""
    return [thing for offer in _OFFERS.values() for thing in offer(opened, None)]


def things_named(opened: Opened, refs: Iterable[Ref]) -> list[Thing]:
    """Return those of the references that this viewer sees; the others as if they were not there."""
    wanted = list(dict.fromkeys(refs))
    if not wanted:
        return []
    ids = [ref.id for ref in wanted]
    found = {thing.ref: thing for offer in _OFFERS.values() for thing in offer(opened, ids)}
    return [found[ref] for ref in wanted if ref in found]
