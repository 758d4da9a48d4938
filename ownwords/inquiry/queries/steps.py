"""Steps of a study: which one somebody can undo next, and what was done, newest first."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import StudyStep

PAGE = 50


def _mine(opened: OpenedStudy) -> QuerySet[StudyStep]:
    return StudyStep.objects.filter(study_id=opened.study.id, account_id=opened.me)


def next_undo(opened: OpenedStudy) -> StudyStep | None:
    """Return the viewer's newest step that stands, or None."""
    return _mine(opened).filter(undone_at__isnull=True).order_by("-done_at", "-id").first()


def next_redo(opened: OpenedStudy) -> StudyStep | None:
    """Return the step that the viewer undid last and may do again, or None."""
    undone = _mine(opened).filter(undone_at__isnull=False, open_to_redo=True)
    return undone.order_by("done_at", "id").first()


def steps_of(opened: OpenedStudy) -> QuerySet[StudyStep]:
    """Return what was done in the study, newest first: in a blind study, what the viewer did."""
    steps = StudyStep.objects.filter(study_id=opened.study.id).select_related("account")
    if opened.study.blind:
        steps = steps.filter(account_id=opened.me)
    return steps.order_by("-done_at", "-id")


def steps_before(opened: OpenedStudy, before: UUID | None) -> tuple[list[StudyStep], UUID | None]:
    """Return up to fifty steps of `steps_of` after a given one, and the last of them where there are more."""
    steps = steps_of(opened)
    if before is not None and (mark := steps.filter(pk=before).values_list("done_at", "id").first()):
        steps = steps.filter(Q(done_at__lt=mark[0]) | Q(done_at=mark[0], id__lt=mark[1]))
    found = list(steps.defer("changes")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].id if len(found) > PAGE else None
