"""What the team's page and the page of shared words show.

The team's page tells of the team as a whole. No figure belongs to a worker or a person, nothing is sorted by a
figure, and where fewer than five goals or people stand behind a figure it is not given (RS-04, RS-05).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.people.access import Opened, colleagues_of, show_list, visible_people
from ownwords.people.models import Membership, Person, Relationship
from ownwords.people.models.spans import current
from ownwords.people.viewer import Viewer
from ownwords.record.models import Entry, Goal, GoalKind, NotAsked, Origin, Step
from ownwords.record.queries.entries import visible_entries
from ownwords.site.queries import by_day, open_flags

SMALLEST_NUMBER = 5
UNCLASSIFIED = "unclassified"
MOST_SHARED = 200
# The same choices as in a goal, told of somebody else.
KINDS = {
    GoalKind.PERSONAL: _("About the life they want"),
    GoalKind.CLINICAL: _("About symptoms or treatment"),
    GoalKind.SERVICE: _("About what the service needs"),
    GoalKind.UNSURE: _("Not sure"),
}
ORIGINS = {
    Origin.PERSON: _("The person's own"),
    Origin.TOGETHER: _("Thought of together"),
    Origin.FAMILY: _("Family or friends"),
    Origin.WORKER: _("A worker's"),
    Origin.SERVICE: _("A rule of the service"),
}


@dataclass(frozen=True, slots=True)
class Share:
    """One kind or origin of goals: how many, and which part of all in per cent."""

    label: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class GoalShares:
    """Goals that are open today, by kind and by whose idea they were; `total` counts them all."""

    total: int
    kinds: tuple[Share, ...]
    unclassified: int
    origins: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class TeamPage:
    """What a team lead sees of the own teams. `goals` and `no_own_goal` are None where numbers are too small."""

    members: list[Membership]
    promises: list[Step]
    flags: list[NotAsked]
    goals: GoalShares | None
    no_own_goal: int | None


def team_page(viewer: Viewer) -> TeamPage:
    """Return the team's page, and keep whose names it showed (six queries)."""
    promises = by_day(
        Step.objects.filter(
            status=Step.Status.OPEN, entry__in=visible_entries(viewer).order_by().values("pk")
        ).exclude(owner=Step.Owner.PERSON)
    )
    flags = open_flags(NotAsked.objects.filter(person__in=visible_people(viewer)))
    show_list(viewer, [row.person_id for row in (*promises, *flags)], part="team")
    members = colleagues_of(viewer).order_by("team__name", "account__name", "role")
    return TeamPage(
        members=list(members),
        promises=promises,
        flags=flags,
        goals=_goal_shares(viewer),
        no_own_goal=_people_without_own_goal(viewer),
    )


def _open_goals(viewer: Viewer) -> QuerySet[Goal, Any]:
    """Open goals that the viewer sees, each with the kind that every view shows: the person's choice wins (RS-02)."""
    shown = Case(
        When(~Q(kind_by_person=""), then=F("kind_by_person")),
        When(~Q(kind_by_worker=""), then=F("kind_by_worker")),
        default=Value(UNCLASSIFIED),
        output_field=CharField(),
    )
    goals = Goal.objects.filter(outcome="", entry__in=visible_entries(viewer).order_by().values("pk"))
    return goals.annotate(shown=shown)


def _goal_shares(viewer: Viewer) -> GoalShares | None:
    rows = list(_open_goals(viewer).order_by().values_list("shown", "origin").annotate(n=Count("pk")))
    total = sum(n for *_rest, n in rows)
    if total < SMALLEST_NUMBER:
        return None
    kinds: dict[str, int] = dict.fromkeys(GoalKind.values, 0)
    origins: dict[str, int] = dict.fromkeys(Origin.values, 0)
    for kind, origin, n in rows:
        kinds[kind] = kinds.get(kind, 0) + n
        origins[origin] += n
    return GoalShares(
        total=total,
        kinds=tuple(_share(KINDS[key], kinds[key], total) for key in GoalKind),
        unclassified=kinds.get(UNCLASSIFIED, 0),
        origins=tuple(_share(ORIGINS[key], origins[key], total) for key in Origin),
    )


def _share(label: object, count: int, total: int) -> Share:
    return Share(str(label), count, int(100 * count / total + 0.5))


def _people_without_own_goal(viewer: Viewer) -> int | None:
    """Return how many people have open goals of which none is about the life they want; None below five."""
    people = (
        _open_goals(viewer)
        .order_by()
        .values("entry__person_id")
        .annotate(own=Count("pk", filter=Q(shown=GoalKind.PERSONAL)))
        .filter(own=0)
        .count()
    )
    return people if people >= SMALLEST_NUMBER else None


@dataclass(frozen=True, slots=True)
class SharedBy:
    """One person who shares with the viewer, and what they share, newest first."""

    opened: Opened
    entries: list[Entry]
    relationship_id: UUID | None
    since: object


def shared_with(viewer: Viewer) -> list[SharedBy]:
    """Return the people beside whom the viewer stands and what they share, and keep that it was shown."""
    people = list(visible_people(viewer).order_by("sort_key", "id"))
    entries: dict[UUID, list[Entry]] = {one.id: [] for one in people}
    rows = visible_entries(viewer).select_related("written_by", "goal").order_by("-created_at", "-id")
    for entry in rows[:MOST_SHARED]:
        entries.setdefault(entry.person_id, []).append(entry)
    beside = {row.person_id: row for row in _standing(viewer, people)}
    show_list(viewer, [one.id for one in people], part="shared")
    return [
        SharedBy(
            Opened(one, viewer),
            entries[one.id],
            beside[one.id].id if one.id in beside else None,
            beside[one.id].starts_on if one.id in beside else timezone.localdate(),
        )
        for one in people
    ]


def _standing(viewer: Viewer, people: list[Person]) -> list[Relationship]:
    return list(
        Relationship.objects.filter(
            current(), person__in=[one.id for one in people], account_id=viewer.account_id, kind=viewer.role
        )
    )
