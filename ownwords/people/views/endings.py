"""Pages about endings: a team ends its support, and how many endings there were by whose decision."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.endings import end_support
from ownwords.people.forms.endings import EndingForm
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.models import Placement
from ownwords.people.queries.endings import SMALLEST_NUMBER, endings_by_team
from ownwords.people.queries.people import teams_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page, role_page
from ownwords.people.viewer import Viewer


@person_page(Permission.ADD_PERSON, part="beside")
def stop_supporting(request: HttpRequest, opened: Opened, team_id: UUID) -> HttpResponse:
    """Ask whose decision it is, why, and what stays open; then end the support of one of the viewer's teams."""
    place = next((one for one in teams_of(opened.person.id) if one.team_id == team_id), None)
    if place is None or team_id not in opened.viewer.teams:
        raise NotFound
    data = request.POST if request.method == "POST" else None
    form = EndingForm(data, person=opened.person)

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "person": opened.person, "place": place, "form": form}
        return render(request, "people/beside/stop.html", context, status=status)

    if data is None:
        return page(form)

    def act() -> Placement:
        typed = form.cleaned_data
        return end_support(
            opened=opened,
            team_id=team_id,
            decision=typed["decision"],
            reason=typed["reason"],
            stays_open=typed["stays_open"],
        )

    kept = save_or_explain(request, form, act, page=page)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(
        request,
        _("%(team)s stops supporting %(name)s for now. Coming back needs no referral.")
        % {"team": place.team.name, "name": opened.person.called},
    )
    return HttpResponseRedirect(reverse("caseload"))


@role_page(Permission.SEE_FIGURES)
def endings(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show how many endings the viewer's teams had, by whose decision; small numbers are hidden."""
    labels = {str(key): str(label) for key, label in Placement.Decision.choices}
    context = {
        "viewer": viewer,
        "counted": endings_by_team(viewer),
        "labels": {**labels, "": _("not said")},
        "smallest": SMALLEST_NUMBER,
    }
    return render(request, "people/beside/endings.html", context)
