"""Teams, for administrators: what they are called, how they are reached, who works there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.actions import accounts as actions
from ownwords.people.forms.accounts import TeamForm
from ownwords.people.queries import staff as queries
from ownwords.people.refusals import Refused
from ownwords.people.roles import ROLES, Permission, RoleName
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.pages import tell

manage = role_page(Permission.MANAGE_TEAMS)


@manage
def teams(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """List the teams of the organisation."""
    return render(request, "people/accounts/teams.html", {"teams": list(queries.teams(viewer))})


@manage
def new_team(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Make a team."""
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            team = actions.create_team(viewer=viewer, **form.cleaned_data)
        except Refused as no:
            tell(form, no)
        else:
            notices.done(request, _("The team %(name)s is there now.") % {"name": team.name})
            return HttpResponseRedirect(reverse("teams"))
    context: dict[str, Any] = {"form": form, "team": None, "staff": []}
    return render(request, "people/accounts/team_form.html", context, status=422 if form.errors else 200)


@manage
def edit_team(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """Change a team's name, telephone and hours; see who works there."""
    team = queries.team(viewer, team_id)
    initial = {"name": team.name, "phone": team.phone, "hours": team.hours}
    form = TeamForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_team(viewer=viewer, team_id=team_id, **form.cleaned_data)
        except Refused as no:
            tell(form, no)
        else:
            notices.done(request, _("The team is changed."))
            return HttpResponseRedirect(reverse("teams"))
    staff = [(place, ROLES[RoleName(place.role)].title) for place in queries.team_staff(team_id)]
    context = {"form": form, "team": team, "staff": staff}
    return render(request, "people/accounts/team_form.html", context, status=422 if form.errors else 200)
