"""Who has finished coding what."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Finished


def finished_by(opened: OpenedStudy, source_id: UUID) -> dict[UUID, str]:
    """Return the names of those who have said that they have finished coding a text, by account (one query)."""
    found = Finished.objects.filter(study_id=opened.study.id, source_id=source_id)
    return dict(found.order_by("finished_at").values_list("coder_id", "coder__name"))


def finished_in_study(opened: OpenedStudy) -> dict[UUID, list[str]]:
    """Return, for each text, the names of those who have finished it (one query)."""
    rows = Finished.objects.filter(study_id=opened.study.id).order_by("finished_at")
    found: dict[UUID, list[str]] = defaultdict(list)
    for source_id, name in rows.values_list("source_id", "coder__name"):
        found[source_id].append(name)
    return dict(found)


def compared(opened: OpenedStudy, source_id: UUID) -> bool:
    """Whether the viewer's finishing has opened somebody's codings to another: coding is blind, both have finished."""
    if not opened.study.blind:
        return False
    done = set(finished_by(opened, source_id))
    return opened.me in done and len(done) > 1
