"""Reading one's own account, and those of the demonstration. Nobody's record is read here."""

from __future__ import annotations

from uuid import UUID

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from ownwords.people.access import NotFound
from ownwords.people.models import Account
from ownwords.people.roles import RoleName
from ownwords.people.second_factor import FACTORS
from ownwords.people.viewer import Holding, Viewer, held_by, holdings

DEMONSTRATION = "demo-"


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
