"""Reading the accounts of staff and their teams, for administrators. Nobody's record is read here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from ownwords.people.access import NotFound
from ownwords.people.invitations import still_open
from ownwords.people.models import Account, Appointment, Invitation, Membership, Team
from ownwords.people.models.spans import current
from ownwords.people.roles import ROLES, RoleName
from ownwords.people.second_factor import FACTORS
from ownwords.people.viewer import Viewer

PAGE = 50


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
