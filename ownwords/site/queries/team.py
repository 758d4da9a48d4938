"""What the team's page and the page of shared words show.

The team's page tells of the team as a whole. No figure belongs to a worker or a person, nothing is sorted by a
figure, and where fewer than five goals or people stand behind a figure it is not given (RS-04, RS-05).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.people.access import Opened, colleagues_of, show_list, visible_people
from ownwords.people.models import Membership, Person, Relationship
from ownwords.people.models.spans import current
from ownwords.people.viewer import Viewer
from ownwords.record.models import Entry, GoalKind, Kind, NotAsked, Origin, Step
from ownwords.record.queries.entries import visible_entries
from ownwords.site.queries.homes import by_day, open_flags

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
    """Return the team's page, and keep whose names it showed (five queries)."""
    promises = by_day(
        Step.objects.filter(
            status=Step.Status.OPEN, entry__in=visible_entries(viewer).order_by().values("pk")
        ).exclude(owner=Step.Owner.PERSON)
    )
    flags = open_flags(NotAsked.objects.filter(person__in=visible_people(viewer)))
    shown = [step.person_id for step in promises] + [flag.person_id for flag in flags]
    show_list(viewer, shown, part="team")
    members = colleagues_of(viewer).order_by("team__name", "account__name", "role")
    goals = _open_goals(viewer)
    return TeamPage(
        members=list(members),
        promises=promises,
        flags=flags,
        goals=_goal_shares(goals),
        no_own_goal=_people_without_own_goal(goals),
    )


GoalRow = tuple[UUID, str, str, str]


def _open_goals(viewer: Viewer) -> list[GoalRow]:
    """Return person, kind by the person, kind by a worker and origin of every open goal that the viewer sees."""
    goals = visible_entries(viewer).filter(kind=Kind.GOAL, goal__outcome="").order_by()
    columns = ("person_id", "goal__kind_by_person", "goal__kind_by_worker", "goal__origin")
    return list(goals.values_list(*columns))


def _shown(row: GoalRow) -> str:
    """Return the kind that every view shows: the person's choice wins (RS-02)."""
    _person, by_person, by_worker, _origin = row
    return by_person or by_worker or UNCLASSIFIED


def _goal_shares(goals: list[GoalRow]) -> GoalShares | None:
    total = len(goals)
    if total < SMALLEST_NUMBER:
        return None
    kinds, origins = Counter(map(_shown, goals)), Counter(row[3] for row in goals)
    return GoalShares(
        total=total,
        kinds=tuple(_share(KINDS[key], kinds[key], total) for key in GoalKind),
        unclassified=kinds[UNCLASSIFIED],
        origins=tuple(_share(ORIGINS[key], origins[key], total) for key in Origin),
    )


def _share(label: object, count: int, total: int) -> Share:
    return Share(str(label), count, int(100 * count / total + 0.5))


def _people_without_own_goal(goals: list[GoalRow]) -> int | None:
    """Return how many people have open goals of which none is about the life they want; None below five."""
    everybody = {row[0] for row in goals}
    people = len(everybody - {row[0] for row in goals if _shown(row) == GoalKind.PERSONAL})
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
