"""Pages of how true peer support is to its principles: a form for each side, three views for the team."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.peers.actions import fidelity as actions
from ownwords.peers.forms.fidelity import FidelityForm
from ownwords.peers.method.fidelity import packaged
from ownwords.peers.models import FidelityRating, Rater
from ownwords.peers.presenters.fidelity import domain_rows
from ownwords.peers.queries import fidelity as queries
from ownwords.peers.queries.supervision import whom_i_supervise
from ownwords.peers.views.between import see_other
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.caseload import teams_of_viewer
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page, role_page, signed_in_page
from ownwords.people.viewer import Viewer


@person_page(Permission.RATE_PEER_SUPPORT, part="peer")
def rate_support(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The person says how they see the peer support of their team."""
    team = queries.team_for_person(opened)

    def act(said: Mapping[str, actions.Said], submission: UUID | None) -> FidelityRating:
        return actions.rate_as_person(opened=opened, said=said, submission=submission)

    context = {"team": team, "rater": Rater.PERSON, "back": reverse("peers:peer", args=[opened.person.id])}
    return _form(request, context, opened.viewer, act, lambda: see_other("peers:peer", opened.person.id))


@role_page(Permission.OWN_SPACE)
def rate_as_peer(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """A peer worker says how they see it."""
    return _staff_form(request, viewer, team_id, Rater.PEER, actions.rate_as_peer)


@role_page(Permission.OWN_SPACE)
def rate_as_supervisor(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """A peer supervisor says how they see it."""
    if not whom_i_supervise(viewer):
        raise NotFound
    return _staff_form(request, viewer, team_id, Rater.SUPERVISOR, actions.rate_as_supervisor)


def _staff_form(
    request: HttpRequest, viewer: Viewer, team_id: UUID, rater: str, action: Callable[..., FidelityRating]
) -> HttpResponse:
    team = queries.team_of(viewer, team_id)

    def act(said: Mapping[str, actions.Said], submission: UUID | None) -> FidelityRating:
        return action(viewer=viewer, team_id=team_id, said=said, submission=submission)

    context = {"team": team, "rater": rater, "back": reverse("peer_fidelity")}
    return _form(request, context, viewer, act, lambda: see_other("peer_fidelity"))


def _form(
    request: HttpRequest,
    context: dict[str, Any],
    viewer: Viewer,
    act: Callable[[Mapping[str, actions.Said], UUID | None], FidelityRating],
    onwards: Callable[[], HttpResponse],
) -> HttpResponse:
    form = FidelityForm(request.POST if request.method == "POST" else None)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        before = queries.own_ratings(viewer.account_id, context["rater"])
        base = {"form": form, "asked": packaged(), "before": before}
        return render(request, "peers/fidelity/form.html", {**base, **context}, status=status)

    if request.method != "POST":
        return shown(form)
    kept = save_or_explain(
        request, form, lambda: act(form.to_said(), form.cleaned_data["submission"]), page=shown
    )
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(
        request,
        _("Kept. The team sees counts only, made once a month, and only when enough people have answered."),
    )
    return onwards()


@signed_in_page
def peer_fidelity(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show a team's three views side by side, to whoever works in it."""
    if viewer.role not in queries.READERS:
        raise NotFound
    teams = [(team, domain_rows(queries.views_of(viewer, team.id))) for team in teams_of_viewer(viewer)]
    peer = viewer.may(Permission.OWN_SPACE)
    context = {
        "teams": teams,
        "asked": packaged(),
        "peer": peer,
        "supervises": peer and whom_i_supervise(viewer),
    }
    return render(request, "peers/fidelity/views.html", context)
