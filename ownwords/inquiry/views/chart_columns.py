"""The columns of a chart: adding codes, putting them in order, taking one out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import chart_columns as actions
from ownwords.inquiry.forms.charts import CodesToAdd
from ownwords.inquiry.models import Chart
from ownwords.inquiry.queries.arrays_codes import tree_of
from ownwords.inquiry.queries.chart_frame import columns_of
from ownwords.inquiry.queries.chart_lists import open_chart
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page, pressed, sent


@study_page(Need.CODE)
def chart_columns(request: HttpRequest, opened: OpenedStudy, chart_id: UUID) -> HttpResponse:
    """List the columns in order, and add codes."""
    chart = open_chart(opened, chart_id)
    columns = columns_of(opened.study, chart)
    there = {one.code_id for one in columns}
    tree = [one for one in tree_of(opened.study) if one.id not in there]
    form = CodesToAdd(sent(request), tree=tree)

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "chart": chart, "columns": columns, "more": bool(tree)}
        return render(request, "inquiry/charts/columns.html", context, status=status)

    def act() -> Chart:
        return actions.add_columns(opened=opened, chart_id=chart_id, codes=form.to_codes())

    def onwards(_kept: Chart) -> HttpResponse:
        return to_page(opened, "chart_columns", chart_id)

    return form_page(request, form, page=page, act=act, said=_("Added."), onwards=onwards)


@study_page(Need.CODE)
def chart_column_move(
    request: HttpRequest, opened: OpenedStudy, chart_id: UUID, column_id: UUID
) -> HttpResponse:
    """Move a column one place."""

    def act(_version: int) -> Chart:
        way = request.POST.get("way", "")
        return actions.move_column(opened=opened, chart_id=chart_id, column_id=column_id, way=way)

    if request.method == "POST":
        pressed(request, act, _("Moved."))
    return to_page(opened, "chart_columns", chart_id)


@study_page(Need.CODE)
def chart_column_remove(
    request: HttpRequest, opened: OpenedStudy, chart_id: UUID, column_id: UUID
) -> HttpResponse:
    """Take a column out."""

    def act(version: int) -> Chart:
        return actions.remove_column(opened=opened, chart_id=chart_id, column_id=column_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Taken out. What is written in it comes back when the code is added again."))
    return to_page(opened, "chart_columns", chart_id)
