"""A team's figures about connecting: what came about and who did what, never about one person or one worker."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.connections.method.part_report import DESCRIBES
from ownwords.connections.presenters.report import show_report
from ownwords.connections.presenters.team_shares import ShownExplained, show_explained, show_shares
from ownwords.connections.queries import report as queries
from ownwords.connections.queries.team_shares import explained_to, map_shares
from ownwords.people.access import NotFound
from ownwords.people.method.small_numbers import limits
from ownwords.people.models import Team
from ownwords.people.queries.caseload import teams_of_viewer
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer


@role_page(Permission.KEEP_COMMUNITY)
def choose(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Say what there is about connecting, for each of the viewer's teams."""
    figures = viewer.may(Permission.SEE_FIGURES)
    teams = [(team, explained_words(team) if figures else None) for team in teams_of_viewer(viewer)]
    return render(request, "connections/team/choose.html", {"teams": teams, "figures": figures})


@role_page(Permission.SEE_FIGURES)
def connecting_report(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """Show the worker's part in new ties of one calendar year."""
    team, year = queries.team_of(viewer, team_id), request.GET.get("year", queries.years()[0])
    if year not in queries.years():
        raise NotFound
    found = queries.report_of(team, year)
    if found is None:
        raise NotFound
    context = {
        "team": team,
        "year": year,
        "choices": [{"value": one, "text": one, "selected": one == year} for one in queries.years()],
        "report": found,
        "kinds": show_report(found) if found.told else (),
        "explained": explained_words(team),
        "describes": DESCRIBES,
        "least": limits().small_below,
    }
    return render(request, "connections/team/report.html", context)


@role_page(Permission.SEE_FIGURES)
def connecting_maps(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """Show how shares of maps are spread, and to how many connecting was explained."""
    team = queries.team_of(viewer, team_id)
    found = map_shares(team)
    if found is None:
        raise NotFound
    context = {"team": team, "shares": show_shares(found), "explained": explained_words(team)}
    return render(request, "connections/team/maps.html", context)


def explained_words(team: Team) -> ShownExplained | None:
    """Return to how many people connecting was explained, in words; None where the viewer may not see it."""
    found = explained_to(team)
    return None if found is None else show_explained(found)
