"""The replies of a round that hold, by group and by what they answer; who withdrew from the study counts nowhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.checking_back.apart import Counts
from ownwords.inquiry.method.checking_back.results import OfGroup, Said
from ownwords.inquiry.models import Answer, CheckingGroup, CheckingReply, CheckingRound, Respondent
from ownwords.inquiry.queries.consents import may_quote
from ownwords.inquiry.queries.rounds import groups_in

FIRST = (Answer.NO, Answer.PARTLY, Answer.AGREE, Answer.NOT_MINE, "")


@dataclass(frozen=True, slots=True)
class Replies:
    """Who was asked in each group, and the reply of each that holds, by (respondent, what is put)."""

    groups: list[CheckingGroup]
    asked: dict[UUID, list[Respondent]]
    newest: dict[tuple[UUID, UUID | None], CheckingReply]
    quotable: set[UUID]

    def any_to(self, put_id: UUID) -> bool:
        """Whether anybody replied to these words."""
        return any(key[1] == put_id for key in self.newest)

    def of_group(self, group: CheckingGroup, put_id: UUID) -> OfGroup:
        """Return what a group said to one wording, those that say no first."""
        people = self.asked.get(group.id, [])
        n = Counter(found.answer if (found := self.newest.get((one.id, put_id))) else "" for one in people)
        counts = Counts(
            n[Answer.AGREE], n[Answer.PARTLY], n[Answer.NO], n[Answer.NOT_MINE], n[""]
        )  # fmt: skip
        said = sorted(self._said(people, put_id), key=lambda one: FIRST.index(one.answer))
        return OfGroup(group.id, group.name, counts, tuple(said))

    def to_whole(self, group: CheckingGroup) -> tuple[Said, ...]:
        """Return what a group said to the whole."""
        return tuple(self._said(self.asked.get(group.id, []), None))

    def _said(self, people: list[Respondent], put_id: UUID | None) -> list[Said]:
        return [
            Said(who.id, who.called, one.answer, one.words, one.said_at, one.typed_by_id is not None,
                 who.participant_id in self.quotable)
            for who in people
            if (one := self.newest.get((who.id, put_id))) is not None
        ]  # fmt: skip


def replies_in(opened: OpenedStudy, row: CheckingRound) -> Replies:
    """Return the replies of a round (four queries)."""
    there = Q(participant__isnull=True) | Q(participant__withdrew_on__isnull=True)
    people = list(Respondent.objects.filter(there, round=row).order_by("id"))
    rows = CheckingReply.objects.filter(respondent__in=[one.id for one in people])
    held = rows.order_by("respondent_id", "finding_id", "-said_at", "-id").distinct(
        "respondent_id", "finding_id"
    )
    newest = {(one.respondent_id, one.finding_id): one for one in held}
    replied = {who for who, _put in newest}
    asked: dict[UUID, list[Respondent]] = {}
    for one in people:
        if one.secret_hash is not None or one.read_at is not None or one.id in replied:
            asked.setdefault(one.group_id, []).append(one)
    quotable = may_quote(opened, [one.participant_id for one in people if one.participant_id])
    return Replies(groups_in(row), asked, newest, quotable)
