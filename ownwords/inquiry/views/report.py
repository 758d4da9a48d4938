"""The report of a study as it stands now, its audit trail, and both as files."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.actions.report_export import report_file, trail_file
from ownwords.inquiry.forms.report_items import ChoicesForm
from ownwords.inquiry.presenters.report import report_of
from ownwords.inquiry.presenters.report_trail import by_day
from ownwords.inquiry.queries.report_notes import notes_to_choose
from ownwords.inquiry.queries.report_trail import trail_days, trail_of
from ownwords.inquiry.queries.report_whole import Choices, whole_report
from ownwords.inquiry.views.checklists import others
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.report_files import as_file
from ownwords.people.access import NotFound


@study_page()
def report(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the report; which reflexive notes it holds, and whether figures of agreement, the address says."""
    form, choices = _choices(request.GET, opened)
    context = {
        "opened": opened,
        "report": report_of(whole_report(opened, choices)),
        "form": form,
        "choices": choices,
        "checklists": others(),
    }
    return render(request, "inquiry/report/report.html", context)


def _choices(typed: object, opened: OpenedStudy) -> tuple[ChoicesForm, Choices]:
    form = ChoicesForm(typed, notes=notes_to_choose(opened))
    notes, agreement = form.chosen()
    return form, Choices(notes, agreement)


@study_page()
def report_export(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Take the report away as a file; by a press, because that it was done is kept."""
    if request.method != "POST":
        return to_page(opened, "report")
    form = request.POST.get("form", "")
    if form not in ("html", "docx"):
        raise NotFound
    _form, choices = _choices(request.POST, opened)
    return as_file(report_file(opened=opened, form=form, choices=choices), "report", opened, form)


@study_page()
def report_trail(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show what was done, fourteen days a page."""
    before = _day(request.GET.get("before", ""))
    days, further = trail_days(opened, before)
    context = {
        "opened": opened,
        "days": list(by_day(trail_of(opened, days))),
        "further": further,
        "paged": before is not None,
    }
    return render(request, "inquiry/report/trail.html", context)


def _day(typed: str) -> date | None:
    """Return the day that an address names, None where it makes no sense."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if date.min < day < date.max else None


@study_page()
def trail_export(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Take the audit trail away as a file; by a press, because that it was done is kept."""
    if request.method != "POST":
        return to_page(opened, "report_trail")
    form = request.POST.get("form", "")
    if form not in ("html", "csv"):
        raise NotFound
    return as_file(trail_file(opened=opened, form=form), "audit-trail", opened, form)
