"""One cell as its page shows it: where it stands, what is beside it, and why it may be older than its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.chart_cells import Place
from ownwords.inquiry.method.charting.staleness import Held
from ownwords.inquiry.models import Chart, ChartCell
from ownwords.inquiry.presenters import chart_words
from ownwords.inquiry.presenters.charts import place_word
from ownwords.inquiry.queries.chart_frame import Case, Column, cases_of, columns_of
from ownwords.inquiry.queries.chart_passages import staleness
from ownwords.inquiry.queries.passages import Quotation

OPENING = 90
Side = TypeVar("Side", Column, Case)


@dataclass(frozen=True, slots=True)
class Beside:
    """The next cell, down or across: where it is and what it is called."""

    href: str
    name: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell on its page."""

    place: Place
    back: str
    cell: ChartCell | None
    passages: list[tuple[int, Quotation]]
    held: int
    rests_on: list[int]
    reasons: list[str]
    below: Beside | None
    right: Beside | None
    clear: str


def shown(
    opened: OpenedStudy,
    place: Place,
    cell: ChartCell | None,
    held: list[Held],
    quotations: list[Quotation],
) -> Shown:
    """Return what the page of a cell shows (three queries, for what is beside it)."""
    chart, column, case = place.chart, place.column, place.case
    number = {one.coding.id: n for n, one in enumerate(quotations, 1)}
    stale = staleness(cell, held)
    below = _after(cases_of(opened.study, chart), case)
    right = _after(columns_of(opened.study, chart), column)
    return Shown(
        place=place,
        back=reverse("inquiry:chart", args=[chart.study_id, chart.id]),
        cell=cell,
        passages=list(enumerate(quotations, 1)),
        held=len(held),
        rests_on=sorted(number[one] for one in (cell.rests_on if cell else ()) if one in number),
        reasons=chart_words.reasons(stale, seen=cell.seen if cell else None, now=len(held)),
        below=Beside(cell_href(chart, column, below), below.name) if below else None,
        right=Beside(cell_href(chart, right, case), right.name) if right else None,
        clear=f"{cell_href(chart, column, case)}clear/",
    )


def _after(sides: Sequence[Side], one: Side) -> Side | None:
    ids = [side.id for side in sides]
    at = ids.index(one.id) + 1
    return sides[at] if at < len(sides) else None


def cell_href(chart: Chart, column: Column, case: Case) -> str:
    """Return the address of a cell."""
    root = reverse("inquiry:chart", args=[chart.study_id, chart.id])
    return f"{root}columns/{column.id}/{place_word(chart)}/{case.id}/"


def choices(quotations: Sequence[Quotation]) -> list[tuple[UUID, str]]:
    """Return the passages as the form offers them: number, place and first words."""
    return [(one.coding.id, f"{n}. {_opening(one)}") for n, one in enumerate(quotations, 1)]


def _opening(one: Quotation) -> str:
    place = one.coding.source.title
    if one.turn:
        place = _("%(title)s, turn %(n)s") % {"title": place, "n": one.turn}
    words = " ".join(one.words.split())
    return f"{place}: {words if len(words) <= OPENING else words[: OPENING - 1] + '…'}"
