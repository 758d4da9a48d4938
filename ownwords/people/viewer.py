"""Who is looking, and in which of their roles: built afresh for every request, from what holds today."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import UUID

from django.db import connection, transaction
from django.db.models import CharField, F, OuterRef, Subquery, UUIDField, Value
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest
from django.utils import timezone

from ownwords.people.models import Account, Appointment, Membership, Person, Placement, Relationship
from ownwords.people.models.spans import current
from ownwords.people.roles import ROLES, Permission, RoleName

WEB_ROLE = "ownwords_web"
ROLE_KEY = "role"


@dataclass(frozen=True, slots=True)
class Viewer:
    """One account in one of its roles.

    `teams` are the teams in which the account holds this role today; `person_id` is the account's own record.
    """

    account_id: UUID
    name: str
    role: RoleName
    held: tuple[RoleName, ...]
    teams: frozenset[UUID] = field(default_factory=frozenset)
    person_id: UUID | None = None
    organisation_id: UUID | None = None
    team_name: str = ""
    team_phone: str = ""

    def may(self, permission: Permission) -> bool:
        """Say whether the role allows this kind of thing at all."""
        return permission in ROLES[self.role].permissions


@dataclass(frozen=True, slots=True)
class Holding:
    """One role that an account holds today, with what it is held in."""

    role: RoleName
    team_id: UUID | None
    person_id: UUID | None
    organisation_id: UUID | None
    team_name: str = ""
    team_phone: str = ""


def holdings(account_id: UUID) -> list[Holding]:
    """Return every role that an account holds today, in the order in which they are offered (one query)."""
    none = Cast(Value(None), UUIDField())
    blank = Value("")
    mine = {"account_id": account_id}
    team = (
        Placement.objects.filter(current(), person_id=OuterRef("pk"))
        .order_by("starts_on")
        .annotate(name=F("team__name"), phone=F("team__phone"))
    )
    rows = _row(
        Person.objects.filter(**mine),
        Value("person"),
        (none, F("id"), F("organisation_id")),
        (
            Coalesce(Subquery(team.values("name")[:1]), blank),
            Coalesce(Subquery(team.values("phone")[:1]), blank),
        ),
    ).union(
        _row(
            Membership.objects.filter(current(), **mine).order_by("team__name"),
            F("role"),
            (F("team_id"), none, F("team__organisation_id")),
            (F("team__name"), F("team__phone")),
        ),
        _row(
            Appointment.objects.filter(current(), **mine),
            F("role"),
            (none, none, F("organisation_id")),
            (blank, blank),
        ),
        _row(
            Relationship.objects.filter(current(), kind="supporter", **mine),
            Value("supporter"),
            (none, none, none),
            (blank, blank),
        ),
        all=True,
    )
    order = list(RoleName)
    found = [Holding(RoleName(role), *rest) for role, *rest in rows]
    return sorted(found, key=lambda holding: (order.index(holding.role), holding.team_name))


def _row(rows: Any, role: Any, ids: tuple[Any, Any, Any], team: tuple[Any, Any]) -> Any:
    """Bring one source of roles into the common shape: role, team, person, organisation, team's name and phone."""
    named = rows.annotate(
        held=Cast(role, CharField()),
        held_team=ids[0],
        held_person=ids[1],
        held_organisation=ids[2],
        held_team_name=Cast(team[0], CharField()),
        held_team_phone=Cast(team[1], CharField()),
    )
    return named.order_by().values_list(
        "held", "held_team", "held_person", "held_organisation", "held_team_name", "held_team_phone"
    )


def viewer_for(account: Account, wanted: str | None = None) -> Viewer | None:
    """Return the account as a viewer in the wanted role, or in the first it holds; None when it holds none."""
    held = holdings(account.id)
    if not held:
        return None
    role = next((holding.role for holding in held if holding.role == wanted), held[0].role)
    ours = [holding for holding in held if holding.role == role]
    return Viewer(
        account_id=account.id,
        name=account.name,
        role=role,
        held=tuple(dict.fromkeys(holding.role for holding in held)),
        teams=frozenset(holding.team_id for holding in ours if holding.team_id),
        person_id=next((holding.person_id for holding in held if holding.person_id), None),
        organisation_id=next((h.organisation_id for h in ours if h.organisation_id), account.organisation_id),
        team_name=ours[0].team_name,
        team_phone=ours[0].team_phone,
    )


def _tell_database(account_id: str, role: str) -> None:
    """Name the viewer to PostgreSQL for the rest of this transaction: the second lock reads these settings."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('role', %s, true), set_config('ownwords.account', %s, true),"
            " set_config('ownwords.role', %s, true), set_config('ownwords.today', %s, true)",
            [WEB_ROLE, account_id, role, timezone.localdate().isoformat()],
        )


def _forget_in_database() -> None:
    """Undo `_tell_database` inside a transaction that goes on (only tests have one around a request)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('role', 'none', true), set_config('ownwords.account', '', true),"
            " set_config('ownwords.role', '', true)"
        )


@contextmanager
def named(account_id: UUID) -> Iterator[None]:
    """Name an account, as the person it may be, to row-level security while no request has opened a page for it yet.

    For signing in and accepting an invitation: the database role stays what it is.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        setting = "SELECT set_config('ownwords.account', %s, true), set_config('ownwords.role', %s, true)"
        cursor.execute(setting, [str(account_id), RoleName.PERSON])
        yield
        cursor.execute(setting, ["", ""])


@contextmanager
def seen_by(account_id: UUID | None, role: str) -> Iterator[None]:
    """Run a block as one transaction under the web role, with this viewer named to row-level security."""
    nested = connection.in_atomic_block
    with transaction.atomic():
        _tell_database(str(account_id or ""), role)
        yield
        if nested:
            _forget_in_database()


def held_by(account_id: UUID) -> list[Holding]:
    """Return every role that an account holds today, asked outside a request of that account."""
    with seen_by(account_id, RoleName.PERSON):
        return holdings(account_id)


@contextmanager
def viewing(request: HttpRequest) -> Iterator[Viewer | None]:
    """Run a block as one transaction as the signed-in account, in the role it has chosen and still holds."""
    account = cast(Account, request.user)  # routes has sent everybody else to the sign-in page
    wanted = request.session.get(ROLE_KEY, "")
    nested = connection.in_atomic_block
    with transaction.atomic():
        # Until it is known that the wanted role is still held, row-level security hears the claim only. Its policies
        # check memberships and relationships themselves, so a stale claim opens nothing.
        _tell_database(str(account.id), wanted or RoleName.PERSON)
        viewer = viewer_for(account, wanted)
        if viewer is not None and viewer.role != (wanted or RoleName.PERSON):
            _tell_database(str(account.id), viewer.role)
        request.viewer = viewer  # type: ignore[attr-defined]
        yield viewer
        if nested:
            _forget_in_database()
