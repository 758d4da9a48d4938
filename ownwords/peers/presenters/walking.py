"""Lists over several people, ready for a page."""

from __future__ import annotations

from collections.abc import Iterable

from ownwords.peers.models import Approach
from ownwords.people.models import Person


def by_person(approaches: Iterable[Approach]) -> list[tuple[Person, list[Approach]]]:
    """Return who came, each once with all that waits, in the order in which they are first met."""
    found: dict[object, tuple[Person, list[Approach]]] = {}
    for one in approaches:
        found.setdefault(one.person_id, (one.person, []))[1].append(one)
    return list(found.values())
