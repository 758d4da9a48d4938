"""Checklists of reporting: each item with what the record knows, what the team says, and as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.report_export import checklist_file
from ownwords.inquiry.actions.report_items import say_to_item
from ownwords.inquiry.forms.report_items import ItemForm
from ownwords.inquiry.method.reporting.checklists import NAMES, checklist
from ownwords.inquiry.models import ReportItem
from ownwords.inquiry.presenters.checklist_facts import counts, row_of, rows_of, standing_words
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.queries.checklist_gathered import gather
from ownwords.inquiry.queries.checklist_items import open_checklist, open_item, said_to
from ownwords.inquiry.views.onwards import to_page
from ownwords.inquiry.views.report_files import as_file
from ownwords.people.access import NotFound
from ownwords.people.views.form_page import form_page, sent


@study_page()
def checklist_page(request: HttpRequest, opened: OpenedStudy, checklist: str) -> HttpResponse:
    """Show one checklist."""
    of = open_checklist(checklist)
    rows = rows_of(of, gather(opened), said_to(opened, of.name), Places(opened.study.id))
    context = {
        "opened": opened,
        "of": of,
        "rows": rows,
        "counts": counts(rows),
        "standings": standing_words(),
        "writes": opened.has(Need.CODE),
        "others": others(of.name),
    }
    return render(request, "inquiry/report/checklist.html", context)


def others(but: str = "") -> list[tuple[str, str]]:
    """Return the other checklists by name."""
    return [(name, checklist(name).called) for name in NAMES if name != but]


@study_page(Need.CODE)
def checklist_item(request: HttpRequest, opened: OpenedStudy, checklist: str, number: int) -> HttpResponse:
    """Say something to one item, in the team's own words."""
    of = open_checklist(checklist)
    item, said = open_item(of, number), said_to(opened, of.name).get(number)
    form = ItemForm(sent(request), item=said)

    def act() -> ReportItem:
        version = form.cleaned_data["version"]
        return say_to_item(opened=opened, of=of, number=number, version=version, said=form.to_said())

    row = row_of(item, gather(opened), said, Places(opened.study.id))

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "of": of, "row": row}
        return render(request, "inquiry/report/item.html", context, status=status)

    def onwards(_kept: ReportItem) -> HttpResponse:
        return to_page(opened, "checklist", of.name, part=f"item-{number}")

    return form_page(request, form, page=page, act=act, said=_("Saved."), onwards=onwards)


@study_page()
def checklist_export(request: HttpRequest, opened: OpenedStudy, checklist: str) -> HttpResponse:
    """Take a checklist away as a file; by a press, because that it was done is kept."""
    of = open_checklist(checklist)
    form = request.POST.get("form", "")
    if request.method != "POST":
        return HttpResponseRedirect(reverse("inquiry:checklist", args=[opened.study.id, of.name]), status=303)
    if form not in ("docx", "csv"):
        raise NotFound
    return as_file(checklist_file(opened=opened, of=of, form=form), of.name, opened, form)
