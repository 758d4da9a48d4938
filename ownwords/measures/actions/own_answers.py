"""The person's own answer to "is it different for you?": it stands beside every computed verdict, never under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import (
    checked_sight,
    day_that_was,
    keep_act,
    kept_once,
    may_write,
    share_with,
    signed,
    take_out_of_view,
)
from ownwords.measures.method.catalogue import instruments
from ownwords.measures.models import Different, OwnAnswer
from ownwords.measures.queries.context import own_answers_of
from ownwords.measures.queries.lines import open_line
from ownwords.measures.queries.sight import shares_of
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.models import Visibility
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight

MOST_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody answered, in which words, on which day, compared with when (None: not said)."""

    answer: str
    words: str = ""
    said_on: date | None = None
    since: date | None = None


def say_if_different(
    *,
    opened: Opened,
    said: Said,
    line_id: UUID | None = None,
    instrument: str = "",
    submission: UUID | None = None,
) -> OwnAnswer:
    """Keep somebody's own answer about one line or one standard measure. It is seen by whoever sees that line.

    Raises:
        NotFound: no such line for this viewer, no such measure, or both or neither were named.
        Refused: a choice, a text or a day does not fit.
    """
    may_write(opened)
    sight = _sight(opened, line_id, instrument)
    answer = rules.one_of(said.answer, Different.values, field="answer")
    words = rules.own_words(said.words, field="words", needed=False, most=MOST_WORDS)
    day = day_that_was(said.said_on, opened, field="said_on")
    since = None if said.since is None else day_that_was(said.since, opened, field="since")
    if since is not None and since > day:
        raise Refused({"since": _("Compare with an earlier day.")})

    def make() -> OwnAnswer:
        kept = OwnAnswer(
            **signed(opened),
            visibility=sight.visibility,
            line_id=line_id,
            instrument=instrument,
            said_on=day,
            since=since,
            answer=answer,
            words=words,
            submission=submission,
        )
        kept.save(force_insert=True)
        share_with(opened, kept, sight.named, new=True)
        keep_act(opened, Verb.OWN_ANSWER_GIVEN, kept)
        return kept

    def same(before: OwnAnswer) -> bool:
        return (before.answer, before.words) == (answer, words)

    return kept_once(own_answers_of(opened), opened, submission, make, same=same)


def _sight(opened: Opened, line_id: UUID | None, instrument: str) -> Sight:
    if (line_id is None) == (not instrument):
        raise NotFound
    if line_id is not None:
        line = open_line(opened, line_id)
        return Sight(line.visibility, tuple(shares_of([line.id]).get(line.id, ())))
    known = instruments().get(instrument)
    if known is None:
        raise NotFound
    if known.about_worker:
        # As with the form itself: for oneself, or for who wrote it down; never for the team (refocus R12).
        own = opened.is_own
        return Sight(Visibility.ME) if own else Sight(Visibility.NAMED, (opened.viewer.account_id,))
    return checked_sight(opened, None)


def take_back(*, opened: Opened, answer_id: UUID, version: int, reason: str) -> OwnAnswer:
    """Take an own answer out of view, with a reason; nothing is lost."""
    return take_out_of_view(
        opened=opened,
        rows=own_answers_of(opened),
        thing_id=answer_id,
        version=version,
        reason=reason,
        verb=Verb.OWN_ANSWER_REMOVED,
    )
