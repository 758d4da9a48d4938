"""Who stands beside a person, and which teams support them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.beside import STAFF_FOR, end_relationship, may_end, start_relationship
from ownwords.people.actions.invitations import (
    Invited,
    invite_person,
    invite_supporter,
    withdraw_invitation,
)
from ownwords.people.models import Relationship
from ownwords.people.queries.endings import endings_of
from ownwords.people.queries.people import (
    open_invitations,
    other_teams,
    staff_of,
    standing_beside,
    teams_before,
    teams_of,
)
from ownwords.people.refusals import Refused
from ownwords.people.roles import TEAM_SIGHT, Permission
from ownwords.people.routes import person_page

TYPED = ("name", "label", "email", "reason")


@person_page(Permission.EDIT_DETAILS, part="beside")
def beside(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show everybody who stands beside a person; a POST connects a named worker or a peer worker."""
    if request.method != "POST":
        return beside_page(request, opened)
    try:
        account_id = _uuid(request.POST.get("who", ""))
        row = start_relationship(opened=opened, account_id=account_id, kind=request.POST.get("kind", ""))
    except Refused as refused:
        return beside_page(request, opened, refused)
    notices.done(request, _("%(name)s now stands beside %(person)s.") % _names(opened, row.account.name))
    return back(opened)


def beside_page(request: HttpRequest, opened: Opened, refused: Refused | None = None) -> HttpResponse:
    """Draw the page; what was refused comes back beside what was typed."""
    places = teams_of(opened.person.id)
    rows = standing_beside(opened.person.id)
    wrong = refused.messages if refused else {}
    context = {
        "opened": opened,
        "person": opened.person,
        "rows": [(row, may_end(opened, row)) for row in rows],
        "invitations": open_invitations(opened.person.id) if opened.is_own else (),
        "places": [(place, place.team_id in opened.viewer.teams) for place in places],
        "choices": _choices(rows, [place.team_id for place in places]),
        "other_teams": other_teams(opened.person) if opened.viewer.role in TEAM_SIGHT else (),
        "endings": endings_of(opened.person.id),
        "teams_before": teams_before(opened.person.id) if opened.is_own else (),
        "wrong": wrong,
        "typed": {name: request.POST.get(name, "") for name in TYPED},
        "errors": [{"text": text, "href": f"#{field}" if field else ""} for field, text in wrong.items()],
    }
    return render(request, "people/beside/beside.html", context, status=422 if refused else 200)


def _choices(rows: list[Relationship], team_ids: list[UUID]) -> list[dict[str, Any]]:
    """Return, for each kind of staff connection, who can still be chosen."""
    found: list[dict[str, Any]] = []
    for kind, roles in STAFF_FOR.items():
        there = {row.account_id for row in rows if row.kind == kind}
        members = {one.account_id: one for one in staff_of(team_ids, roles) if one.account_id not in there}
        items = [
            {"value": str(one.account_id), "text": f"{one.account.name}, {one.team.name}"}
            for one in members.values()
        ]
        found.append({"kind": kind, "label": str(Relationship.Kind(kind).label), "items": items})
    return found


@person_page(Permission.READ_RECORD, part="beside")
def end_beside(request: HttpRequest, opened: Opened, relationship_id: UUID) -> HttpResponse:
    """Ask once, then end a connection: it holds from the next request on."""
    row = next((one for one in standing_beside(opened.person.id) if one.id == relationship_id), None)
    if row is None or not may_end(opened, row):
        raise NotFound
    mine = row.account_id == opened.viewer.account_id
    if request.method != "POST":
        context = {"opened": opened, "person": opened.person, "row": row, "mine": mine}
        return render(request, "people/beside/end.html", context)
    end_relationship(opened=opened, relationship_id=row.id)
    notices.done(
        request, _("%(name)s no longer stands beside %(person)s.") % _names(opened, row.account.name)
    )
    if opened.may(Permission.EDIT_DETAILS):
        return back(opened)
    return HttpResponseRedirect(reverse("home"))


@person_page(Permission.INVITE_SUPPORTER, part="beside")
def invite(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Invite a supporter (POST); the link is shown once, on this answer only."""
    if request.method != "POST":
        return back(opened)
    typed = {name: request.POST.get(name, "") for name in ("name", "label", "email")}
    try:
        return _link_page(request, opened, invite_supporter(opened=opened, **typed))
    except Refused as refused:
        return beside_page(request, opened, refused)


@person_page(Permission.INVITE_PERSON, part="beside")
def invite_in(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Invite the person to their own record (POST); the link is shown once, on this answer only."""
    if request.method != "POST":
        return back(opened)
    try:
        invited = invite_person(opened=opened, email=request.POST.get("email", "") or opened.person.email)
    except Refused as refused:
        return beside_page(request, opened, refused)
    return _link_page(request, opened, invited)


def _link_page(request: HttpRequest, opened: Opened, invited: Invited) -> HttpResponse:
    context = {
        "opened": opened,
        "person": opened.person,
        "invitation": invited.invitation,
        "link": request.build_absolute_uri(invited.link),
    }
    return render(request, "people/beside/invited.html", context)


@person_page(Permission.INVITE_SUPPORTER, part="beside")
def withdraw_invite(request: HttpRequest, opened: Opened, invitation_id: UUID) -> HttpResponse:
    """Make an invitation's link stop working (POST)."""
    if request.method == "POST":
        invitation = withdraw_invitation(opened=opened, invitation_id=invitation_id)
        notices.done(request, _("The invitation for %(name)s no longer works.") % {"name": invitation.name})
    return back(opened)


def back(opened: Opened) -> HttpResponse:
    """Go back to the page about who stands beside a person."""
    return HttpResponseRedirect(reverse("beside", args=[opened.person.id]))


def _names(opened: Opened, name: str) -> dict[str, str]:
    return {"name": name, "person": _("you") if opened.is_own else opened.person.called}


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused({"who": _("Choose somebody from the list.")}) from None
