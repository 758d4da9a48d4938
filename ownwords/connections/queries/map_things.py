"""What of a map may be spoken about elsewhere: a followed line or a goal may be about somebody or somewhere on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.connections.queries.maps import items_of
from ownwords.ledger.ids import Ref
from ownwords.people.access import Opened
from ownwords.people.things import Thing

MOST_CHOICES = 60


def things_of(opened: Opened, ids: Sequence[UUID] | None) -> Iterator[Thing]:
    """Yield what stands on the map (one query): those with these ids, or the newest to choose from."""
    rows = items_of(opened).select_related(None).order_by("-created_at")
    now = rows.filter(ended_on__isnull=True)
    for item in now[:MOST_CHOICES] if ids is None else rows.filter(pk__in=ids):
        href = reverse("connections:item", args=[item.person_id, item.id])
        yield Thing(Ref("mapitem", item.id), _("on the map"), item.words, href)
