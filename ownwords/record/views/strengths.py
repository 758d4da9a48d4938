"""Strengths as a sheet: domains by times. No totals, no score; empty boxes are fine."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.method import tools
from ownwords.record.models import Standing
from ownwords.record.queries.strengths import rows_of, sheet_of
from ownwords.record.views.shown import gather


@person_page(Permission.READ_RECORD, part="strengths")
def strengths(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The sheet, what waits for an answer first."""
    sheet = sheet_of(opened)
    tool = tools.strengths()
    context = {
        "opened": opened,
        "person": opened.person,
        "tool": tool,
        "sheet": sheet,
        "shown": gather(opened, sheet.entries),
        "times": [_(time.label) for time in tool.times],
        "categories": {one.key: _(one.label) for one in tool.categories},
        "writes": opened.may(Permission.WRITE_RECORD),
    }
    return render(request, "record/strengths/strengths.html", context)


@person_page(Permission.READ_RECORD, part="strengths")
def strengths_print(request: HttpRequest, opened: Opened) -> HttpResponse:
    """One A4 side: the sheet as it stands, or (`?blank=1`) empty to fill in by hand."""
    blank = request.GET.get("blank") == "1"
    tool = tools.strengths()
    answered = (
        [] if blank else [e for e in sheet_of(opened).entries if e.standing in (Standing.OWN, Standing.KEPT)]
    )
    context = {
        "opened": opened,
        "person": opened.person,
        "tool": tool,
        "blank": blank,
        "rows": rows_of(answered),
        "times": [_(time.label) for time in tool.times],
    }
    return render(request, "record/strengths/print.html", context)
