"""Memos: writing one, changing one's own, taking it out of view and putting it back. Each can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import About, Memo, MemoKind
from ownwords.inquiry.queries.memos import is_there
from ownwords.people import rules
from ownwords.people.access import NotFound


@dataclass(frozen=True, slots=True)
class Told:
    """What a memo says."""

    words: str
    title: str = ""
    kind: str = MemoKind.OTHER

    def put_into(self, memo: Memo) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        memo.words = rules.own_words(self.words)
        memo.title = " ".join(rules.own_words(self.title, field="title", needed=False, most=200).split())
        memo.kind = rules.one_of(self.kind, MemoKind.values, field="kind")


def write_memo(
    *,
    opened: OpenedStudy,
    told: Told,
    about: str,
    about_id: UUID | None,
    beside: str = "",
    beside_id: UUID | None = None,
    submission: UUID | None = None,
) -> Memo:
    """Write a memo about something in the study, or about the study itself; a comparison is beside another thing.

    Raises:
        NotFound: it is about nothing that the viewer sees. Refused: no words, or something does not fit.
    """
    if about not in About.values or not is_there(opened, about, about_id):
        raise NotFound
    if beside and (beside_id is None or not is_there(opened, beside, beside_id)):
        raise NotFound
    memo = Memo(
        study=opened.study, made_by_id=opened.me, about=about, about_id=about_id,
        beside=beside, beside_id=beside_id, submission=submission,
    )  # fmt: skip
    told.put_into(memo)

    def keep() -> Memo:
        doing = Doing(opened, "memo_made", memo.title, need=Need.READ)
        doing.make(memo)
        doing.keep()
        return memo

    return kept_once(opened, Memo, submission, keep, lambda before: before.words == memo.words)


@transaction.atomic
def change_memo(*, opened: OpenedStudy, memo_id: UUID, version: int, told: Told) -> Memo:
    """Say something else in one's own memo. Raises NotFound: not one's own. StaleEdit, Refused."""
    memo = _own(opened, memo_id, version, removed=False)
    before = state_of(memo)
    told.put_into(memo)
    doing = Doing(opened, "memo_changed", memo.title, need=Need.READ)
    doing.change(memo, before)
    doing.keep()
    return memo


@transaction.atomic
def remove_memo(*, opened: OpenedStudy, memo_id: UUID, version: int) -> Memo:
    """Take one's own memo out of view. Raises as `change_memo`."""
    memo = _own(opened, memo_id, version, removed=False)
    doing = Doing(opened, "memo_removed", memo.title, need=Need.READ)
    doing.take_away(memo)
    doing.keep()
    return memo


@transaction.atomic
def restore_memo(*, opened: OpenedStudy, memo_id: UUID, version: int) -> Memo:
    """Put one's own memo back. Raises as `change_memo`."""
    memo = _own(opened, memo_id, version, removed=True)
    before = state_of(memo)
    memo.removed_at = None
    doing = Doing(opened, "memo_restored", memo.title, need=Need.READ)
    doing.change(memo, before)
    doing.keep()
    return memo


def _own(opened: OpenedStudy, memo_id: UUID, version: int, *, removed: bool) -> Memo:
    mine = Memo.objects.filter(made_by_id=opened.me)
    memo = locked(opened, mine, memo_id, version)
    if (memo.removed_at is not None) is not removed:
        raise NotFound
    return memo
