"""Who holds which role of staff, where, and until when."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Appointment, Membership, Organisation, Team
from ownwords.people.models.spans import Span, current
from ownwords.people.queries.staff import organisation_of, staff_account
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission, RoleName
from ownwords.people.sessions import end_sessions
from ownwords.people.viewer import Viewer


def start_place(*, viewer: Viewer, account_id: UUID, role: str, team: str = "") -> Span:
    """Give somebody who has an account of staff one more role, from today.

    Raises:
        NotFound: the viewer may not manage accounts, or there is no such account.
        Refused: field -> what is wrong.
    """
    _may(viewer)
    account = staff_account(viewer, account_id)
    with transaction.atomic():
        at = Organisation.objects.get(pk=organisation_of(viewer))
        return give_role(viewer=viewer, account=account, role=role, team=team, at=at)


def give_role(
    *, viewer: Viewer | None, account: Account, role: str, team: str, at: Organisation
) -> Membership | Appointment:
    """Give an account a role inside the caller's transaction; the caller has checked that it may be given.

    Args:
        viewer: the administrator; None when the command line acts.
        account: who gets it.
        role: a role of staff.
        team: id or name of a team of `at`, for the roles that are held in a team.
        at: the organisation.

    Raises:
        Refused: field -> what is wrong.
    """
    held: Membership | Appointment
    if role in Membership.Role.values:
        held = Membership(account=account, team=_team(team, at), role=role)
        verb = Verb.MEMBERSHIP_STARTED
    elif role in Appointment.Role.values:
        held = Appointment(account=account, organisation=at, role=role)
        verb = Verb.APPOINTED
    else:
        raise Refused({"role": _("Choose a role.")})
    try:
        with transaction.atomic():
            held.save()
    except IntegrityError as twice:
        raise Refused({"role": _("They hold this role already.")}) from twice
    _note(viewer, verb, held)
    return held


def _team(team: str, at: Organisation) -> Team:
    names = Q(name__iexact=team)
    with contextlib.suppress(ValueError):
        names |= Q(pk=UUID(team))
    found = Team.objects.filter(names, organisation=at).first() if team and "\x00" not in team else None
    if found is None:
        raise Refused({"team": _("Choose a team: this role is held in one.")})
    return found


def end_place(*, viewer: Viewer, account_id: UUID, place_id: UUID) -> Span:
    """End a role of somebody today. What it opened is shut at once, and their sessions end.

    Raises:
        NotFound: the viewer may not manage accounts, or there is no such role running.
        Refused: it is the viewer's own role as administrator.
    """
    _may(viewer)
    account = staff_account(viewer, account_id)
    with transaction.atomic():
        held = _running(account, place_id, organisation_of(viewer))
        if held.role == RoleName.ADMINISTRATOR and account.pk == viewer.account_id:
            raise Refused({"": _("Another administrator has to end your own role as administrator.")})
        _end_today(held)
        held.save(update_fields=["starts_on", "ends_on"])
        end_sessions(account.pk)
        ended = Verb.MEMBERSHIP_ENDED if isinstance(held, Membership) else Verb.APPOINTMENT_ENDED
        _note(viewer, ended, held)
    return held


def _end_today(held: Span) -> None:
    held.ends_on = timezone.localdate()
    if held.starts_on > held.ends_on:  # it was to begin later: it never holds
        held.starts_on = held.ends_on - timedelta(days=1)


def _running(account: Account, place_id: UUID, organisation_id: UUID) -> Membership | Appointment:
    places = Membership.objects.filter(current(), account=account, team__organisation_id=organisation_id)
    offices = Appointment.objects.filter(current(), account=account, organisation_id=organisation_id)
    held = (
        places.select_for_update(of=("self",)).filter(pk=place_id).first()
        or offices.select_for_update().filter(pk=place_id).first()
    )
    if held is None:
        raise NotFound
    return held


def _may(viewer: Viewer) -> None:
    if not viewer.may(Permission.MANAGE_ACCOUNTS):
        raise NotFound


def _note(viewer: Viewer | None, verb: Verb, held: Membership | Appointment) -> None:
    note_act(
        verb=verb,
        actor_id=viewer.account_id if viewer else None,
        role=viewer.role if viewer else "",
        thing=Ref("account", held.account_id),
        reason=held.role,
    )
