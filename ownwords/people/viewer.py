"""Who is looking, and in which of their roles: built afresh for every request, from what holds today."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import cast
from uuid import UUID

from django.db import connection, transaction
from django.http import HttpRequest
from django.utils import timezone

from ownwords.people.models import Account
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


# Asked on every request, and written out because building it anew cost a fifth of a page: every role held today, from
# the four places where roles come from, in one shape.
_HELD = """
SELECT 'person', NULL::uuid, p.id, p.organisation_id, coalesce(own.name, ''), coalesce(own.phone, '')
  FROM people_person p
  LEFT JOIN LATERAL (
    SELECT t.name, t.phone FROM people_placement pl JOIN people_team t ON t.id = pl.team_id
    WHERE pl.person_id = p.id AND pl.starts_on <= %(day)s AND (pl.ends_on IS NULL OR pl.ends_on > %(day)s)
    ORDER BY pl.starts_on LIMIT 1) own ON true
  WHERE p.account_id = %(account)s
UNION ALL
SELECT m.role, m.team_id, NULL, t.organisation_id, t.name, t.phone
  FROM people_membership m JOIN people_team t ON t.id = m.team_id
  WHERE m.account_id = %(account)s AND m.starts_on <= %(day)s AND (m.ends_on IS NULL OR m.ends_on > %(day)s)
UNION ALL
SELECT a.role, NULL, NULL, a.organisation_id, '', ''
  FROM people_appointment a
  WHERE a.account_id = %(account)s AND a.starts_on <= %(day)s AND (a.ends_on IS NULL OR a.ends_on > %(day)s)
UNION ALL
SELECT 'supporter', NULL, NULL, NULL, '', ''
  FROM people_relationship r
  WHERE r.account_id = %(account)s AND r.kind = 'supporter'
    AND r.starts_on <= %(day)s AND (r.ends_on IS NULL OR r.ends_on > %(day)s)
"""


def holdings(account_id: UUID) -> list[Holding]:
    """Return every role that an account holds today, in the order in which they are offered (one query)."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, {"account": account_id, "day": timezone.localdate()})
        found = [Holding(RoleName(role), *rest) for role, *rest in cursor.fetchall()]
    order = list(RoleName)
    return sorted(found, key=lambda holding: (order.index(holding.role), holding.team_name))


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
