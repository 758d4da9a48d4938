"""Steps of a study: which one somebody can undo next, and what was done, newest first."""

from __future__ import annotations

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import StudyStep


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
