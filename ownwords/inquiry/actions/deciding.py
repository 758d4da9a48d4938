"""Theoretical sampling: what to ask next, because of which gap, and which texts answered it. Each can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import SamplingDecision
from ownwords.inquiry.queries.sampling import decides, memos_to_name, texts_to_name
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.actions.keeping import day_that_was
from ownwords.people.refusals import Refused

MOST = 5_000


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, why, on which memo it rests, and what came of it."""

    words: str
    gap: str
    decided_on: date | None = None
    memo_id: UUID | None = None
    answered_by: Sequence[UUID] = ()
    answer: str = ""

    def put_into(self, decision: SamplingDecision, opened: OpenedStudy) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        decision.words = rules.own_words(self.words, most=MOST)
        decision.gap = rules.own_words(self.gap, field="gap", most=MOST)
        decision.answer = rules.own_words(self.answer, field="answer", needed=False, most=MOST)
        decision.decided_on = day_that_was(self.decided_on, field="decided_on")
        # What was named before may have gone out of view since; it stays named.
        memos = {UUID(one) for one, _name in memos_to_name(opened)} | {decision.memo_id, None}
        texts = {UUID(one) for one, _title in texts_to_name(opened)} | set(decision.answered_by)
        if self.memo_id not in memos:
            raise Refused({"memo": _("Choose one of the memos in the list.")})
        if not set(self.answered_by) <= texts:
            raise Refused({"answered_by": _("Choose from the texts in the list.")})
        decision.memo_id, decision.answered_by = self.memo_id, list(self.answered_by)


def decide(*, opened: OpenedStudy, decided: Decided, submission: UUID | None = None) -> SamplingDecision:
    """Keep a decision on whom or what to ask next. Raises NotFound: the method has none. Refused."""
    opened.needs(Need.CODE)
    if not decides(opened):
        raise NotFound
    decision = SamplingDecision(study=opened.study, made_by_id=opened.me, submission=submission)
    decided.put_into(decision, opened)

    def keep() -> SamplingDecision:
        doing = Doing(opened, "sampling_decision_made", decision.words)
        doing.make(decision)
        doing.keep()
        return decision

    return kept_once(
        opened, SamplingDecision, submission, keep, lambda before: before.words == decision.words
    )


@transaction.atomic
def change_decision(
    *, opened: OpenedStudy, decision_id: UUID, version: int, decided: Decided
) -> SamplingDecision:
    """Say more of a decision, such as what answered it. Raises NotFound, StaleEdit, Refused."""
    opened.needs(Need.CODE)
    decision = _locked(opened, decision_id, version)
    before = state_of(decision)
    decided.put_into(decision, opened)
    doing = Doing(opened, "sampling_decision_changed", decision.words)
    doing.change(decision, before)
    doing.keep()
    return decision


@transaction.atomic
def remove_decision(*, opened: OpenedStudy, decision_id: UUID, version: int) -> SamplingDecision:
    """Take a decision out of view. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    decision = _locked(opened, decision_id, version)
    doing = Doing(opened, "sampling_decision_removed", decision.words)
    doing.take_away(decision)
    doing.keep()
    return decision


def _locked(opened: OpenedStudy, decision_id: UUID, version: int) -> SamplingDecision:
    return locked(opened, SamplingDecision.objects.filter(removed_at__isnull=True), decision_id, version)
