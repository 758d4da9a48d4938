"""Which teams support a person: another one, one less for now, and coming back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.team_places import add_team, come_back, end_place
from ownwords.people.queries.people import teams_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.beside import back, beside_page


@person_page(Permission.ADD_PERSON, part="beside")
def another_team(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Let another team support the person as well (POST)."""
    if request.method != "POST":
        return back(opened)
    try:
        place = add_team(opened=opened, team_id=_team_id(request), reason=request.POST.get("reason", ""))
    except Refused as refused:
        return beside_page(request, opened, refused)
    notices.done(
        request,
        _("%(team)s now supports %(name)s as well.")
        % {"team": place.team.name, "name": opened.person.called},
    )
    return back(opened)


@person_page(Permission.ADD_PERSON, part="beside")
def stop_supporting(request: HttpRequest, opened: Opened, team_id: UUID) -> HttpResponse:
    """Ask why, then say that one of the viewer's teams stops supporting the person for now."""
    place = next((one for one in teams_of(opened.person.id) if one.team_id == team_id), None)
    if place is None or team_id not in opened.viewer.teams:
        raise NotFound
    typed = {name: request.POST.get(name, "") for name in ("reason", "whose_decision")}
    context = {"opened": opened, "person": opened.person, "place": place, "typed": typed, "wrong": {}}
    if request.method != "POST":
        return render(request, "people/beside/stop.html", context)
    try:
        end_place(opened=opened, team_id=team_id, **typed)
    except Refused as refused:
        errors = [{"text": text, "href": f"#{field}"} for field, text in refused.messages.items()]
        context |= {"wrong": refused.messages, "errors": errors}
        return render(request, "people/beside/stop.html", context, status=422)
    notices.done(
        request,
        _("%(team)s stops supporting %(name)s for now. Coming back needs no referral.")
        % {"team": place.team.name, "name": opened.person.called},
    )
    return HttpResponseRedirect(reverse("caseload"))


@person_page(Permission.OWN_HOME, part="beside")
def return_to_team(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The person comes back to a team that supported them before (POST)."""
    if request.method == "POST":
        try:
            place = come_back(opened=opened, team_id=_team_id(request))
        except Refused:
            raise NotFound from None
        notices.done(request, _("You are back with %(team)s.") % {"team": place.team.name})
    return back(opened)


def _team_id(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("team", ""))
    except ValueError:
        raise Refused({"team": _("Choose a team from the list.")}) from None
