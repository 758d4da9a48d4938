"""What one person said back: the newest to each finding holds, the earlier ones stay to be read."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.models import CheckingFinding, CheckingReply, OwnWordsNote, Respondent


@dataclass(frozen=True, slots=True)
class Replied:
    """What somebody said to one thing that was put (None: to the whole), the newest first; never empty."""

    put: CheckingFinding | None
    replies: list[CheckingReply]


def newest_of(respondent: Respondent) -> dict[UUID | None, CheckingReply]:
    """Return the reply that holds, by what it answers; None is the whole (one query)."""
    rows = CheckingReply.objects.filter(respondent=respondent).order_by("finding_id", "-said_at", "-id")
    return {one.finding_id: one for one in rows.distinct("finding_id")}


def replies_of(respondent: Respondent) -> list[Replied]:
    """Return everything that somebody said, by what it answers; answers to earlier wordings too (one query)."""
    rows = CheckingReply.objects.filter(respondent=respondent).select_related("finding", "typed_by")
    found: dict[UUID | None, Replied] = {}
    for one in rows.order_by("finding__position", "finding_id", "-said_at", "-id"):
        found.setdefault(one.finding_id, Replied(one.finding, [])).replies.append(one)
    return list(found.values())


def notes_of(respondent: Respondent) -> list[OwnWordsNote]:
    """Return what somebody said of their own words, the newest first; that words were struck without the words."""
    rows = OwnWordsNote.objects.filter(respondent=respondent).select_related("source")
    return list(rows.order_by("-said_at", "-id"))
