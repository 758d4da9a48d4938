"""Who of a team knows whom where, and since when nobody has been in touch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ownwords.connections.method.practice import recency
from ownwords.connections.queries.community import Contact, KnownPlace


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """One place; ``stale`` says that nobody has been in touch for longer than `recency` allows."""

    name: str
    service_id: UUID | None
    contacts: Sequence[Contact]
    last: date
    stale: bool


def show_places(places: Iterable[KnownPlace], today: date) -> list[ShownPlace]:
    """Mark places that are worth asking again. The order stays that of their names."""
    latest = today - timedelta(days=recency().stale_after_days)
    return [
        ShownPlace(one.name, one.service_id, one.contacts, one.last, stale=one.last < latest)
        for one in places
    ]
