"""A team's figures of peer support: who came back, and how people met. Never of one person, never of one worker."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.peers.method.periods import Period
from ownwords.peers.presenters.figures import show_returns
from ownwords.peers.presenters.figures_meetings import show_meetings
from ownwords.peers.presenters.figures_words import period_words
from ownwords.peers.queries import figures as queries
from ownwords.people.access import NotFound
from ownwords.people.queries.caseload import teams_of_viewer
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer

see = role_page(Permission.SEE_FIGURES)


@see
def peer_figures(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Say what there are figures about, for each of the viewer's teams."""
    leads = viewer.may(Permission.WITHHOLD_SHARE)
    return render(request, "peers/figures/choose.html", {"teams": teams_of_viewer(viewer), "leads": leads})


@see
def peer_returns(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """Show who came back: how many, how soon, how easily."""
    team, period = queries.team_of(viewer, team_id), _period(request)
    counted_on, found = queries.returns_of(team, period)
    shown = show_returns(found, period.last)
    context = {"team": team, "counted_on": counted_on, "figures": shown, **_about(period)}
    return render(request, "peers/figures/returns.html", context)


@see
def peer_meetings(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """Show appointments, introductions and first meetings."""
    team, period = queries.team_of(viewer, team_id), _period(request)
    counted_on, found = queries.meetings_of(team, period)
    context = {
        "team": team,
        "counted_on": counted_on,
        "figures": show_meetings(found),
        **_about(period),
    }
    return render(request, "peers/figures/meetings.html", context)


def _period(request: HttpRequest) -> Period:
    """Return the period of the page: one of those that are offered, the latest unless one is chosen."""
    offered = queries.periods_now()
    asked = request.GET.get("period", offered[0].key)
    for one in offered:
        if one.key == asked:
            return one
    raise NotFound


def _about(period: Period) -> dict[str, object]:
    choices = [
        {"value": one.key, "text": period_words(one), "selected": one == period}
        for one in queries.periods_now()
    ]
    return {"period": period, "period_words": period_words(period), "choices": choices}
