"""The door of a person as it stands: its changes, whose decision they were, and what contacts make of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from ownwords.peers.method import door as method
from ownwords.peers.models import IN_CONTACT, Approach, CompetingEnd, DoorChange
from ownwords.peers.queries.attempts import attempts_of, peers_beside
from ownwords.peers.queries.rules import settings_of
from ownwords.peers.queries.sight import one_of_them, seen_between
from ownwords.people.access import Opened
from ownwords.people.models import Placement, Team
from ownwords.people.models.spans import current
from ownwords.people.roles import RoleName


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody to call: a name, and a number where there is one."""

    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DoorNow:
    """A door today.

    `version` is the number of its last change, 0 for none: whoever changes it says which one they saw. `supported` is
    whether any team supports the person today. `quiet_after` is in days.
    """

    standing: method.Standing
    last: DoorChange | None
    version: int
    supported: bool
    quiet_after: int

    @property
    def may_come_back(self) -> bool:
        """Whether coming back means something: the door is not closed, and the person is not here already."""
        return self.standing.may_return and (
            self.standing.status is not method.Status.OPEN or not self.supported
        )


def as_method(changes: Iterable[DoorChange]) -> list[method.Change]:
    """Return kept changes as the method reads them, in the order in which they were made."""
    return [
        method.Change(
            one.on, method.Status(one.status), method.Decider(one.decided_by), one.reason, one.until
        )
        for one in changes
    ]


def changes_of(person_id: UUID) -> list[DoorChange]:
    """Return the changes of a person's door, first to last."""
    return list(
        DoorChange.objects.filter(person_id=person_id).select_related("written_by").order_by("number")
    )


def contact_days(opened: Opened) -> list[date]:
    """Return the days of contact that this viewer sees: "quiet" is worked out from no others."""
    rows = attempts_of(opened).filter(outcome__in=IN_CONTACT)
    return list(rows.order_by("on").values_list("on", flat=True))


def door_now(opened: Opened, *, on: date | None = None, changes: list[DoorChange] | None = None) -> DoorNow:
    """Return how the door of an opened person stands today, or stood on a day."""
    made = changes_of(opened.person.id) if changes is None else changes
    quiet_after = settings_of(opened.person.organisation_id).quiet_after_days
    standing = method.status_on(
        as_method(made), contact_days(opened), on or timezone.localdate(), quiet_after
    )
    last = made[-1] if made else None
    return DoorNow(standing, last, last.number if last else 0, supported(opened.person.id), quiet_after)


def supported(person_id: UUID) -> bool:
    """Whether any team supports somebody today."""
    return Placement.objects.filter(current(), person_id=person_id).exists()


def is_away(person_id: UUID) -> bool:
    """Whether somebody is away by a decision or without a team, and may come back (two queries, for a first page)."""
    last = (
        DoorChange.objects.filter(person_id=person_id)
        .order_by("number")
        .values_list("status", flat=True)
        .last()
    )
    if last == method.Status.CLOSED:
        return False
    return last not in (None, method.Status.OPEN) or not supported(person_id)


def team_before(person_id: UUID) -> Team | None:
    """Return the team that supported somebody last, where none does today; None where one does, or none ever did."""
    if supported(person_id):
        return None
    rows = Placement.objects.filter(person_id=person_id, ends_on__isnull=False).select_related("team")
    last = rows.order_by("-ends_on", "-starts_on", "-id").first()
    return last.team if last else None


def who_to_call(opened: Opened, last: DoorChange | None) -> list[Helper]:
    """Return whom to call: what the last change says, peer workers beside the person, and their teams."""
    found = [Helper(last.who_to_call)] if last and last.who_to_call else []
    found += [Helper(name) for _who, name in peers_beside(opened.person.id)]
    places = Placement.objects.filter(current(), person_id=opened.person.id).select_related("team")
    teams = [place.team for place in places.order_by("team__name")]
    if not teams and (before := team_before(opened.person.id)) is not None:
        teams = [before]
    return found + [Helper(team.name, team.phone) for team in teams]


def open_change(opened: Opened, change_id: UUID) -> DoorChange:
    """Return one change of the door. Raises NotFound."""
    rows = DoorChange.objects.filter(person_id=opened.person.id).select_related("written_by")
    return one_of_them(rows, change_id)


def approaches_of(opened: Opened, *, removed: bool = False) -> QuerySet[Approach]:
    """Return when the person came of their own, newest first; every peer worker beside them sees it too."""
    also = Q(pk__isnull=False) if opened.viewer.role is RoleName.PEER_WORKER else None
    rows = seen_between(opened, Approach.objects.all(), also=also, removed=removed)
    return rows.select_related("written_by").order_by("-made_on", "-id")


def end_of(opened: Opened) -> CompetingEnd | None:
    """Return that somebody died or moved away, where the viewer may know; None otherwise."""
    if opened.viewer.role not in (RoleName.PERSON, RoleName.WORKER, RoleName.TEAM_LEAD):
        return None
    return CompetingEnd.objects.filter(person_id=opened.person.id).first()
