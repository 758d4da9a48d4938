"""Who is asked in a round, who could be, and why somebody cannot."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import (
    AgreedTo,
    CheckingReply,
    CheckingRound,
    OwnWordsNote,
    Participant,
    Puts,
    Respondent,
    Speaker,
)
from ownwords.inquiry.queries.consents import holding
from ownwords.people.access import NotFound

WITHDREW, REFUSED, NOT_ASKED, NO_WORDS, THERE = "withdrew", "refused", "not_asked", "no_words", "there"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A participant; `why_not` is a reason above, "" where they can be asked."""

    participant: Participant
    why_not: str


def candidates(opened: OpenedStudy, row: CheckingRound) -> list[Candidate]:
    """Return every participant of the study and whether they can be asked in this round (four queries)."""
    people = list(Participant.objects.filter(study_id=opened.study.id).order_by("id"))
    there = set(Respondent.objects.filter(round=row).values_list("participant_id", flat=True))
    agreed = holding(opened.study, AgreedTo.CHECKING)
    speaks = _speaking(row) if row.puts == Puts.WORDS else None
    return [
        Candidate(one, THERE if one.id in there else _why_not(one, agreed.get(one.id), speaks))
        for one in people
    ]


def why_not_asked(opened: OpenedStudy, row: CheckingRound, participant: Participant) -> str:
    """Return why a participant cannot be asked today, "" where they can; also of one who was asked before."""
    agreed = holding(opened.study, AgreedTo.CHECKING, [participant.id]).get(participant.id)
    return _why_not(participant, agreed, _speaking(row) if row.puts == Puts.WORDS else None)


def _why_not(participant: Participant, agreed: bool | None, speaks: set[UUID | None] | None) -> str:
    if participant.withdrew_on is not None:
        return WITHDREW
    if agreed is None:
        return NOT_ASKED
    if not agreed:
        return REFUSED
    return NO_WORDS if speaks is not None and participant.id not in speaks else ""


def _speaking(row: CheckingRound) -> set[UUID | None]:
    spoken = Speaker.objects.filter(source_id__in=row.sources, source__removed_at__isnull=True)
    return set(spoken.values_list("participant_id", flat=True))


def respondents_in(row: CheckingRound) -> QuerySet[Respondent]:
    """Return who is asked in a round, by group and name; `said`: whether they have said anything."""
    replies = CheckingReply.objects.filter(respondent_id=OuterRef("pk"))
    notes = OwnWordsNote.objects.filter(respondent_id=OuterRef("pk"))
    rows = Respondent.objects.filter(round=row).annotate(said=Exists(replies) | Exists(notes))
    return rows.select_related("participant", "group").order_by("group__position", "group_id", "id")


def open_respondent(row: CheckingRound, respondent_id: UUID) -> Respondent:
    """Return one respondent of a round. Raises NotFound."""
    found = respondents_in(row).filter(pk=respondent_id).first()
    if found is None:
        raise NotFound
    return found


def link_works(respondent: Respondent) -> bool:
    """Whether a link was made that has neither been withdrawn nor run out; it also needs the round to be open."""
    return (
        respondent.secret_hash is not None
        and respondent.withdrawn_at is None
        and respondent.expires_at is not None
        and respondent.expires_at > timezone.now()
    )
