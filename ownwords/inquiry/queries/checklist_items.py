"""What the team says to the items of a checklist."""

from __future__ import annotations

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.reporting.checklists import NAMES, Item, Listed, checklist
from ownwords.inquiry.models import ReportItem
from ownwords.people.access import NotFound


def open_checklist(name: str) -> Listed:
    """Return one checklist. Raises NotFound: no such."""
    if name not in NAMES:
        raise NotFound
    return checklist(name)


def open_item(of: Listed, number: int) -> Item:
    """Return one item of a checklist. Raises NotFound."""
    if not 1 <= number <= len(of.items):
        raise NotFound
    return of.items[number - 1]


def said_to(opened: OpenedStudy, name: str) -> dict[int, ReportItem]:
    """Return what was said to each item of one checklist (one query)."""
    rows = ReportItem.objects.filter(study_id=opened.study.id, checklist=name)
    return {one.number: one for one in rows}


def said_to_all(opened: OpenedStudy) -> dict[tuple[str, int], ReportItem]:
    """Return what was said to every item of every checklist (one query)."""
    rows = ReportItem.objects.filter(study_id=opened.study.id)
    return {(one.checklist, one.number): one for one in rows}
