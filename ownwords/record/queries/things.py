"""What of the record may be spoken about elsewhere: goals and what matters, as far as the viewer sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.ledger.ids import Ref
from ownwords.people.access import Opened
from ownwords.people.things import Thing
from ownwords.record.models import Entry, Kind, Said, Standing
from ownwords.record.queries.entries import entries_of
from ownwords.record.queries.goals import MOST_CHOICES

SPOKEN_OF = (Kind.GOAL, Kind.MATTERS)


def things_of(opened: Opened, ids: Sequence[UUID] | None) -> Iterator[Thing]:
    """Yield goals and what matters (one query): those with these ids, or the newest to choose from."""
    rows = entries_of(opened).filter(kind__in=SPOKEN_OF).exclude(standing=Standing.DECLINED)
    rows = rows.select_related(None)
    for entry in (
        rows.exclude(goal__outcome__gt="")[:MOST_CHOICES] if ids is None else rows.filter(pk__in=ids)
    ):
        own = entry.said_by == Said.PERSON
        yield Thing(Ref(entry.kind, entry.id), _kind(entry), entry.words, _href(entry), own)


def _kind(entry: Entry) -> str:
    return _("a goal") if entry.kind == Kind.GOAL else _("what matters")


def _href(entry: Entry) -> str:
    route = "record:goal" if entry.kind == Kind.GOAL else "record:entry"
    return reverse(route, args=[entry.person_id, entry.id])
