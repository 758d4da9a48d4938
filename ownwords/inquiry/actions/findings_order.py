"""The order of findings, and taking one out of view or putting it back. Each can be undone."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Max

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Finding, Study


@transaction.atomic
def move_finding(*, opened: OpenedStudy, finding_id: UUID, version: int, up: bool) -> Finding:
    """Move a finding one place up or down; at an end it stays. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    Study.objects.select_for_update().get(pk=opened.study.id)
    finding = locked(opened, Finding.objects.filter(removed_at__isnull=True), finding_id, version)
    here = Finding.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    rows = list(here.order_by("position", "id").select_for_update())
    at = next(place for place, one in enumerate(rows) if one.id == finding.id)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(rows):
        return finding
    rows[at], rows[to] = rows[to], rows[at]
    doing = Doing(opened, "finding_moved", finding.statement)
    for place, row in enumerate(rows):
        before = state_of(row)
        row.position = place
        doing.change(row, before)
    doing.keep()
    return finding


@transaction.atomic
def remove_finding(*, opened: OpenedStudy, finding_id: UUID, version: int) -> Finding:
    """Take a finding out of view. What was put to people, and what they said to it, stays.

    Raises:
        NotFound, StaleEdit.
    """
    opened.needs(Need.CODE)
    finding = locked(opened, Finding.objects.filter(removed_at__isnull=True), finding_id, version)
    doing = Doing(opened, "finding_removed", finding.statement)
    doing.take_away(finding)
    doing.keep()
    return finding


@transaction.atomic
def restore_finding(*, opened: OpenedStudy, finding_id: UUID, version: int) -> Finding:
    """Put a finding back, last among them. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    Study.objects.select_for_update().get(pk=opened.study.id)
    finding = locked(opened, Finding.objects.filter(removed_at__isnull=False), finding_id, version)
    before = state_of(finding)
    here = Finding.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    last = here.aggregate(last=Max("position"))["last"]
    finding.removed_at = None
    finding.position = 0 if last is None else last + 1
    doing = Doing(opened, "finding_restored", finding.statement)
    doing.change(finding, before)
    doing.keep()
    return finding
