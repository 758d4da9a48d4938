"""Reading who was asked to draw a map, and what somebody suggested for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from ownwords.connections.models import MapHelper, MapSuggestion, SuggestionAnswer
from ownwords.connections.queries.maps import sees
from ownwords.connections.queries.sight import one_of_them
from ownwords.people.access import NotFound, Opened
from ownwords.people.models import Visibility
from ownwords.people.models.spans import current
from ownwords.people.queries.circle import Circle
from ownwords.people.queries.seen import in_view


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who was asked to draw a map: since when, and how it was asked."""

    id: UUID
    account_id: UUID
    name: str
    since: date
    in_conversation: bool
    words: str


def helpers_of(opened: Opened) -> list[Asked]:
    """Everybody who is asked today, first asked first. Seen by all who see the map."""
    rows = MapHelper.objects.filter(current(), person_id=opened.person.id).select_related("account")
    return [
        Asked(row.id, row.account_id, row.account.name, row.starts_on, row.in_conversation, row.words)
        for row in rows.order_by("starts_on", "id")
    ]


def open_helper(opened: Opened, helper_id: UUID) -> MapHelper:
    """Return one who is asked today. Raises NotFound otherwise."""
    row = MapHelper.objects.filter(current(), person_id=opened.person.id, pk=helper_id).first()
    if row is None:
        raise NotFound
    return row


def may_be_asked(opened: Opened, circle: Circle, asked: list[Asked]) -> list[tuple[UUID, str]]:
    """Return everybody around the person who is not asked yet, by name."""
    taken = {one.account_id for one in asked} | {opened.person.account_id}
    named = {who: f"{name} ({label})" if label else name for who, name, label in circle.beside}
    for who, name in circle.team_members:
        named.setdefault(who, name)
    return [(who, name) for who, name in named.items() if who not in taken]


def suggestions_of(opened: Opened, *, removed: bool = False) -> QuerySet[MapSuggestion]:
    """Suggestions that the viewer sees, newest first. Whoever made one goes on seeing it, unless it is "only me"."""
    rows = MapSuggestion.objects.filter(person_id=opened.person.id)
    if not opened.is_own:
        wrote = Q(written_by_id=opened.viewer.account_id) & ~Q(visibility=Visibility.ME)
        rows = rows.filter(sees(opened) | wrote)
    return in_view(opened, rows, removed=removed).select_related("written_by", "item").order_by("-created_at")


def waiting_suggestions(opened: Opened) -> list[MapSuggestion]:
    """Suggestions that nobody has answered yet."""
    return list(suggestions_of(opened).filter(answer=""))


def open_suggestion(opened: Opened, suggestion_id: UUID) -> MapSuggestion:
    """Return one suggestion. Raises NotFound when it is missing, out of view, or hidden from this viewer."""
    return one_of_them(suggestions_of(opened), suggestion_id)


def is_settled(suggestion: MapSuggestion) -> bool:
    """Whether it stands on the map already."""
    return suggestion.answer == SuggestionAnswer.ACCEPTED
