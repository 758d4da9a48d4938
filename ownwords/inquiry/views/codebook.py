"""The codebook: today's tree, that of a past day with what has changed since, and both as a file."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.code_export import export_codebook
from ownwords.inquiry.presenters import codebook as presenters
from ownwords.inquiry.presenters.code_files import file_name
from ownwords.inquiry.presenters.code_since import since_then
from ownwords.inquiry.presenters.steps import sentence
from ownwords.inquiry.queries.code_history import codebook_since, names_of_codes
from ownwords.inquiry.queries.code_pages import codes_out_of_view
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.people import notices
from ownwords.people.refusals import Refused

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "qdc": "application/xml",
}
MOST_TYPED = 200


@study_page()
def codes(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the tree of codes with their passages counted; with `on`, that of a past day."""
    asked = request.GET.get("on", "")
    on = past_day(asked)
    if on is not None:
        return _past(request, opened, on)
    typed = request.GET.get("q", "")[:MOST_TYPED]
    everything = codebook(opened)
    shown = presenters.found(everything, typed)
    context = {
        "opened": opened,
        "rows": presenters.rows(shown),
        "how_many": len(everything),
        "typed": typed,
        "open_all": bool(typed) or request.GET.get("open") == "all" or len(shown) <= presenters.SHOWN_OPEN,
        "asked": asked,
        "codes_here": opened.has(Need.CODE),
        "out_of_view": codes_out_of_view(opened),
        "undo": next_undo(opened),
        "redo": next_redo(opened),
        "did": sentence,
        "today": timezone.localdate(),
    }
    return render(request, "inquiry/codes/codes.html", context)


def _past(request: HttpRequest, opened: OpenedStudy, on: date) -> HttpResponse:
    since = codebook_since(opened, on)
    context = {
        "opened": opened,
        "on": on,
        "today": timezone.localdate(),
        "rows": presenters.rows(since.shown),
        "how_many": len(since.shown),
        "open_all": request.GET.get("open") == "all" or len(since.shown) <= presenters.SHOWN_OPEN,
        "changes": since_then(since.changes, names_of_codes(opened)),
    }
    return render(request, "inquiry/codes/past.html", context)


def past_day(typed: str) -> date | None:
    """Return the day of the address if it is before today, else None."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if date.min < day < timezone.localdate() else None


@study_page()
def codes_export(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Take the codebook away as a file; by a press, because that it was done is kept."""
    on = past_day(request.POST.get("on", ""))
    back = reverse("inquiry:codes", args=[opened.study.id]) + (f"?on={on.isoformat()}" if on else "")
    if request.method != "POST":
        return HttpResponseRedirect(back, status=303)
    form = request.POST.get("form", "")
    try:
        made = export_codebook(opened=opened, form=form, on=on)
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
        return HttpResponseRedirect(back, status=303)
    response = HttpResponse(made, content_type=TYPES[form])
    name = file_name(opened.study.title, on or timezone.localdate(), form)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
