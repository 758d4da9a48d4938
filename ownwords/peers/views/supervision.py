"""Pages of supervision: what to talk about, how much work it is, who supervises whom, counts of a whole team."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.peers.actions import supervision as actions
from ownwords.peers.forms.supervision import ItemForm, SuperviseForm
from ownwords.peers.models import Supervision, SupervisionItem
from ownwords.peers.queries import supervision as queries
from ownwords.peers.views.between import see_other
from ownwords.people import notices
from ownwords.people.queries.caseload import teams_of_viewer
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, pressed, sent


@role_page(Permission.OWN_SPACE)
def supervision(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show what the viewer wants to talk about, and whom they supervise."""
    return _supervision(request, viewer, viewer.account_id, own=True)


@role_page(Permission.OWN_SPACE)
def supervision_of(request: HttpRequest, viewer: Viewer, peer_id: UUID) -> HttpResponse:
    """Show the same for a peer worker whom the viewer supervises."""
    return _supervision(request, viewer, peer_id, own=peer_id == viewer.account_id)


def _supervision(request: HttpRequest, viewer: Viewer, peer_id: UUID, *, own: bool) -> HttpResponse:
    peer = queries.open_peer(viewer, peer_id)
    form = ItemForm(sent(request))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        context = {
            "form": form, "peer": peer, "own": own, "work": queries.workload(peer_id),
            "items": list(queries.items_of(viewer, peer_id)),
            "supervisors": queries.my_supervisors(viewer) if own else [],
            "supervised": queries.whom_i_supervise(viewer) if own else [],
        }  # fmt: skip
        return render(request, "peers/supervision/supervision.html", context, status=status)

    def act() -> SupervisionItem:
        typed = form.cleaned_data
        return actions.add_item(
            viewer=viewer, peer_id=peer_id, words=typed["words"], submission=typed["submission"]
        )

    return form_page(
        request, form, page=shown, act=act, said=_("Kept, for the two of you."),
        onwards=lambda _kept: _back(own, peer_id),
    )  # fmt: skip


def _back(own: bool, peer_id: UUID) -> HttpResponse:
    return see_other("supervision") if own else see_other("supervision_of", peer_id)


@role_page(Permission.OWN_SPACE)
def item_talked(request: HttpRequest, viewer: Viewer, peer_id: UUID, talk_id: UUID) -> HttpResponse:
    """Say that something was talked about, or is still to come (POST)."""
    queries.open_peer(viewer, peer_id)
    if request.method == "POST":
        pressed(
            request,
            lambda version: actions.mark_talked(
                viewer=viewer, peer_id=peer_id, item_id=talk_id, version=version
            ),
            _("Saved."),
        )
    return _back(peer_id == viewer.account_id, peer_id)


@role_page(Permission.MANAGE_PEERS)
def supervisions(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show who supervises whom, and name another peer supervisor."""
    form = SuperviseForm(sent(request), workers=queries.peer_workers(viewer))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        context = {"form": form, "rows": list(queries.supervisions(viewer))}
        return render(request, "peers/supervision/supervisions.html", context, status=status)

    def act() -> Supervision:
        return actions.start_supervision(
            viewer=viewer, peer_id=form.chosen("peer"), supervisor_id=form.chosen("supervisor")
        )

    return form_page(
        request, form, page=shown, act=act, said=_("Saved. It holds from today."),
        onwards=lambda _kept: see_other("supervisions"),
    )  # fmt: skip


@role_page(Permission.MANAGE_PEERS)
def supervision_end(request: HttpRequest, viewer: Viewer, supervision_id: UUID) -> HttpResponse:
    """End a peer supervisor's place (POST)."""
    if request.method == "POST":
        actions.end_supervision(viewer=viewer, supervision_id=supervision_id)
        notices.done(request, _("Ended. It is shut from now on."))
    return see_other("supervisions")


@role_page(Permission.WITHHOLD_SHARE)
def peer_counts(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show counts of each team's peer support as a whole; never of one worker."""
    rows = [(team, queries.team_counts(viewer, team.id)) for team in teams_of_viewer(viewer)]
    return render(request, "peers/supervision/counts.html", {"rows": rows})
