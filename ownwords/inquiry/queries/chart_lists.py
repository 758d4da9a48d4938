"""The charts of a study: those in view, those taken out of view, and one of them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Chart, ChartColumn, Study
from ownwords.people.access import NotFound


def charts_of(opened: OpenedStudy) -> QuerySet[Chart]:
    """Return the charts in view in the order they were made; `wide`: how many columns each has."""
    columns = ChartColumn.objects.filter(chart_id=OuterRef("pk")).order_by().values("chart_id")
    wide = Subquery(columns.annotate(n=Count("id")).values("n"))
    return _all_of(opened.study).filter(removed_at__isnull=True).annotate(wide=wide)


def charts_out_of_view(opened: OpenedStudy) -> QuerySet[Chart]:
    """Return the charts that were taken out of view, the last first."""
    return _all_of(opened.study).filter(removed_at__isnull=False).order_by("-removed_at")


def open_chart(opened: OpenedStudy, chart_id: UUID) -> Chart:
    """Return one chart in view. Raises NotFound."""
    chart = charts_of(opened).filter(pk=chart_id).first()
    if chart is None:
        raise NotFound
    return chart


def charts_called(study: Study, title: str) -> list[Chart]:
    """Return the charts in view with this id or title, for the command line."""
    charts = _all_of(study).filter(removed_at__isnull=True)
    return [one for one in charts if title in (str(one.id), one.title)]


def _all_of(study: Study) -> QuerySet[Chart]:
    return Chart.objects.filter(study_id=study.id).order_by("position", "id")
