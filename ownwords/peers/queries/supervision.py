"""Reading supervision: who supervises whom, what to talk about, and how much work it is (PS-24)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from ownwords.peers.models import Supervision, SupervisionItem
from ownwords.people.access import NotFound
from ownwords.people.method.small_numbers import Sum, hidden
from ownwords.people.models import Account, Membership, Team
from ownwords.people.models.spans import current
from ownwords.people.queries.people import staff_of
from ownwords.people.queries.staff import organisation_of
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Workload:
    """Counts of one peer worker's work, for them and their peer supervisor; never of one person."""

    people: int
    contacts: int
    follow_ups: int
    waiting: int


@dataclass(frozen=True, slots=True)
class TeamCounts:
    """Counts of a whole team's peer support; None where a number is too small to be shown, or would be one worker's.

    ``people`` and ``in_contact`` stand as they were on ``counted_on``; they are counted anew in a later month, and only
    when at least five people differ.
    """

    peer_workers: int
    people: int | None = None
    in_contact: int | None = None
    counted_on: date | None = None


def supervisions(viewer: Viewer) -> QuerySet[Supervision]:
    """Who supervises which peer worker of the viewer's organisation today, for administrators."""
    if not viewer.may(Permission.MANAGE_PEERS):
        raise NotFound
    at = organisation_of(viewer)
    workers = Membership.objects.filter(team__organisation_id=at, role=Membership.Role.PEER_WORKER)
    rows = Supervision.objects.filter(current(), peer_id__in=workers.values("account_id"))
    return rows.select_related("peer", "supervisor").order_by("peer__name", "supervisor__name", "id")


def peer_workers(viewer: Viewer) -> list[Account]:
    """Return who is a peer worker in the viewer's organisation today, by name."""
    teams = Team.objects.filter(organisation_id=organisation_of(viewer)).values_list("id", flat=True)
    found = {one.account_id: one.account for one in staff_of(teams, (Membership.Role.PEER_WORKER,))}
    return list(found.values())


def my_supervisors(viewer: Viewer) -> list[Account]:
    """Return who supervises the viewer today."""
    _may(viewer)
    rows = Supervision.objects.filter(current(), peer_id=viewer.account_id).select_related("supervisor")
    return [row.supervisor for row in rows.order_by("starts_on", "id")]


def whom_i_supervise(viewer: Viewer) -> list[Account]:
    """Return the peer workers whom the viewer supervises today."""
    _may(viewer)
    rows = Supervision.objects.filter(current(), supervisor_id=viewer.account_id).select_related("peer")
    return [row.peer for row in rows.order_by("peer__name", "id")]


def _may(viewer: Viewer) -> None:
    if not viewer.may(Permission.OWN_SPACE):
        raise NotFound


def open_peer(viewer: Viewer, peer_id: UUID) -> Account:
    """Return the viewer, or a peer worker whom they supervise today. Raises NotFound for anybody else."""
    _may(viewer)
    if peer_id == viewer.account_id:
        return Account.objects.get(pk=peer_id)
    found = next((one for one in whom_i_supervise(viewer) if one.id == peer_id), None)
    if found is None:
        raise NotFound
    return found


def items_of(viewer: Viewer, peer_id: UUID) -> QuerySet[SupervisionItem]:
    """What one peer worker and their peer supervisor want to talk about: still to come first, newest first."""
    open_peer(viewer, peer_id)
    rows = SupervisionItem.objects.filter(peer_id=peer_id).select_related("written_by")
    return rows.order_by("talked_at", "-created_at")


def workload(peer_id: UUID) -> Workload | None:
    """Return the counts of a peer worker; None when the viewer is neither them nor their peer supervisor."""
    rows = _rows("SELECT people, contacts, follow_ups, waiting FROM ownwords_peer_workload(%s)", [peer_id])
    return Workload(*rows[0]) if rows else None


def team_counts(viewer: Viewer, team_id: UUID) -> TeamCounts:
    """Return the counts of a team's peer support, small numbers hidden.

    With one peer worker the counts would be that worker's own, so only their number is given.
    """
    if not viewer.may(Permission.WITHHOLD_SHARE) or team_id not in viewer.teams:
        raise NotFound
    rows = _rows("SELECT counted_on, peer_workers, met, not_met FROM ownwords_peer_counts(%s)", [team_id])
    day, workers, met, not_met = rows[0] if rows else (None, 0, None, None)
    if day is None:
        return TeamCounts(workers)
    cells = {"people": met + not_met, "met": met, "not met": not_met}
    away = hidden(cells, [Sum("people", ("met", "not met"))])
    people, met = (None if name in away else cells[name] for name in ("people", "met"))
    return TeamCounts(workers, people, met, day)


def _rows(statement: str, values: Iterable[UUID]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return list(cursor.fetchall())
