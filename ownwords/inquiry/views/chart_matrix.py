"""A chart as a matrix, and one row or one column of it as a page that reads as text."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.forms.charts import OnlyForm
from ownwords.inquiry.models import Chart
from ownwords.inquiry.presenters.analysis import page_of
from ownwords.inquiry.presenters.charts import Shows, place_word, so_far
from ownwords.inquiry.queries.chart_cells import cells_of
from ownwords.inquiry.queries.chart_frame import Case, Column, cases_of, columns_of, values_offered
from ownwords.inquiry.queries.chart_lists import open_chart
from ownwords.inquiry.queries.chart_sight import charting_seen
from ownwords.people.access import NotFound

ROWS, ACROSS, READ_OUT = 50, 10, 50


@study_page()
def chart(request: HttpRequest, opened: OpenedStudy, chart_id: UUID) -> HttpResponse:
    """Show the matrix, fifty rows and ten columns at a time."""
    drawn = open_chart(opened, chart_id)
    form = OnlyForm(request.GET)
    columns, cases = columns_of(opened.study, drawn), cases_of(opened.study, drawn, form.to_only())
    cells = cells_of(charting_seen(opened), drawn, columns, cases)
    across, rows = page_of(columns, form.across, ACROSS), page_of(cases, form.page_number, ROWS)
    shows = Shows(drawn, cells)
    context: dict[str, Any] = {
        "opened": opened,
        "chart": drawn,
        "form": form,
        "offered": values_offered(opened.study, drawn),
        "across": across,
        "rows": rows,
        "lines": [shows.line(case, across.rows) for case in rows.rows],
        "so_far": so_far(cells, len(columns), len(cases)),
        "of_people": place_word(drawn) == "people",
        "writes": opened.has(Need.CODE),
    }
    return render(request, "inquiry/charts/chart.html", context)


@study_page()
def chart_row(request: HttpRequest, opened: OpenedStudy, chart_id: UUID, **case: UUID) -> HttpResponse:
    """Show every cell of one case, one below the other."""
    drawn = open_chart(opened, chart_id)
    columns, row = columns_of(opened.study, drawn), open_case(opened, drawn, **case)
    shows = Shows(drawn, cells_of(charting_seen(opened), drawn, columns, [row]))
    parts = [(one.name, one.in_view, shows.cell(one, row)) for one in columns]
    return _read_out(request, opened, drawn, row.name, parts)


@study_page()
def chart_column(request: HttpRequest, opened: OpenedStudy, chart_id: UUID, column_id: UUID) -> HttpResponse:
    """Show every case of one code, one below the other, fifty a page."""
    drawn = open_chart(opened, chart_id)
    column, form = open_column(opened, drawn, column_id), OnlyForm(request.GET)
    rows = page_of(cases_of(opened.study, drawn, form.to_only()), form.page_number, READ_OUT)
    shows = Shows(drawn, cells_of(charting_seen(opened), drawn, [column], list(rows.rows)))
    parts = [(one.name, True, shows.cell(column, one)) for one in rows.rows]
    return _read_out(request, opened, drawn, column.name, parts, rows=rows, form=form)


def _read_out(
    request: HttpRequest,
    opened: OpenedStudy,
    drawn: Chart,
    name: str,
    parts: list[Any],
    rows: Any = None,
    form: Any = None,
) -> HttpResponse:
    context = {"opened": opened, "chart": drawn, "name": name, "parts": parts, "rows": rows, "form": form}
    return render(request, "inquiry/charts/read_out.html", context)


def open_column(opened: OpenedStudy, drawn: Chart, column_id: UUID) -> Column:
    """Return one column. Raises NotFound."""
    found = next((one for one in columns_of(opened.study, drawn) if one.id == column_id), None)
    if found is None:
        raise NotFound
    return found


def open_case(
    opened: OpenedStudy, drawn: Chart, participant_id: UUID | None = None, source_id: UUID | None = None
) -> Case:
    """Return one row. Raises NotFound: none such, or the rows of this chart are of the other kind."""
    wanted = participant_id if place_word(drawn) == "people" else source_id
    found = next((one for one in cases_of(opened.study, drawn) if one.id == wanted), None)
    if found is None:
        raise NotFound
    return found
