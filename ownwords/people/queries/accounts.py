"""Reading accounts: one's own, and for administrators those of staff. Nobody's record is read here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.people.access import NotFound
from ownwords.people.invitations import still_open
from ownwords.people.models import Account, Appointment, Invitation, Membership, Team
from ownwords.people.models.spans import current
from ownwords.people.roles import ROLES, RoleName
from ownwords.people.second_factor import FACTORS
from ownwords.people.viewer import Holding, Viewer, held_by, holdings

PAGE = 50
DEMONSTRATION = "demo-"


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One of somebody's own sessions."""

    id: int
    began: datetime
    device: str
    address: str
    is_this: bool


def demonstration_accounts() -> list[Account]:
    """The made-up accounts that visitors of the demonstration may use, one a role, in the order of the roles."""
    found = Account.objects.filter(made_up=True, is_active=True, signin_name__startswith=DEMONSTRATION)
    order = [DEMONSTRATION + role.value.replace("_", "-") for role in RoleName]
    return sorted(found, key=lambda account: (_place(order, account.signin_name), account.signin_name))


def _place(order: list[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


def demonstration_account(signin_name: str) -> Account:
    """Return one of the demonstration's accounts. Raises NotFound for any other account, real ones above all."""
    for account in demonstration_accounts():
        if account.signin_name == signin_name:
            return account
    raise NotFound


def account_of(request: HttpRequest) -> Account:
    """Return the account that is signed in. Raises NotFound when nobody is."""
    if not isinstance(request.user, Account):
        raise NotFound
    return request.user


def own_account(viewer: Viewer) -> Account:
    """Return the viewer's own account."""
    return Account.objects.get(pk=viewer.account_id)


def roles_of(account_id: UUID) -> list[RoleName]:
    """Return the roles an account holds today, for the demonstration's page, where nobody is signed in yet."""
    return list(dict.fromkeys(held.role for held in held_by(account_id)))


def own_roles(viewer: Viewer) -> list[Holding]:
    """Return every role the viewer holds today, with its team."""
    return holdings(viewer.account_id)


def factors(account_id: UUID) -> list[Authenticator]:
    """Return the authenticator apps and passkeys of an account."""
    return list(Authenticator.objects.filter(user_id=account_id, type__in=FACTORS).order_by("created_at"))


def open_sessions(account_id: UUID, this_key: str | None) -> list[OpenSession]:
    """Return the sessions of an account that are still open, this one first, then the newest."""
    alive = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=timezone.now())
    rows = UserSession.objects.filter(Exists(alive), user_id=account_id).order_by("-created_at")
    found = [
        OpenSession(row.pk, row.created_at, device(row.user_agent), row.ip, row.session_key == this_key)
        for row in rows
    ]
    return sorted(found, key=lambda session: not session.is_this)


_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device(user_agent: str) -> str:
    """Return a browser and machine in words, as far as the browser tells.

    >>> device("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1")
    'Safari on iPhone'
    """
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    machine = next((name for mark, name in _MACHINES if re.search(rf"\b{mark}\b", user_agent)), "")
    if browser and machine:
        return _("%(browser)s on %(machine)s") % {"browser": browser, "machine": machine}
    return browser or machine or _("A browser that does not tell its name")


def organisation_of(viewer: Viewer) -> UUID:
    """Return the organisation the viewer acts in. Raises NotFound when there is none."""
    if viewer.organisation_id is None:
        raise NotFound
    return viewer.organisation_id


def staff_accounts(viewer: Viewer) -> QuerySet[Account]:
    """The accounts of staff in the viewer's organisation: whoever has ever held a role of staff there.

    The accounts of people and supporters are never among them: an administrator does not learn who uses the service.
    """
    at = organisation_of(viewer)
    return Account.objects.filter(
        Exists(Membership.objects.filter(account_id=OuterRef("pk"), team__organisation_id=at))
        | Exists(Appointment.objects.filter(account_id=OuterRef("pk"), organisation_id=at))
    )


def accounts_page(viewer: Viewer, *, find: str, start: int) -> tuple[list[Account], int]:
    """Return up to 50 accounts from `start`, each with its places and factors, and how many there are in all."""
    found = staff_accounts(viewer)
    for word in find.split()[:5]:
        found = found.filter(
            Q(name__icontains=word) | Q(signin_name__icontains=word) | Q(email__icontains=word)
        )
    return list(_with_places(found).order_by("name", "id")[start : start + PAGE]), found.count()


def _with_places(accounts: QuerySet[Account]) -> QuerySet[Account]:
    factor = Authenticator.objects.filter(user_id=OuterRef("pk"), type__in=FACTORS)
    invited = Invitation.objects.filter(still_open(), account_id=OuterRef("pk"), whom=Invitation.For.STAFF)
    return accounts.annotate(has_factor=Exists(factor), is_invited=Exists(invited)).prefetch_related(
        Prefetch(
            "memberships",
            Membership.objects.filter(current()).select_related("team").order_by("team__name"),
            to_attr="places",
        ),
        Prefetch("appointments", Appointment.objects.filter(current()).order_by("role"), to_attr="offices"),
    )


def staff_account(viewer: Viewer, account_id: UUID) -> Account:
    """Return one account of staff with its places. Raises NotFound for any other, people's accounts above all."""
    account = _with_places(staff_accounts(viewer)).filter(pk=account_id).first()
    if account is None:
        raise NotFound
    return account


def teams(viewer: Viewer) -> QuerySet[Team]:
    """The teams of the viewer's organisation, with how many work in each today."""
    here = current("memberships__")
    return (
        Team.objects.filter(organisation_id=organisation_of(viewer))
        .annotate(staff=Count("memberships", filter=here))
        .order_by("name")
    )


def team(viewer: Viewer, team_id: UUID) -> Team:
    """Return one team of the viewer's organisation. Raises NotFound."""
    found = teams(viewer).filter(pk=team_id).first()
    if found is None:
        raise NotFound
    return found


def team_staff(team_id: UUID) -> QuerySet[Membership]:
    """Who works in a team today, by name."""
    return (
        Membership.objects.filter(current(), team_id=team_id)
        .select_related("account")
        .order_by("account__name")
    )


def role_choices() -> list[tuple[str, Any]]:
    """The roles that an administrator can give."""
    given: Iterable[str] = [*Membership.Role.values, *Appointment.Role.values]
    return [(role, ROLES[RoleName(role)].title) for role in given]


def staff_without_factor(viewer: Viewer) -> int:
    """How many open accounts of staff have no second factor yet."""
    factor = Authenticator.objects.filter(user_id=OuterRef("pk"), type__in=FACTORS)
    return staff_accounts(viewer).filter(~Exists(factor), is_active=True).count()
