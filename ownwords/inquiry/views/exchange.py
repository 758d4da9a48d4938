"""A study out as a file, and files of other programs in."""

from __future__ import annotations

import io

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.export_codings import export_codings
from ownwords.inquiry.actions.refi_export import export_refi
from ownwords.inquiry.actions.refi_import import import_refi
from ownwords.inquiry.forms.exchange import MEGABYTE, MOST_UPLOADED, PROJECT, BringForm, TakeForm
from ownwords.inquiry.method.refi.refusal import Unreadable
from ownwords.inquiry.presenters import exchange as presenters
from ownwords.people.forms.saving import REFUSED, note_refusal
from ownwords.people.refusals import Refused
from ownwords.people.uploads import takes_files

TYPES = {
    PROJECT: "application/zip",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@study_page()
def exchange(request: HttpRequest, opened: OpenedStudy) -> HttpResponseBase:
    """Choose what to take away; by a press it is made and kept in the journal that it was."""
    form = TakeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _choose(request, opened, form)
    if not form.is_valid():
        return _choose(request, opened, form, REFUSED)
    kind = form.cleaned_data["form"]
    try:
        response = _project(opened) if kind == PROJECT else _passages(opened, kind)
    except Refused as no:
        note_refusal(form, no)
        return _choose(request, opened, form, REFUSED)
    what = "study" if kind == PROJECT else "passages"
    name = presenters.file_name(what, opened.study.title, timezone.localdate(), kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _project(opened: OpenedStudy) -> HttpResponseBase:
    made = io.BytesIO()
    export_refi(opened=opened, out=made)
    return HttpResponse(made.getvalue(), content_type=TYPES[PROJECT])


def _passages(opened: OpenedStudy, kind: str) -> HttpResponseBase:
    return StreamingHttpResponse(export_codings(opened=opened, form=kind), content_type=TYPES[kind])


def _choose(request: HttpRequest, opened: OpenedStudy, form: TakeForm, status: int = 200) -> HttpResponse:
    context = {"opened": opened, "form": form, "leads": opened.has(Need.LEAD)}
    return render(request, "inquiry/exchange/exchange.html", context, status=status)


@takes_files(MOST_UPLOADED + MEGABYTE)
@study_page(Need.LEAD)
def exchange_bring(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Bring a project or codebook in, all of it or nothing, and say what became of it."""
    if request.method != "POST":
        return _bring(request, opened, BringForm())
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        if "file" not in request.FILES and int(request.META.get("CONTENT_LENGTH") or 0) > MOST_UPLOADED:
            form.errors.clear()
            too_large = _("This file has more than %(most)s MB. Nothing of it was kept.")
            form.add_error("file", too_large % {"most": MOST_UPLOADED // MEGABYTE})
        return _bring(request, opened, form, REFUSED)
    try:
        brought = import_refi(opened=opened, file=form.cleaned_data["file"].file)
    except Unreadable as no:
        form.add_error("file", f"{no} {_('Nothing of it was kept.')}")
        return _bring(request, opened, form, REFUSED)
    context = {"opened": opened, "came": presenters.came_in(brought), "lists": presenters.told(brought)}
    return render(request, "inquiry/exchange/brought.html", context)


def _bring(request: HttpRequest, opened: OpenedStudy, form: BringForm, status: int = 200) -> HttpResponse:
    context = {"opened": opened, "form": form}
    return render(request, "inquiry/exchange/bring.html", context, status=status)
