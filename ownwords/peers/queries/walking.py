"""Lists over several people: whom a peer worker walks beside, who would like to come back, friendly follow-ups.

The order is by name, or by day where something waits; no list is ever sorted by a figure of a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, Max, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from ownwords.peers.method import attempts as method
from ownwords.peers.method.door import PAUSES, Standing, status_on
from ownwords.peers.models import IN_CONTACT, Approach, Attempt, Booked, DoorChange, PeerSettings
from ownwords.peers.queries.door import as_method
from ownwords.people.access import show_list, visible_people
from ownwords.people.models import Person
from ownwords.people.queries.seen import condition
from ownwords.people.roles import RoleName
from ownwords.people.viewer import Viewer

MOST = 200
# Days within which a friendly word is due after an appointment that nobody came to. Our own choice; no source sets it.
FRIENDLY_WITHIN = 3
QUIET_AFTER = PeerSettings._meta.get_field("quiet_after_days").get_default()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A friendly word that is due: after which appointment, and by when."""

    attempt: Attempt
    due_on: date


@dataclass(frozen=True, slots=True)
class Beside:
    """One person whom the viewer walks beside. `last` is the last day of contact that the viewer sees."""

    person: Person
    standing: Standing
    last: date | None
    follow_ups: tuple[FollowUp, ...]
    came_back: Approach | None


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause whose day has passed. It goes on until somebody says otherwise."""

    person: Person
    change: DoorChange


def walking_beside(viewer: Viewer) -> list[Beside]:
    """Return the people beside whom a peer worker walks, by name, and keep that they were shown."""
    people = list(visible_people(viewer).order_by("sort_key", "id")[:MOST])
    ids = [one.id for one in people]
    changes, days = _changes(ids), _contact_days(viewer, ids)
    quiet, today = _quiet_after(people), timezone.localdate()
    due = _by_person(follow_ups(viewer, ids))
    back = {one.person_id: one for one in reversed(list(_waiting(viewer, ids)))}
    show_list(viewer, ids, part="walking_beside")
    found = []
    for one in people:
        spell = days.get(one.id, ())
        standing = status_on(as_method(changes.get(one.id, ())), spell, today, quiet[one.organisation_id])
        found.append(
            Beside(one, standing, max(spell, default=None), tuple(due.get(one.id, ())), back.get(one.id))
        )
    return found


def coming_back(viewer: Viewer) -> list[Approach]:
    """Return who came, and nobody has seen to it yet; whoever waits longest first. Keeps that they were shown."""
    ids = visible_people(viewer).values_list("pk", flat=True)
    found = list(_waiting(viewer, ids)[:MOST])
    show_list(viewer, [one.person_id for one in found], part="coming_back")
    return found


def how_many_wait(viewer: Viewer) -> int:
    """Return how many would like to come back, and nobody has seen to it yet. A number shows nobody."""
    rows = _waiting(viewer, visible_people(viewer).values_list("pk", flat=True))
    return rows.order_by().values("person_id").distinct().count()


def pauses_to_talk_about(viewer: Viewer) -> list[Pause]:
    """Return pauses whose day has passed, for somebody to talk about. Nothing happens to them by itself."""
    later = DoorChange.objects.filter(person_id=OuterRef("person_id"), number__gt=OuterRef("number"))
    rows = DoorChange.objects.filter(
        ~Exists(later),
        person_id__in=visible_people(viewer).values_list("pk", flat=True),
        status__in=[str(one) for one in PAUSES],
        until__lte=timezone.localdate(),
    )
    found = list(rows.select_related("person").order_by("until", "person__sort_key")[:MOST])
    show_list(viewer, [one.person_id for one in found], part="coming_back")
    return [Pause(one.person, one) for one in found]


def follow_ups(viewer: Viewer, person_ids: Iterable[UUID] | None = None) -> list[FollowUp]:
    """Return the friendly words that are due, from the first appointment on that nobody came to (PS-11)."""
    ids = visible_people(viewer).values_list("pk", flat=True) if person_ids is None else list(person_ids)
    rows = _attempts(viewer, ids).filter(booked=Booked.NOT_COME, followed_up_at__isnull=True)
    found = list(rows.select_related("person").order_by("on", "id")[: 5 * MOST])
    due = method.follow_ups((_as_method(one) for one in found), FRIENDLY_WITHIN)
    days = {one.missed_on: one.due_on for one in due}
    return [FollowUp(one, days[one.on]) for one in found]


def follow_ups_shown(viewer: Viewer) -> list[FollowUp]:
    """Return the friendly words that are due, and keep that the list was shown."""
    found = follow_ups(viewer)
    show_list(viewer, [one.attempt.person_id for one in found], part="follow_ups")
    return found


def _as_method(one: Attempt) -> method.Attempt:
    return method.Attempt(
        str(one.person_id),
        one.on,
        method.StartedBy(one.started_by),
        method.Means(one.means),
        method.Outcome(one.outcome),
        method.Attendance(int(one.booked)) if one.booked else None,
    )


def _beside(viewer: Viewer) -> Q:
    """Which attempts this viewer sees: as the person set it, and what they kept or was with them."""
    own = Q(written_by_id=viewer.account_id) | Q(with_account_id=viewer.account_id)
    return condition(viewer) | ~Q(visibility="me") & own


def _attempts(viewer: Viewer, ids: Iterable[UUID]) -> QuerySet[Attempt]:
    return Attempt.objects.filter(_beside(viewer), person_id__in=ids, removed_at__isnull=True)


def _waiting(viewer: Viewer, ids: Iterable[UUID]) -> QuerySet[Approach]:
    seen = condition(viewer) | ~Q(visibility="me") & Q(written_by_id=viewer.account_id)
    if viewer.role is RoleName.PEER_WORKER:
        seen |= ~Q(visibility="me")
    rows = Approach.objects.filter(seen, person_id__in=ids, removed_at__isnull=True, seen_to_at__isnull=True)
    return rows.select_related("person").order_by("made_on", "created_at")


def _changes(ids: list[UUID]) -> dict[UUID, list[DoorChange]]:
    found: dict[UUID, list[DoorChange]] = {}
    for one in DoorChange.objects.filter(person_id__in=ids).order_by("number"):
        found.setdefault(one.person_id, []).append(one)
    return found


def _contact_days(viewer: Viewer, ids: list[UUID]) -> dict[UUID, tuple[date, ...]]:
    """Return the first and the last day of contact of each person: more is not needed to say how a door stands."""
    rows = _attempts(viewer, ids).filter(outcome__in=IN_CONTACT).order_by()
    ends = rows.values("person_id").annotate(first=Min("on"), last=Max("on"))
    return {one["person_id"]: (one["first"], one["last"]) for one in ends}


def _quiet_after(people: list[Person]) -> dict[UUID, int]:
    organisations = {one.organisation_id for one in people}
    rows = PeerSettings.objects.filter(pk__in=organisations).values_list("pk", "quiet_after_days")
    return dict.fromkeys(organisations, QUIET_AFTER) | dict(rows)


def _by_person(found: Iterable[FollowUp]) -> dict[UUID, list[FollowUp]]:
    each: dict[UUID, list[FollowUp]] = {}
    for one in found:
        each.setdefault(one.attempt.person_id, []).append(one)
    return each
