"""What a team does in its community: keep it in under a minute, see who knows whom, take back one's own."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.actions import community as actions
from ownwords.connections.forms.community import CommunityForm
from ownwords.connections.method.practice import recency
from ownwords.connections.models import CommunityWork, DirectoryService
from ownwords.connections.presenters.community import show_places
from ownwords.connections.queries import community as queries
from ownwords.connections.queries.report import team_of
from ownwords.people import notices
from ownwords.people.forms.fields import VersionField
from ownwords.people.models import Team
from ownwords.people.refusals import StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, sent

keeps = role_page(Permission.KEEP_COMMUNITY)
MOST_START = 1_000_000


@keeps
def community(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """List what the team did, and who knows whom where."""
    team = team_of(viewer, team_id)
    typed = request.GET.get("from", "")
    start = int(typed) if typed.isascii() and typed.isdecimal() and int(typed[:8]) < MOST_START else 0
    rows, more = queries.work_page(team, start)
    context = {
        "team": team,
        "viewer": viewer,
        "rows": rows,
        "start": start,
        "older": start + queries.PAGE if more else None,
        "newer": max(start - queries.PAGE, 0) if start else None,
        "places": show_places(queries.places_of(team), timezone.localdate()) if not start else (),
        "recency": recency(),
    }
    return render(request, "connections/team/community.html", context)


@keeps
def community_add(request: HttpRequest, viewer: Viewer, team_id: UUID) -> HttpResponse:
    """Keep a piece of community work."""
    team = team_of(viewer, team_id)
    return _form_page(request, viewer, team, None)


@keeps
def community_change(request: HttpRequest, viewer: Viewer, team_id: UUID, work_id: UUID) -> HttpResponse:
    """Say one's own work differently."""
    team = team_of(viewer, team_id)
    return _form_page(request, viewer, team, queries.own_work(viewer, team, work_id))


def _form_page(request: HttpRequest, viewer: Viewer, team: Team, row: CommunityWork | None) -> HttpResponse:
    data = sent(request)
    form = CommunityForm(data, row=row, services=_services(request, row))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        context = {"form": form, "team": team, "row": row}
        return render(request, "connections/team/community_form.html", context, status=status)

    if data is not None and "look" in data:
        return shown(_looked(form))

    def act() -> CommunityWork:
        work = form.to_work()
        if row is None:
            submission = form.cleaned_data["submission"]
            return actions.keep_work(viewer=viewer, team=team, work=work, submission=submission)
        version = form.cleaned_data["version"]
        return actions.change_work(viewer=viewer, team=team, work_id=row.id, version=version, work=work)

    return form_page(
        request, form, page=shown, act=act,
        said=_("Kept for the team. It is about nobody who uses the service, and makes no tie."),
        onwards=lambda _kept: HttpResponseRedirect(reverse("community", args=[team.id]), status=303),
    )  # fmt: skip


def _looked(form: CommunityForm) -> CommunityForm:
    """Return a form that shows what was found; looking is no saving, so nothing is called wrong yet."""
    shown = CommunityForm(initial=None, row=None)
    shown.fields = form.fields
    shown.fill(form.data)  # type: ignore[arg-type]
    for name in ("submission", "version"):
        shown.initial[name] = form.data.get(name, "")
    shown.looked = True  # type: ignore[attr-defined]
    return shown


def _services(request: HttpRequest, row: CommunityWork | None) -> Sequence[DirectoryService]:
    """Return the services that can be chosen: those that were looked for, and the one that is chosen already."""
    asked = request.POST if request.method == "POST" else request.GET
    found = queries.services_found(asked.get("place_words", "")) if "look" in asked else []
    chosen = asked.get("service") or (str(row.service_id) if row and row.service_id else "")
    if chosen and chosen not in {str(one.id) for one in found}:
        with suppress(ValueError):
            found = [*queries.service_named(UUID(chosen)), *found]
    return found


@keeps
def community_take_back(request: HttpRequest, viewer: Viewer, team_id: UUID, work_id: UUID) -> HttpResponse:
    """Ask whether one's own work is taken back, and take it back."""
    team = team_of(viewer, team_id)
    row = queries.own_work(viewer, team, work_id)
    if request.method == "POST":
        version = VersionField().clean(request.POST.get("version"))
        try:
            actions.take_back_work(viewer=viewer, team=team, work_id=work_id, version=version)
        except StaleEdit:
            notices.note(request, _("Somebody changed this since you opened it. Look at it again."))
        else:
            notices.done(request, _("Taken back. It stands in no list any more; its history is kept."))
        return HttpResponseRedirect(reverse("community", args=[team.id]), status=303)
    return render(request, "connections/team/community_take_back.html", {"team": team, "row": row})
