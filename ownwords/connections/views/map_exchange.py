"""A map as a file: taking it away, looking at one, bringing it in, and taking off what a file brought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.connections.actions import map_exchange as actions
from ownwords.connections.forms.map_exchange import (
    ExportForm,
    FileForm,
    KeepForm,
    Read,
    WhichForm,
    fault_words,
    opened_seal,
    seal,
)
from ownwords.connections.method.exchange.model import FileFault
from ownwords.connections.method.exchange.uploads import MOST_UPLOADED
from ownwords.connections.models import MapCopy, MapItem
from ownwords.connections.presenters.map_copies import copy_name
from ownwords.connections.presenters.map_exchange import (
    count_lines,
    planned_words,
    remark_lines,
    unstated_lines,
)
from ownwords.connections.queries.map_copies import open_copy
from ownwords.connections.queries.map_exchange import already_there, brought_in, plan_for
from ownwords.connections.queries.sight import may_draw
from ownwords.connections.views.map_parts import drawing, see_other, to_map
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.saving import REFUSED, save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page

TYPES = {actions.CSV: "application/zip", actions.GRAPHML: "application/graphml+xml"}
ONLY = "0"


def _page(
    request: HttpRequest, opened: Opened, template: str, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"opened": opened, "person": opened.person, **more}
    return render(request, f"connections/exchange/{template}.html", context, status=status)


@person_page(Permission.READ_RECORD, part="map")
def map_export(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Take the map away as a file: everything on it that the viewer sees. The file is stored nowhere."""
    return _export(request, opened, None)


@person_page(Permission.READ_RECORD, part="map_copy")
def map_copy_export(request: HttpRequest, opened: Opened, copy_id: UUID) -> HttpResponse:
    """Take a dated copy away as a file."""
    return _export(request, opened, open_copy(opened, copy_id))


def _export(request: HttpRequest, opened: Opened, copy: MapCopy | None) -> HttpResponse:
    form = ExportForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        name, status = copy_name(copy) if copy else "", 200 if request.method != "POST" else REFUSED
        return _page(
            request, opened, "export", status, form=form, copy=copy, copy_name=name, draws=may_draw(opened)
        )
    kind = form.cleaned_data["form"]
    made = actions.export_map(opened=opened, form=kind, copy_id=copy.id if copy else None)
    response = HttpResponse(made, content_type=TYPES[kind])
    day = (copy.taken_on if copy else timezone.localdate()).isoformat()
    whose = "my-map" if opened.is_own else "map"
    response["Content-Disposition"] = f'attachment; filename="{whose}-{day}{actions.ENDINGS[kind]}"'
    return response


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def map_import(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Look at a file before anything of it is kept; a file with several maps asks which."""
    if request.method != "POST":
        return _choose(request, opened, FileForm())
    if "seal" in request.POST:
        return _which(request, opened)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid() or form.read is None:
        if "file" not in request.FILES and int(request.META.get("CONTENT_LENGTH") or 0) > MOST_UPLOADED:
            form.errors.clear()
            form.add_error("file", _("This file has more than %(most)s MB. Nothing of it was kept.")
                           % {"most": MOST_UPLOADED // 2**20})  # fmt: skip
        return _choose(request, opened, form, REFUSED)
    if len(form.read.found.maps) > 1:
        return _ask_which(request, opened, form.read, WhichForm(found=form.read.found))
    return _preview(request, opened, form.read, ONLY)


def _choose(request: HttpRequest, opened: Opened, form: FileForm, status: int = 200) -> HttpResponse:
    return _page(request, opened, "import", status, form=form, brought=brought_in(opened))


def _ask_which(
    request: HttpRequest, opened: Opened, read: Read, form: WhichForm, status: int = 200
) -> HttpResponse:
    return _page(request, opened, "which", status, form=form, seal=seal(read, opened), name=read.name)


def _refused(request: HttpRequest, opened: Opened, said: str) -> HttpResponse:
    """Ask for the file again, and say why."""
    form = FileForm({}, {})
    form.errors.clear()
    form.add_error("file", said)
    return _choose(request, opened, form, REFUSED)


def _sent(request: HttpRequest, opened: Opened) -> Read | str:
    """Return what the page carried along, or why it cannot be used."""
    try:
        return opened_seal(request.POST.get("seal", ""), opened)
    except forms.ValidationError as error:
        return " ".join(error.messages)


def _which(request: HttpRequest, opened: Opened) -> HttpResponse:
    read = _sent(request, opened)
    if isinstance(read, str):
        return _refused(request, opened, read)
    form = WhichForm(request.POST, found=read.found)
    if not form.is_valid():
        return _ask_which(request, opened, read, form, REFUSED)
    return _preview(request, opened, read, form.cleaned_data["which"])


def _preview(
    request: HttpRequest,
    opened: Opened,
    read: Read,
    which: str,
    form: KeepForm | None = None,
    status: int = 200,
) -> HttpResponse:
    try:
        plan = plan_for(opened, read.found.maps, which, own=read.found.own)
    except FileFault as fault:
        return _refused(request, opened, fault_words(FileFault(read.name, fault.where, fault.reason)))
    there = already_there(opened, plan)
    form = form or KeepForm(opened=opened, circle=circle_of(opened), doubles=len(there))
    return _page(
        request,
        opened,
        "preview",
        status,
        form=form,
        seal=seal(read, opened),
        which=which,
        name=read.name,
        items=[(one.words, planned_words(one), one.id in there) for one in plan.items],
        counts=count_lines(plan),
        unstated=unstated_lines(plan),
        remarks=remark_lines(plan),
        left_out=_listed([*plan.left_out, *read.found.unused]),
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def map_import_keep(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Put what was shown on the map, all of it or nothing."""
    if request.method != "POST":
        return see_other("map_import", opened.person.id)
    read = _sent(request, opened)
    if isinstance(read, str):
        return _refused(request, opened, read)
    chosen = WhichForm(request.POST, found=read.found)
    if not chosen.is_valid():
        return _ask_which(request, opened, read, chosen, REFUSED)
    which = chosen.cleaned_data["which"]
    try:
        plan = plan_for(opened, read.found.maps, which, own=read.found.own)
    except FileFault as fault:
        return _refused(request, opened, fault_words(fault))
    doubles = len(already_there(opened, plan))
    form = KeepForm(request.POST, opened=opened, circle=circle_of(opened), doubles=doubles)

    def act() -> MapItem:
        return actions.bring_in(
            opened=opened,
            plan=plan,
            leave_out=form.leaves_out,
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    kept = save_or_explain(
        request, form, act, page=lambda form, status: _preview(request, opened, read, which, form, status)  # type: ignore[arg-type]
    )  # fmt: skip
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("What the file holds is on the map. It can be taken off again, all at once."))
    return to_map(opened)


@person_page(Permission.DRAW_MAP, part="map")
@drawing
def map_import_off(request: HttpRequest, opened: Opened, brought_id: UUID) -> HttpResponse:
    """Take off the map what one file brought in. Each can be put back."""
    if request.method == "POST":
        try:
            count = actions.take_back(opened=opened, import_id=brought_id)
        except Refused as no:
            notices.note(request, " ".join(no.messages.values()))
        else:
            said = ngettext("%(count)s was taken off the map.", "%(count)s were taken off the map.", count)
            notices.done(request, said % {"count": count})
    return see_other("map_import", opened.person.id)
