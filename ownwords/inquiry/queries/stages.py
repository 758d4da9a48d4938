"""Stages of the analysis as a team calls them, and which one a day belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.stage_days import Began, stage_on
from ownwords.inquiry.models import Stage
from ownwords.people.access import NotFound


def stages_of(opened: OpenedStudy) -> QuerySet[Stage]:
    """Return the stages in their order."""
    return Stage.objects.filter(study_id=opened.study.id, removed_at__isnull=True).order_by("position", "id")


def open_stage(opened: OpenedStudy, stage_id: UUID) -> Stage:
    """Return one stage. Raises NotFound."""
    stage = stages_of(opened).filter(pk=stage_id).first()
    if stage is None:
        raise NotFound
    return stage


def stage_finder(opened: OpenedStudy) -> Callable[[date | datetime], str]:
    """Return what says the stage of a day or moment by name, "" for none (one query, when it is first asked)."""
    known: list[Began] | None = None

    def of(when: date | datetime) -> str:
        nonlocal known
        if known is None:
            known = [Began(*row) for row in stages_of(opened).values_list("name", "began_on")]
        return stage_on(known, timezone.localdate(when) if isinstance(when, datetime) else when)

    return of
