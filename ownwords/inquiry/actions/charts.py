"""Charts: made with their columns, changed, taken out of view, put back. Each change can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.chart_columns import fresh_columns
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Chart, ChartCell, Rows
from ownwords.people import rules
from ownwords.people.refusals import Refused

MOST_TITLE, MOST_GUIDANCE = 200, 5_000


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a chart is: its title, what its rows are, and how a summary is to be written."""

    title: str
    rows: str = Rows.PARTICIPANTS
    guidance: str = ""

    def put_into(self, chart: Chart) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        chart.title = " ".join(rules.own_words(self.title, field="title", most=MOST_TITLE).split())
        chart.rows = rules.one_of(self.rows, Rows.values, field="rows")
        chart.guidance = rules.own_words(self.guidance, field="guidance", needed=False, most=MOST_GUIDANCE)


def make_chart(
    *, opened: OpenedStudy, drawn: Drawn, codes: Sequence[UUID] = (), submission: UUID | None = None
) -> Chart:
    """Make a chart with these codes as columns, in this order. Raises NotFound, Refused."""
    opened.needs(Need.CODE)
    here = Chart.objects.filter(study_id=opened.study.id)
    chart = Chart(study=opened.study, made_by_id=opened.me, submission=submission, position=here.count())
    drawn.put_into(chart)

    def keep() -> Chart:
        doing = Doing(opened, "chart_made", chart.title)
        doing.make(chart)
        doing.make_many(fresh_columns(opened, chart, codes, 0))
        doing.keep()
        return chart

    return kept_once(opened, Chart, submission, keep, lambda before: before.title == chart.title)


@transaction.atomic
def change_chart(*, opened: OpenedStudy, chart_id: UUID, version: int, drawn: Drawn) -> Chart:
    """Say differently what a chart is. Raises NotFound, StaleEdit, Refused.

    What its rows are cannot change once something is written: the summaries would lose their place.
    """
    opened.needs(Need.CODE)
    chart = locked(opened, Chart.objects.filter(removed_at__isnull=True), chart_id, version)
    before, rows = state_of(chart), chart.rows
    drawn.put_into(chart)
    if chart.rows != rows and ChartCell.objects.filter(chart_id=chart.id).exists():
        raise Refused({"rows": _("There are summaries already. Make another chart for other rows.")})
    doing = Doing(opened, "chart_changed", chart.title)
    doing.change(chart, before)
    doing.keep()
    return chart


@transaction.atomic
def remove_chart(*, opened: OpenedStudy, chart_id: UUID, version: int) -> Chart:
    """Take a chart out of view with all that is written in it. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    chart = locked(opened, Chart.objects.filter(removed_at__isnull=True), chart_id, version)
    doing = Doing(opened, "chart_removed", chart.title)
    doing.take_away(chart)
    doing.keep()
    return chart


@transaction.atomic
def restore_chart(*, opened: OpenedStudy, chart_id: UUID, version: int) -> Chart:
    """Put a chart back into view. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    chart = locked(opened, Chart.objects.filter(removed_at__isnull=False), chart_id, version)
    before = state_of(chart)
    chart.removed_at = None
    doing = Doing(opened, "chart_restored", chart.title)
    doing.change(chart, before)
    doing.keep()
    return chart
