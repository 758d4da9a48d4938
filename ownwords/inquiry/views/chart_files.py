"""A chart taken away as a file."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.actions.chart_export import export_chart
from ownwords.inquiry.presenters.exchange import file_name
from ownwords.inquiry.queries.chart_lists import open_chart
from ownwords.inquiry.views.exchange import TYPES
from ownwords.inquiry.views.onwards import to_page
from ownwords.people import notices
from ownwords.people.refusals import Refused


@study_page()
def chart_file(request: HttpRequest, opened: OpenedStudy, chart_id: UUID) -> HttpResponse:
    """Hand a chart out; that it was made is kept in the journal."""
    chart = open_chart(opened, chart_id)
    if request.method != "POST":
        return to_page(opened, "chart", chart_id)
    form = request.POST.get("form", "")
    try:
        made = export_chart(opened=opened, chart_id=chart_id, form=form)
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
        return to_page(opened, "chart", chart_id)
    answer = HttpResponse(made, content_type=TYPES[form])
    name = file_name("chart", chart.title, timezone.localdate(), form)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
