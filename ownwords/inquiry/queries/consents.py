"""What participants agreed to: what was said last holds, what was said before stays to be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import AgreedTo, Consent, Study


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with the answer that holds, None where it was not asked, and the answers before it."""

    to: str
    called: str
    holds: Consent | None
    before: list[Consent]


def answers_of(opened: OpenedStudy, participant_id: UUID) -> list[Answer]:
    """Return the answers of one participant to each question, the newest first (one query)."""
    said: dict[str, list[Consent]] = {to: [] for to in AgreedTo.values}
    rows = Consent.objects.filter(study_id=opened.study.id, participant_id=participant_id)
    for one in rows.select_related("made_by").order_by("-said_on", "-made_at", "-id"):
        said[one.to].append(one)
    return [
        Answer(to, str(AgreedTo(to).label), rows[0] if rows else None, rows[1:]) for to, rows in said.items()
    ]


def holding(study: Study, to: str, participant_ids: Iterable[UUID] | None = None) -> dict[UUID, bool]:
    """Return what holds for one question, by participant; who was not asked is left out (one query).

    What was said on the latest day holds, whenever it was written down; on one day, what was written down last.
    """
    return dict(_newest(study, to, participant_ids).values_list("participant_id", "agreed"))


def quoting(study: Study, participant_ids: Iterable[UUID] | None = None) -> dict[UUID, bool]:
    """Return who may be quoted, for `method.quoting.may_be_quoted`: as `holding`; who withdrew may not (one query)."""
    rows = _newest(study, AgreedTo.QUOTING, participant_ids)
    said = rows.values_list("participant_id", "agreed", "participant__withdrew_on")
    return {who: agreed and withdrew is None for who, agreed, withdrew in said}


def _newest(study: Study, to: str, participant_ids: Iterable[UUID] | None) -> QuerySet[Consent]:
    rows = Consent.objects.filter(study_id=study.id, to=to)
    if participant_ids is not None:
        rows = rows.filter(participant_id__in=list(participant_ids))
    return rows.order_by("participant_id", "-said_on", "-made_at", "-id").distinct("participant_id")


def may_quote(opened: OpenedStudy, participant_ids: Iterable[UUID]) -> set[UUID]:
    """Return which of these participants may be quoted: they agreed, have not taken it back, and still take part.

    Whoever shows words of participants marks, or leaves out, everybody who is not in it (one query).
    """
    return {who for who, agreed in quoting(opened.study, participant_ids).items() if agreed}
