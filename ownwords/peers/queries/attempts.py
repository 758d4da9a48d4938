"""Attempts and contacts that a viewer sees, and who can be named as the one they were with."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from ownwords.peers.models import Attempt, FirstFace
from ownwords.peers.queries.sight import one_of_them, seen_between
from ownwords.people.access import Opened
from ownwords.people.models import Relationship
from ownwords.people.models.spans import current
from ownwords.people.queries.circle import Circle
from ownwords.people.queries.seen import out_of_view
from ownwords.people.roles import TEAM_SIGHT

Rows = QuerySet[Attempt]


def attempts_of(opened: Opened, *, removed: bool = False) -> Rows:
    """Return attempts and contacts that the viewer sees, newest first; whoever they were with sees them too."""
    with_me = Q(with_account_id=opened.viewer.account_id)
    rows = seen_between(opened, Attempt.objects.all(), also=with_me, removed=removed)
    return rows.select_related("with_account", "written_by", "rule").order_by("-on", "-created_at", "-id")


def open_attempt(opened: Opened, attempt_id: UUID, *, removed: bool = False) -> Attempt:
    """Return one attempt. Raises NotFound when it is missing, or hidden from this viewer."""
    return one_of_them(attempts_of(opened, removed=removed), attempt_id)


def removed_attempts(opened: Opened) -> list[Attempt]:
    """Return what was taken out of view and is not erased."""
    return list(out_of_view(attempts_of(opened, removed=True)))


def last_of_mine(opened: Opened) -> Attempt | None:
    """Return the attempt that the viewer kept last in this record; None when there is none."""
    return attempts_of(opened).filter(written_by_id=opened.viewer.account_id).order_by("-created_at").first()


def peers_beside(person_id: UUID) -> list[tuple[UUID, str]]:
    """Return (account, name) of the peer workers beside somebody today."""
    rows = Relationship.objects.filter(current(), person_id=person_id, kind=Relationship.Kind.PEER_WORKER)
    return list(rows.order_by("account__name").values_list("account_id", "account__name"))


def who_it_can_be_with(opened: Opened, circle: Circle) -> dict[UUID, str]:
    """Return whom a contact can have been with: the viewer first, peer workers beside the person, and the team.

    A peer worker is offered peer workers only: what they keep is between peers.
    """
    found = {opened.viewer.account_id: opened.viewer.name}
    found |= {who: name for who, name in peers_beside(opened.person.id) if who not in found}
    if opened.viewer.role in TEAM_SIGHT:
        found |= {who: name for who, name in circle.team_members if who not in found}
    return found


def first_face_of(person_id: UUID) -> FirstFace | None:
    """Return who met somebody first; None when nobody has met them yet."""
    return FirstFace.objects.filter(person_id=person_id).select_related("account").first()
