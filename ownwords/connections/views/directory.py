"""Pages of the directory: looking for something, one service, and what people here know of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.actions.directory_local import confirm_local, keep_local
from ownwords.connections.forms.directory import DAYS, FLAGS, LocalForm, SearchForm
from ownwords.connections.method.places import is_northern_ireland
from ownwords.connections.models import LocalKnowledge
from ownwords.connections.presenters.directory import card, local_shown, service_shown, who_wrote
from ownwords.connections.queries import directory as queries
from ownwords.connections.queries.directory_search import Wanted, search_directory
from ownwords.people import notices
from ownwords.people.forms.saving import REFUSED, save_or_explain
from ownwords.people.refusals import StaleEdit
from ownwords.people.roles import Permission, RoleName
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import sent

use = role_page(Permission.USE_DIRECTORY)
keep = role_page(Permission.KEEP_LOCAL)


@use
def search(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Look for something. What is typed is sent by POST and answered by an address that holds no postcode."""
    kinds = queries.kinds()
    form = SearchForm(request.POST if request.method == "POST" else _asked(request.GET), kinds=kinds)
    own = _own(viewer)
    if not form.is_valid():
        return _search_page(request, form, status=REFUSED, own=own)
    wanted = form.to_wanted()
    if request.method == "POST" or request.GET.get("near", "") != wanted.near:
        return HttpResponseRedirect(f"{reverse('directory:search')}?{_address(wanted)}#found")
    if not request.GET:
        return _search_page(request, form, own=own)
    page = search_directory(wanted, request.GET.get("after", ""))
    before = queries.stale_before(viewer)
    return _search_page(
        request,
        form,
        cards=[card(one, before) for one in page.found],
        page_found=page,
        searched=True,
        further=f"?{_address(wanted, after=page.after)}" if page.after else "",
        near_unknown=_unknown(wanted) if page.near_unknown else "",
        wanted=wanted,
        own=own,
    )


def _asked(typed: QueryDict) -> dict[str, Any]:
    """Return what an address asks for; a name that is not there is not asked for."""
    return {
        "q": typed.get("q", ""),
        "near": typed.get("near", ""),
        "miles": typed.get("miles", "5"),
        "kind": typed.get("kind", ""),
        "day": typed.get("day", ""),
        "needs": typed.getlist("needs"),
    }


def _address(wanted: Wanted, after: str = "") -> str:
    pairs = [("q", wanted.query), ("kind", wanted.kind), ("near", wanted.near)]
    pairs += [("miles", str(wanted.miles))] if wanted.near else []
    pairs += [("day", DAYS[wanted.day])] if wanted.day is not None else []
    pairs += [("needs", flag) for flag in FLAGS if getattr(wanted, flag)]
    kept = [pair for pair in pairs if pair[1] or pair[0] == "q"]
    return urlencode([*kept, ("after", after)] if after else kept)


def _unknown(wanted: Wanted) -> str:
    told = {"district": wanted.near}
    if is_northern_ireland(wanted.near):
        return (
            _(
                "%(district)s lies in Northern Ireland, and the table of places here does not hold it. "
                "Look for a town instead."
            )
            % told
        )
    if not queries.has_places():
        return _("Nearby cannot be worked out yet: nobody has put in a table of postcode districts.")
    return (
        _("The table of places here does not hold %(district)s. Check it, or look for a town instead.") % told
    )


def _search_page(request: HttpRequest, form: forms.Form, status: int = 200, **more: Any) -> HttpResponse:
    return render(
        request, "connections/directory/search.html", {"form": form, "searched": False, **more}, status=status
    )


@use
def service(request: HttpRequest, viewer: Viewer, service_id: UUID) -> HttpResponse:
    """One service: when, where, what it costs, getting in, and what people here know."""
    row = queries.open_service(service_id)
    read = queries.read_details(row)
    local = queries.local_of(row)
    names = queries.names_for(viewer, who_wrote(local)) if local else {}
    before = queries.stale_before(viewer)
    context = {
        "row": row,
        "read": read,
        "shown": service_shown(row, read, timezone.localtime()),
        "local": local_shown(local, names, before) if local else None,
        "may_keep": viewer.may(Permission.KEEP_LOCAL),
        "list_stale": row.source.read_at is not None and row.source.read_at.date() < before,
        "own": _own(viewer),
        "to_map": _to_map(viewer, service_id),
    }
    return render(request, "connections/directory/service.html", context)


def _own(viewer: Viewer) -> UUID | None:
    """Return whose record leads on from here: the person's own, nobody else's."""
    return viewer.person_id if viewer.role is RoleName.PERSON else None


def _to_map(viewer: Viewer, service_id: UUID) -> str:
    """Return where somebody puts this on their own map; "" where there is no such page, or no such map."""
    own = _own(viewer)
    if own is None:
        return ""
    address = reverse("connections:item_add", args=[own])
    return f"{address}?{urlencode({'service': str(service_id)})}"


@keep
def local(request: HttpRequest, viewer: Viewer, service_id: UUID) -> HttpResponse:
    """Add or change what people here know of a service."""
    row = queries.open_service(service_id)
    form = LocalForm(sent(request), local=queries.local_of(row))

    def page(shown: forms.Form, status: int = 200) -> HttpResponse:
        return render(request, "connections/directory/local.html", {"form": shown, "row": row}, status=status)

    if request.method != "POST":
        return page(form)

    def act() -> LocalKnowledge:
        typed = form.cleaned_data
        return keep_local(
            viewer=viewer,
            service_id=service_id,
            known=form.to_known(),
            version=typed["version"],
            submission=typed["submission"],
        )

    kept = save_or_explain(request, form, act, page=page, keep_url=_service_url(service_id))
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept. It stands beside what the list says, and no new list takes it away."))
    return HttpResponseRedirect(_service_url(service_id))


def _service_url(service_id: UUID) -> str:
    return reverse("directory:service", args=[service_id])


@keep
def confirm(request: HttpRequest, viewer: Viewer, service_id: UUID) -> HttpResponse:
    """Say that what is known is still right, by one press."""
    if request.method != "POST":
        return HttpResponseRedirect(_service_url(service_id))
    typed = request.POST.get("version", "")
    version = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0
    try:
        confirm_local(viewer=viewer, service_id=service_id, version=version)
    except StaleEdit:
        notices.note(request, _("Somebody changed this a moment ago. Look at it again, then confirm."))
        return HttpResponseRedirect(_service_url(service_id))
    notices.done(request, _("Confirmed: still right today."))
    return HttpResponseRedirect(_service_url(service_id))


@use
def history(request: HttpRequest, viewer: Viewer, service_id: UUID) -> HttpResponse:
    """What people here knew of a service before, as far as it is this viewer's to read."""
    row = queries.open_service(service_id)
    now = queries.local_of(row)
    versions = queries.local_history(viewer, now) if now else []
    names = queries.names_for(viewer, who_wrote(*versions))
    before = queries.stale_before(viewer)
    context = {"row": row, "versions": [local_shown(one, names, before) for one in versions]}
    return render(request, "connections/directory/history.html", context)
