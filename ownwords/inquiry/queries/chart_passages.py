"""One cell from near: the passages of a case under a code and below it, and what was written about them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.charting.staleness import Charted, Held, Why, why_stale
from ownwords.inquiry.models import Chart, ChartCell, Coding, Rows, Turn
from ownwords.inquiry.queries.chart_frame import Case, Column
from ownwords.inquiry.queries.chart_sight import visible_cells
from ownwords.inquiry.queries.passages import Quotation, quotations_of
from ownwords.inquiry.queries.sight import visible_codings

MOST_SHOWN = 300


def passages_in(opened: OpenedStudy, chart: Chart, column: Column, case: Case) -> QuerySet[Coding]:
    """Return the passages of a cell in the order of the texts."""
    rows = visible_codings(opened).filter(code_id__in=column.codes)
    if chart.rows == Rows.SOURCES:
        rows = rows.filter(source_id=case.id)
    else:
        spoken = Turn.objects.filter(
            source_id=OuterRef("source_id"), speaker__participant_id=case.id, said_from__lt=F("end"),
        ).filter(said_from__lt=OuterRef("end"), end__gt=OuterRef("start"))  # fmt: skip
        rows = rows.filter(Exists(spoken))
    return rows.order_by("source__position", "source__made_at", "source_id", "start", "id")


def held_in(opened: OpenedStudy, chart: Chart, column: Column, case: Case) -> list[Held]:
    """Return the passages of a cell with when each was coded or changed last, in order (one query)."""
    rows = passages_in(opened, chart, column, case).values_list("id", "changed_at")
    return [Held(one, at.timestamp()) for one, at in rows]


def quotations_in(opened: OpenedStudy, held: list[Held]) -> list[Quotation]:
    """Return the first three hundred passages of a cell as quotations, in order (two queries)."""
    ids: list[Any] = [one.id for one in held[:MOST_SHOWN]]
    found = quotations_of(opened, ids)
    return [found[one] for one in ids if one in found]


def cell_at(opened: OpenedStudy, chart: Chart, code_id: UUID, case: Case) -> ChartCell | None:
    """Return what was written into a cell, as far as the viewer sees it."""
    return visible_cells(opened).filter(**where(chart, code_id, case)).first()


def where(chart: Chart, code_id: UUID, case: Case) -> dict[str, Any]:
    """Return the columns that say which cell it is."""
    people = chart.rows == Rows.PARTICIPANTS
    return {
        "chart_id": chart.id,
        "code_id": code_id,
        "participant_id": case.id if people else None,
        "source_id": None if people else case.id,
    }


def staleness(cell: ChartCell | None, held: list[Held]) -> frozenset[Why]:
    """Return why a cell is older than its passages."""
    if cell is None:
        return frozenset()
    return why_stale(Charted(cell.charted_at.timestamp(), cell.rests_on, cell.seen), held)
