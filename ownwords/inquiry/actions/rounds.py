"""Rounds of checking back: kept, opened and closed by hand. People outside are touched, so nothing here is undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import locked, touch
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import CheckingRound, Puts
from ownwords.inquiry.queries.rounds import put_in, texts_to_put
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.refusals import Refused

MOST_TITLE, MOST_SUMMARY = 200, 20_000


@dataclass(frozen=True, slots=True)
class Told:
    """What a round is called, and the plain summary that is read before anything is asked."""

    title: str
    summary: str = ""

    def put_into(self, row: CheckingRound) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        row.title = " ".join(rules.own_words(self.title, field="title", most=MOST_TITLE).split())
        row.summary = rules.own_words(self.summary, field="summary", needed=False, most=MOST_SUMMARY)


def add_round(
    *, opened: OpenedStudy, told: Told, puts: str = Puts.FINDINGS, submission: UUID | None = None
) -> CheckingRound:
    """Begin a round; what is put, findings or own words, stays as it is. Raises NotFound, Refused."""
    opened.needs(Need.CODE)
    row = CheckingRound(study=opened.study, made_by_id=opened.me, submission=submission)
    told.put_into(row)
    row.puts = rules.one_of(puts, Puts.values, field="puts")

    def keep() -> CheckingRound:
        row.save(force_insert=True)
        note_round(opened, row)
        return row

    return kept_once(opened, CheckingRound, submission, keep, lambda before: before.title == row.title)


@transaction.atomic
def change_round(*, opened: OpenedStudy, round_id: UUID, version: int, told: Told) -> CheckingRound:
    """Call a round differently, or put its summary differently. Raises NotFound, StaleEdit, Refused."""
    row = locked_round(opened, round_id, version)
    before = state_of(row)
    told.put_into(row)
    return _changed(opened, row, before)


@transaction.atomic
def choose_texts(
    *, opened: OpenedStudy, round_id: UUID, version: int, source_ids: Sequence[UUID]
) -> CheckingRound:
    """Say of which texts people get their own words back. Raises NotFound, StaleEdit, Refused."""
    row = locked_round(opened, round_id, version)
    if row.puts != Puts.WORDS:
        raise Refused({"": _("In this round findings are put, not texts.")})
    known = {UUID(one) for one, _title in texts_to_put(opened)} | set(row.sources)
    if not set(source_ids) <= known:
        raise Refused({"sources": _("Choose from the texts in the list.")})
    before = state_of(row)
    row.sources = list(source_ids)
    return _changed(opened, row, before)


@transaction.atomic
def open_round(*, opened: OpenedStudy, round_id: UUID, version: int) -> CheckingRound:
    """Open a round, or open it again: links work from now on. Raises NotFound, StaleEdit, Refused."""
    row = locked_round(opened, round_id, version)
    if row.opened_on is not None and row.closed_on is None:
        return row
    if not row.groups.exists():
        raise Refused({"": _("Say first which groups are asked. One is enough.")})
    if not put_in(row):
        raise Refused({"": _("Say first what is put to people.")})
    before = state_of(row)
    row.opened_on, row.closed_on = row.opened_on or timezone.localdate(), None
    return _changed(opened, row, before)


@transaction.atomic
def close_round(*, opened: OpenedStudy, round_id: UUID, version: int) -> CheckingRound:
    """Close a round: no link works any more, everything said stays. Raises NotFound, StaleEdit, Refused."""
    row = locked_round(opened, round_id, version)
    if row.opened_on is None:
        raise Refused({"": _("This round has not been opened yet.")})
    before = state_of(row)
    row.closed_on = row.closed_on or timezone.localdate()
    return _changed(opened, row, before)


@transaction.atomic
def say_what_changed(*, opened: OpenedStudy, round_id: UUID, version: int, words: str) -> CheckingRound:
    """Say how the analysis changed because of what came back. Raises NotFound, StaleEdit, Refused."""
    row = locked_round(opened, round_id, version)
    before = state_of(row)
    row.what_changed = rules.own_words(words, field="words", needed=False, most=MOST_SUMMARY)
    return _changed(opened, row, before)


def locked_round(opened: OpenedStudy, round_id: UUID, version: int | None) -> CheckingRound:
    """Return a round, locked, for whoever codes. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    return locked(opened, CheckingRound.objects.all(), round_id, version)


def note_round(opened: OpenedStudy, row: CheckingRound, **more: Any) -> None:
    """Keep in the ledger that a round was kept; `more` says what of it, never words of participants."""
    note_act(
        verb=Verb.STUDY_ROUND_KEPT, **opened.signature, thing=Ref("study", opened.study.id),
        after={"round": str(row.id), **(more or state_of(row))},
    )  # fmt: skip


def _changed(opened: OpenedStudy, row: CheckingRound, before: dict[str, Any]) -> CheckingRound:
    if state_of(row) != before:
        touch(row, opened.me)
        row.save()
        note_round(opened, row)
    return row
