"""The order of findings, and taking one out of view or putting it back. Each can be undone."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.order import last_place, one_place_on
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Finding, Study


@transaction.atomic
def move_finding(*, opened: OpenedStudy, finding_id: UUID, version: int, up: bool) -> Finding:
    """Move a finding one place up or down; at an end it stays. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    Study.objects.select_for_update().get(pk=opened.study.id)
    finding = locked(opened, Finding.objects.filter(removed_at__isnull=True), finding_id, version)
    here = Finding.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    rows = one_place_on(here.order_by("position", "id").select_for_update(), finding.id, up=up)
    if rows is None:
        return finding
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
    finding.position = last_place(here)
    finding.removed_at = None
    doing = Doing(opened, "finding_restored", finding.statement)
    doing.change(finding, before)
    doing.keep()
    return finding
