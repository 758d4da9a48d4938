"""One cell of a chart: its passages, and beside them what is written about them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import chart_cells as actions
from ownwords.inquiry.forms.chart_cells import CellForm
from ownwords.inquiry.models import ChartCell
from ownwords.inquiry.presenters import chart_cells as presenters
from ownwords.inquiry.queries import chart_passages as queries
from ownwords.inquiry.queries.chart_lists import open_chart
from ownwords.inquiry.views.chart_matrix import open_case, open_column
from ownwords.people.views.form_page import form_page, pressed, sent


def _place(opened: OpenedStudy, chart_id: UUID, column_id: UUID, case: dict[str, UUID]) -> actions.Place:
    chart = open_chart(opened, chart_id)
    return actions.Place(chart, open_column(opened, chart, column_id), open_case(opened, chart, **case))


@study_page()
def chart_cell(
    request: HttpRequest, opened: OpenedStudy, chart_id: UUID, column_id: UUID, **case: UUID
) -> HttpResponse:
    """Show a cell; who codes writes what it says."""
    place = _place(opened, chart_id, column_id, case)
    cell = queries.cell_at(opened, place.chart, place.column.code_id, place.case)
    held = queries.held_in(opened, place.chart, place.column, place.case)
    quotations = queries.quotations_in(opened, held)
    shown = presenters.shown(opened, place, cell, held, quotations)
    if not opened.has(Need.CODE):
        if request.method == "POST":
            opened.needs(Need.CODE)
        return render(request, "inquiry/charts/cell.html", {"opened": opened, "shown": shown, "form": None})
    unshown = {one.id for one in held[queries.MOST_SHOWN :]}
    choices = presenters.choices(quotations)
    form = CellForm(sent(request), passages=choices, seen=len(held), unshown=unshown, cell=cell)

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "shown": shown, "form": form}
        return render(request, "inquiry/charts/cell.html", context, status=status)

    def act() -> ChartCell:
        version = form.cleaned_data["version"]
        return actions.write_cell(opened=opened, place=place, version=version, written=form.to_written())

    def onwards(_kept: ChartCell) -> HttpResponse:
        after = {"down": shown.below, "across": shown.right}.get(request.POST.get("then", ""))
        return HttpResponseRedirect(after.href if after else shown.back, status=303)

    return form_page(request, form, page=page, act=act, said=_("Saved."), onwards=onwards)


@study_page(Need.CODE)
def chart_cell_clear(
    request: HttpRequest, opened: OpenedStudy, chart_id: UUID, column_id: UUID, **case: UUID
) -> HttpResponse:
    """Make a cell one that nobody has charted yet."""
    place = _place(opened, chart_id, column_id, case)

    def act(version: int) -> None:
        actions.clear_cell(opened=opened, place=place, version=version)

    if request.method == "POST":
        pressed(request, act, _("Not charted any more. You can undo it under “What was done”."))
    return HttpResponseRedirect(presenters.cell_href(place.chart, place.column, place.case), status=303)
