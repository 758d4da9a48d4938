"""Accounts of staff: making them, closing them, and signing out. An administrator acts, or the command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref, new_id
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound
from ownwords.people.actions import places
from ownwords.people.actions.invitations import (
    checked_email,
    checked_line,
    checked_password,
    checked_signin_name,
    make_invitation,
    state_of,
)
from ownwords.people.invitations import still_open
from ownwords.people.models import Account, Invitation, Organisation, Team
from ownwords.people.queries.staff import organisation_of, staff_account
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission, RoleName
from ownwords.people.sessions import end_one, end_sessions
from ownwords.people.viewer import Viewer


class NewAccount(NamedTuple):
    """A new account, and the path of the link with which its holder comes in (None when a password was given)."""

    account: Account
    link: str | None


def take_role(*, viewer: Viewer, role: str) -> RoleName:
    """Act in another of the viewer's roles from now on. Returns it; the caller keeps it in the session.

    Raises:
        Refused: the viewer does not hold that role today.
    """
    if role not in viewer.held:
        raise Refused({"role": _("Choose one of your roles.")})
    with transaction.atomic():
        note_act(verb=Verb.TOOK_ROLE, actor_id=viewer.account_id, role=role)
    return RoleName(role)


def create_account(
    *,
    viewer: Viewer | None = None,
    name: str,
    role: str,
    team: str = "",
    organisation: str = "",
    email: str = "",
    signin_name: str = "",
    password: str = "",
) -> NewAccount:
    """Make an account for a member of staff, with its first role.

    Args:
        viewer: the administrator; None when the command line acts, which needs no right but the machine.
        name: as colleagues know them.
        role: worker, peer_worker, team_lead, researcher or administrator.
        team: id or name of the team, for the first three roles.
        organisation: name of the organisation; only the command line gives it. One that does not exist is made for an
            administrator, and may be left out where there is exactly one.
        email: where to write to, also usable for signing in; may be empty.
        signin_name: only with `password`; by default the invited choose it.
        password: sets it now instead of making an invitation link.

    Raises:
        NotFound: the viewer may not manage accounts.
        Refused: field -> what is wrong.
    """
    may_manage(viewer, Permission.MANAGE_ACCOUNTS)
    name = checked_line("name", name, 200, _("Enter a name."))
    address = checked_email(email)
    if address and Account.objects.filter(email=address).exists():
        raise Refused({"email": _("Another account has this e-mail address.")})
    with transaction.atomic():
        at = _organisation(viewer, organisation, role)
        account = Account(name=name, email=address, organisation=at)
        account.signin_name = (
            checked_signin_name(signin_name, account) if signin_name else f"invited-{new_id()}"
        )
        account.set_password(checked_password(password, account) if password else None)
        account.save()
        _note(viewer, Verb.ACCOUNT_CREATED, account)
        places.give_role(viewer=viewer, account=account, role=role, team=team, at=at)
        link = None if password else _invite(viewer, account)
    return NewAccount(account, link)


def may_manage(viewer: Viewer | None, permission: Permission) -> None:
    """Raise NotFound unless the viewer has the permission; the command line (None) always may."""
    if viewer is not None and not viewer.may(permission):
        raise NotFound


def _organisation(viewer: Viewer | None, name: str, role: str) -> Organisation:
    if viewer is not None:
        return Organisation.objects.get(pk=organisation_of(viewer))
    name = checked_line("organisation", name, 200)
    if name and role == RoleName.ADMINISTRATOR:
        return Organisation.objects.get_or_create(name=name)[0]
    found = list(Organisation.objects.filter(name=name) if name else Organisation.objects.all()[:2])
    if len(found) == 1:
        return found[0]
    known = ", ".join(Organisation.objects.order_by("name").values_list("name", flat=True)[:20]) or _(
        "none yet"
    )
    raise Refused({"organisation": _("Name the organisation. There are: %(known)s.") % {"known": known}})


def _invite(viewer: Viewer | None, account: Account) -> str:
    maker = viewer.account_id if viewer else None
    Invitation.objects.filter(still_open(), account=account, whom=Invitation.For.STAFF).update(
        withdrawn_at=timezone.now()
    )
    invited = make_invitation(
        made_by_id=maker, whom=Invitation.For.STAFF, name=account.name, email=account.email, account=account
    )
    note_act(
        verb=Verb.INVITED,
        actor_id=maker,
        role=viewer.role if viewer else "",
        thing=Ref("invitation", invited.invitation.id),
    )
    return invited.link


def invite_again(*, viewer: Viewer, account_id: UUID) -> str:
    """Make a new link for a member of staff: to come in for the first time, or with a new password.

    The second factor stays, so that the link alone does not open an account that has one.
    """
    account = _managed(viewer, account_id)
    if not account.is_active:
        raise Refused({"": _("This account is closed. Open it again first.")})
    with transaction.atomic():
        return _invite(viewer, account)


def forget_factors(*, viewer: Viewer, account_id: UUID) -> Account:
    """Take away the second factor of somebody who has lost it, and end their sessions. They set up a new one."""
    account = _managed(viewer, account_id)
    if account.pk == viewer.account_id:
        raise Refused({"": _("Ask another administrator: nobody takes away their own second step here.")})
    with transaction.atomic():
        Authenticator.objects.filter(user=account).delete()
        end_sessions(account.pk)
        _note(viewer, Verb.FACTORS_REMOVED, account)
    return account


def close_account(*, viewer: Viewer, account_id: UUID) -> Account:
    """Close an account: its sessions end at once, its open links stop working, what it wrote stays."""
    account = _managed(viewer, account_id)
    if account.pk == viewer.account_id:
        raise Refused({"": _("You cannot close the account you are signed in with.")})
    if not account.is_active:
        return account
    with transaction.atomic():
        before = state_of(account)
        account.is_active, account.closed_at = False, timezone.now()
        account.save(update_fields=["is_active", "closed_at"])
        Invitation.objects.filter(still_open(), account=account).update(withdrawn_at=timezone.now())
        end_sessions(account.pk)
        _note(viewer, Verb.ACCOUNT_CLOSED, account, before)
    return account


def reopen_account(*, viewer: Viewer, account_id: UUID) -> Account:
    """Open a closed account again. It has the roles that are still running."""
    account = _managed(viewer, account_id)
    if account.is_active:
        return account
    with transaction.atomic():
        before = state_of(account)
        account.is_active, account.closed_at = True, None
        account.save(update_fields=["is_active", "closed_at"])
        _note(viewer, Verb.ACCOUNT_REOPENED, account, before)
    return account


def sign_out_everywhere(*, viewer: Viewer) -> int:
    """End every session of the viewer's account, this one too. Returns how many ended."""
    with transaction.atomic():
        note_act(verb=Verb.SIGNED_OUT_EVERYWHERE, actor_id=viewer.account_id, role=viewer.role)
        return end_sessions(viewer.account_id)


def end_other_sessions(*, viewer: Viewer, this_key: str | None, only: int | None = None) -> int:
    """End one session of the viewer's account, or all but the one with `this_key`. Returns how many ended."""
    with transaction.atomic():
        note_act(verb=Verb.SESSION_ENDED, actor_id=viewer.account_id, role=viewer.role)
        if only is not None:
            return end_one(viewer.account_id, only)
        return end_sessions(viewer.account_id, but=this_key)


def _managed(viewer: Viewer, account_id: UUID) -> Account:
    may_manage(viewer, Permission.MANAGE_ACCOUNTS)
    return staff_account(viewer, account_id)


def _note(
    viewer: Viewer | None, verb: Verb, account: Account, before: Mapping[str, Any] | None = None
) -> None:
    note_act(
        verb=verb,
        actor_id=viewer.account_id if viewer else None,
        role=viewer.role if viewer else "",
        thing=Ref("account", account.pk),
        before=before,
        after=state_of(account),
    )


def create_team(*, viewer: Viewer, name: str, phone: str = "", hours: str = "") -> Team:
    """Make a team in the viewer's organisation.

    Raises:
        NotFound: the viewer may not.
        Refused: the name is missing or taken.
    """
    may_manage(viewer, Permission.MANAGE_TEAMS)
    team = Team(organisation_id=organisation_of(viewer))
    return _save_team(viewer, team, Verb.TEAM_CREATED, name, phone, hours)


def change_team(*, viewer: Viewer, team_id: UUID, name: str, phone: str = "", hours: str = "") -> Team:
    """Change what a team is called and how it is reached. Raises as `create_team`."""
    may_manage(viewer, Permission.MANAGE_TEAMS)
    team = Team.objects.filter(pk=team_id, organisation_id=organisation_of(viewer)).first()
    if team is None:
        raise NotFound
    return _save_team(viewer, team, Verb.TEAM_CHANGED, name, phone, hours)


def _save_team(viewer: Viewer, team: Team, verb: Verb, name: str, phone: str, hours: str) -> Team:
    before = {"name": team.name, "phone": team.phone, "hours": team.hours}
    team.name = checked_line("name", name, 200, _("Enter a name."))
    team.phone = checked_line("phone", phone, 40)
    team.hours = checked_line("hours", hours, 200)
    try:
        with transaction.atomic():
            team.save()
            after = {"name": team.name, "phone": team.phone, "hours": team.hours}
            note_act(
                verb=verb,
                actor_id=viewer.account_id,
                role=viewer.role,
                thing=Ref("team", team.pk),
                before=before,
                after=after,
            )
    except IntegrityError as taken:
        raise Refused({"name": _("Another team has this name.")}) from taken
    return team
