"""What is around that shares somebody's own words: strengths and wishes beside the local directory, with the reason.

The record room and the directory do not know each other; this page of the floor above brings them together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.connections.models import DirectoryService, Interest
from ownwords.connections.queries.directory_matches import Matched, matches_for
from ownwords.connections.queries.interests import interests_of
from ownwords.connections.queries.sight import may_draw
from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.models import Entry, Kind
from ownwords.record.queries.entries import own_words_of

#: Entries in which people say what they like, can do and want. What has made things worse, crises and boundaries are
#: not looked through for something to do.
LOOKED_THROUGH = (Kind.STRENGTH, Kind.MATTERS, Kind.GOAL, Kind.IDENTITY, Kind.HELPED)


@dataclass(frozen=True, slots=True)
class Why:
    """One entry that shares words with a service, and which words: as the person wrote them."""

    entry: Entry
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nearby:
    """A service, why it is here, and what the person has said to it."""

    service: DirectoryService
    why: Sequence[Why]
    said: Interest | None


@person_page(Permission.READ_RECORD, part="nearby")
def nearby(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show services that share the person's own words, each with the words (connecting R22)."""
    entries = list(own_words_of(opened, LOOKED_THROUGH))
    found = matches_for([one.words for one in entries])
    said = interests_of(opened, [one.service.id for one in found])
    context = {
        "opened": opened,
        "person": opened.person,
        "found": [_shown(one, entries, said) for one in found],
        "has_words": bool(entries),
        "draws": may_draw(opened),
    }
    return render(request, "site/nearby.html", context)


def _shown(one: Matched, entries: Sequence[Entry], said: Mapping[UUID, Interest]) -> Nearby:
    why = [Why(entries[reason.text], reason.words) for reason in one.match.reasons]
    return Nearby(one.service, why, said.get(one.service.id))
