"""The columns of a chart: added, put in order, taken out. Summaries of a column that is taken out stay kept."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.order import one_place_on
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Chart, ChartColumn, Code
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused

MOST_COLUMNS = 200
UP, DOWN = "up", "down"


def fresh_columns(opened: OpenedStudy, chart: Chart, codes: Sequence[UUID], first: int) -> list[ChartColumn]:
    """Return columns that are not kept yet. Raises Refused: a code that is not there, or too many columns."""
    wanted = list(dict.fromkeys(codes))
    known = Code.objects.filter(study_id=opened.study.id, removed_at__isnull=True, pk__in=wanted)
    if known.count() != len(wanted):
        raise Refused({"codes": _("Choose from the codes of this study.")})
    if first + len(wanted) > MOST_COLUMNS:
        raise Refused({"codes": _("A chart has at most %(most)s columns.") % {"most": MOST_COLUMNS}})
    return [
        ChartColumn(
            study=opened.study, made_by_id=opened.me, chart=chart, code_id=code, position=first + number
        )
        for number, code in enumerate(wanted)
    ]


@transaction.atomic
def add_columns(*, opened: OpenedStudy, chart_id: UUID, codes: Sequence[UUID]) -> Chart:
    """Add codes as columns after the last; those that are columns already stay. Raises NotFound, Refused."""
    opened.needs(Need.CODE)
    chart, columns = _locked_columns(opened, chart_id)
    there = {one.code_id for one in columns}
    wanted = [one for one in codes if one not in there]
    if not codes:
        raise Refused({"codes": _("Choose at least one code.")})
    doing = Doing(opened, "chart_column_added", chart.title)
    doing.make_many(fresh_columns(opened, chart, wanted, _first_free(columns)))
    doing.keep()
    return chart


@transaction.atomic
def move_column(*, opened: OpenedStudy, chart_id: UUID, column_id: UUID, way: str) -> Chart:
    """Move a column one place: "up" towards the first, "down" towards the last. Raises NotFound, Refused."""
    opened.needs(Need.CODE)
    chart, columns = _locked_columns(opened, chart_id)
    if column_id not in {one.id for one in columns}:
        raise NotFound
    if way not in (UP, DOWN):
        raise Refused({"": _("Choose one of the answers in the list.")})
    columns = one_place_on(columns, column_id, up=way == UP) or columns
    doing = Doing(opened, "chart_columns_ordered", chart.title)
    for place, one in enumerate(columns):
        before = state_of(one)
        one.position = place
        doing.change(one, before)
    doing.keep()
    return chart


@transaction.atomic
def remove_column(*, opened: OpenedStudy, chart_id: UUID, column_id: UUID, version: int) -> Chart:
    """Take a column out; what is written in it comes back with it. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    chart, _columns = _locked_columns(opened, chart_id)
    column = locked(opened, ChartColumn.objects.filter(chart_id=chart.id), column_id, version)
    doing = Doing(opened, "chart_column_removed", chart.title)
    doing.take_away(column)
    doing.keep()
    return chart


def _locked_columns(opened: OpenedStudy, chart_id: UUID) -> tuple[Chart, list[ChartColumn]]:
    """Return a chart and its columns in order; who orders them waits for whoever does so now."""
    chart = locked(opened, Chart.objects.filter(removed_at__isnull=True), chart_id, None)
    return chart, list(ChartColumn.objects.filter(chart_id=chart.id).order_by("position", "id"))


def _first_free(columns: Sequence[ChartColumn]) -> int:
    return columns[-1].position + 1 if columns else 0
