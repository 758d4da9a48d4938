"""The charts of a study: all of them, a new one, what one is, taking one out of view and putting it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import charts as actions
from ownwords.inquiry.forms.charts import ChartForm
from ownwords.inquiry.models import Chart, Method
from ownwords.inquiry.queries import chart_lists as queries
from ownwords.inquiry.queries.arrays_codes import tree_of
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page, pressed, sent


@study_page()
def charts(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """List the charts."""
    context = {
        "opened": opened,
        "charts": list(queries.charts_of(opened)),
        "out_of_view": list(queries.charts_out_of_view(opened)),
        "writes": opened.has(Need.CODE),
        "of_texts": opened.study.method == Method.SYNTHESIS,
    }
    return render(request, "inquiry/charts/charts.html", context)


@study_page(Need.CODE)
def chart_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Make a chart."""
    form = ChartForm(sent(request), study=opened.study, tree=tree_of(opened.study))

    def act() -> Chart:
        submission = form.cleaned_data["submission"]
        return actions.make_chart(
            opened=opened, drawn=form.to_drawn(), codes=form.to_codes(), submission=submission
        )

    return _form(request, opened, form, act, chart=None)


@study_page(Need.CODE)
def chart_change(request: HttpRequest, opened: OpenedStudy, chart_id: UUID) -> HttpResponse:
    """Change what a chart is."""
    chart = queries.open_chart(opened, chart_id)
    form = ChartForm(sent(request), study=opened.study, chart=chart)

    def act() -> Chart:
        version = form.cleaned_data["version"]
        return actions.change_chart(opened=opened, chart_id=chart_id, version=version, drawn=form.to_drawn())

    return _form(request, opened, form, act, chart=chart)


def _form(request: HttpRequest, opened: OpenedStudy, form: Any, act: Any, *, chart: Any) -> HttpResponse:
    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "chart": chart}
        return render(request, "inquiry/charts/chart_form.html", context, status=status)

    def onwards(kept: Chart) -> HttpResponse:
        return to_page(opened, "chart", kept.id)

    return form_page(request, form, page=page, act=act, said=_("Saved."), onwards=onwards, again=True)


@study_page(Need.CODE)
def chart_remove(request: HttpRequest, opened: OpenedStudy, chart_id: UUID) -> HttpResponse:
    """Take a chart out of view."""

    def act(version: int) -> Chart:
        return actions.remove_chart(opened=opened, chart_id=chart_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Out of view. It stands at the foot of this page, and can be put back."))
    return to_page(opened, "charts")


@study_page(Need.CODE)
def chart_restore(request: HttpRequest, opened: OpenedStudy, chart_id: UUID) -> HttpResponse:
    """Put a chart back into view."""

    def act(version: int) -> Chart:
        return actions.restore_chart(opened=opened, chart_id=chart_id, version=version)

    if request.method == "POST":
        pressed(request, act, _("Put back."))
    return to_page(opened, "charts")
