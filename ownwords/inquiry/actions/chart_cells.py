"""Charting: a summary of what one case says about one code, or that somebody looked and found nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Chart, ChartCell
from ownwords.inquiry.queries.chart_frame import Case, Column
from ownwords.inquiry.queries.chart_passages import cell_at, passages_in, where
from ownwords.inquiry.queries.chart_sight import visible_cells
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused, StaleEdit

MOST_SUMMARY = 10_000


@dataclass(frozen=True, slots=True)
class Place:
    """One cell of a chart."""

    chart: Chart
    column: Column
    case: Case

    @property
    def named(self) -> str:
        """What a step says it was about."""
        return f"{self.chart.title}: {self.column.name}, {self.case.name}"


@dataclass(frozen=True, slots=True)
class Looked:
    """When somebody read the passages that they write about, and how many there were."""

    at: datetime
    seen: int


@dataclass(frozen=True, slots=True)
class Written:
    """What is written into a cell. ``rests_on``: codings of the cell, in the order of the references."""

    summary: str = ""
    nothing_found: bool = False
    rests_on: Sequence[UUID] = ()
    looked: Looked | None = None

    def put_into(self, cell: ChartCell) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        cell.summary = rules.own_words(self.summary, needed=False, most=MOST_SUMMARY)
        cell.nothing_found, cell.rests_on = self.nothing_found, list(dict.fromkeys(self.rests_on))
        if self.nothing_found and (cell.summary or cell.rests_on):
            raise Refused({"nothing_found": _("Either there is nothing, or there is a summary: not both.")})
        if not self.nothing_found and not cell.summary:
            raise Refused({"words": _("Write a summary, or say that you looked and there is nothing.")})


@transaction.atomic
def write_cell(*, opened: OpenedStudy, place: Place, version: int, written: Written) -> ChartCell:
    """Write a cell that holds nothing yet (version 0), or write it anew.

    Raises:
        NotFound: not who codes. Refused: what is written does not fit, or somebody else charted it unseen (blind).
        StaleEdit: somebody else wrote in between.
    """
    opened.needs(Need.CODE)
    there = where(place.chart, place.column.code_id, place.case)
    cell = ChartCell.objects.filter(study_id=opened.study.id, **there).first()
    if cell is None:
        return _first(opened, place, ChartCell(study=opened.study, made_by_id=opened.me, **there), written)
    _not_unseen(opened, cell)
    if not version:
        return _sent_again(cell, written)
    cell = locked(opened, ChartCell.objects.all(), cell.id, version)
    before = state_of(cell)
    _put(opened, place, cell, written)
    doing = Doing(opened, "cell_changed", place.named)
    doing.change(cell, before)
    doing.keep()
    return cell


def _first(opened: OpenedStudy, place: Place, cell: ChartCell, written: Written) -> ChartCell:
    _put(opened, place, cell, written)
    doing = Doing(opened, "cell_charted", place.named)
    try:
        with transaction.atomic():
            doing.make(cell)
    except IntegrityError:
        there = cell_at(opened, place.chart, place.column.code_id, place.case)
        raise (StaleEdit(there) if there else _charted_unseen()) from None
    doing.keep()
    return cell


def _sent_again(cell: ChartCell, written: Written) -> ChartCell:
    """Return what stands there where it is just what was sent. Raises StaleEdit for anything else."""
    before = (cell.summary, cell.nothing_found, cell.rests_on)
    written.put_into(cell)
    if (cell.summary, cell.nothing_found, cell.rests_on) != before:
        cell.refresh_from_db()
        raise StaleEdit(cell)
    return cell


def _put(opened: OpenedStudy, place: Place, cell: ChartCell, written: Written) -> None:
    written.put_into(cell)
    held = set(passages_in(opened, place.chart, place.column, place.case).values_list("id", flat=True))
    if not set(cell.rests_on) <= held:
        raise Refused({"rests_on": _("A passage that you ticked is in this cell no more. Look again.")})
    now = timezone.now()
    looked = written.looked or Looked(now, len(held))
    cell.seen, cell.charted_at = looked.seen, min(looked.at, now)


@transaction.atomic
def clear_cell(*, opened: OpenedStudy, place: Place, version: int) -> None:
    """Make a cell one that nobody has charted yet. Raises NotFound, StaleEdit, Refused."""
    opened.needs(Need.CODE)
    rows = ChartCell.objects.filter(**where(place.chart, place.column.code_id, place.case))
    cell = rows.filter(study_id=opened.study.id).first()
    if cell is None:
        raise NotFound
    _not_unseen(opened, cell)
    doing = Doing(opened, "cell_cleared", place.named)
    doing.take_away(locked(opened, rows, cell.id, version))
    doing.keep()


def _not_unseen(opened: OpenedStudy, cell: ChartCell) -> None:
    """Raise Refused where blind coding hides what stands there."""
    if not visible_cells(opened).filter(pk=cell.pk).exists():
        raise _charted_unseen()


def _charted_unseen() -> Refused:
    unseen = _("Somebody else has charted this cell already.")
    return Refused({"": f"{unseen} {_('You see it once both of you have finished coding its texts.')}"})
