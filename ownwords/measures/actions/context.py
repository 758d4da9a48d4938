"""What went on around the numbers: adding, changing, taking out of view. None of it is ever scored (RS-16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import (
    checked_sight,
    day_that_was,
    kept_once,
    locked,
    may_write,
    signed,
    state_of,
)
from ownwords.measures.models import ContextEvent, EventKind, Help, MeasureShare
from ownwords.measures.queries.context import events_of
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.actions.keeping import keep_new, only_own_or_writer, save_if_different
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight

MOST_WORDS = 2_000
EVENTS = KeptKind(
    rows=events_of,
    shared=Verb.LINE_SHARED,
    removed=Verb.CONTEXT_REMOVED,
    restored=Verb.CONTEXT_RESTORED,
    shares=MeasureShare,
)


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened: what about, in which words, from when until when, and whether it helped.

    `inside_therapy` is None where nobody said whether it happened in therapy or outside; `help` is "" likewise.
    """

    kind: str
    words: str
    starts_on: date | None = None
    ends_on: date | None = None
    inside_therapy: bool | None = None
    help: str = ""

    def checked(self, opened: Opened) -> Happened:
        """Return it as it will be kept. Raises Refused when something does not fit."""
        starts = day_that_was(self.starts_on, opened, field="starts_on")
        ends = None if self.ends_on is None else day_that_was(self.ends_on, opened, field="ends_on")
        if ends is not None and ends < starts:
            raise Refused({"ends_on": _("This day lies before the first one.")})
        return Happened(
            kind=rules.one_of(self.kind, EventKind.values, field="kind"),
            words=rules.own_words(self.words, most=MOST_WORDS),
            starts_on=starts,
            ends_on=ends,
            inside_therapy=self.inside_therapy,
            help=rules.one_of(self.help, Help.values, field="help", blank=True),
        )

    def put_into(self, event: ContextEvent) -> None:
        """Write it into a row."""
        for name in self.__slots__:
            setattr(event, name, getattr(self, name))


def add_event(
    *, opened: Opened, happened: Happened, sight: Sight | None = None, submission: UUID | None = None
) -> ContextEvent:
    """Keep something that happened, in the person's words.

    Raises:
        Refused: a text, a day or a choice does not fit. NotFound: this role does not write.
    """
    may_write(opened)
    happened = happened.checked(opened)
    sight = checked_sight(opened, sight)

    def make() -> ContextEvent:
        event = ContextEvent(**signed(opened), visibility=sight.visibility, submission=submission)
        happened.put_into(event)
        return keep_new(opened, event, Verb.CONTEXT_ADDED, sight.named, shares=MeasureShare)

    return kept_once(
        events_of(opened), opened, submission, make, same=lambda before: before.words == happened.words
    )


@transaction.atomic
def change_event(*, opened: Opened, event_id: UUID, version: int, happened: Happened) -> ContextEvent:
    """Say differently what happened. What stood there stays in its history.

    Raises:
        Refused: neither the person nor who wrote it down, or nothing is different.
    """
    event = locked(opened, events_of(opened), event_id, version)
    only_own_or_writer(opened, event)
    before = state_of(event)
    happened.checked(opened).put_into(event)
    return save_if_different(opened, event, Verb.CONTEXT_CHANGED, before)
