"""The list of people whom the viewer's teams support.

What was searched for is kept in the session, not in the address: a name or an NHS number must not stand in logs,
bookmarks or the browser's history.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from ownwords.people.models import Team
from ownwords.people.queries.caseload import Wanted, caseload, teams_of_viewer
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer

FIND_KEY = "people_found"
LONGEST_FIND = 200


@role_page(Permission.SEE_CASELOAD)
def people(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show one page of people; a POST says whom to find."""
    if request.method == "POST":
        _remember(request)
        return HttpResponseRedirect(reverse("caseload"))
    teams = teams_of_viewer(viewer) if len(viewer.teams) > 1 else []
    wanted = _wanted(request.session.get(FIND_KEY), viewer)
    context = {
        "viewer": viewer,
        "wanted": wanted,
        "teams": teams,
        "team_name": _name_of(wanted.team, teams),
        "people": caseload(viewer, wanted, after=_id(request, "after"), before=_id(request, "before")),
    }
    return render(request, "people/caseload/people.html", context)


def _remember(request: HttpRequest) -> None:
    words = request.POST.get("words", "").replace("\x00", " ").strip()[:LONGEST_FIND]
    kept = {"words": words, "mine": "mine" in request.POST, "team": request.POST.get("team", "")[:36]}
    if any(kept.values()) and "everybody" not in request.POST:
        request.session[FIND_KEY] = kept
    else:
        request.session.pop(FIND_KEY, None)


def _wanted(kept: dict[str, Any] | None, viewer: Viewer) -> Wanted:
    """Return what the session remembers; a team that is no longer the viewer's is forgotten."""
    if not kept:
        return Wanted()
    team = _uuid(kept["team"])
    return Wanted(kept["words"], kept["mine"], team if team in viewer.teams else None)


def _id(request: HttpRequest, name: str) -> UUID | None:
    return _uuid(request.GET.get(name, ""))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _name_of(team_id: UUID | None, teams: list[Team]) -> str:
    return next((team.name for team in teams if team.id == team_id), "")
