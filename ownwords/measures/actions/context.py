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
    keep_act,
    kept_once,
    locked,
    may_write,
    put_back,
    save_change,
    set_sight,
    share_with,
    signed,
    state_of,
    take_out_of_view,
)
from ownwords.measures.models import ContextEvent, EventKind, Help
from ownwords.measures.queries.context import events_of
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight

MOST_WORDS = 2_000


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
        event.save(force_insert=True)
        share_with(opened, event, sight.named, new=True)
        keep_act(opened, Verb.CONTEXT_ADDED, event)
        return event

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
    if not (opened.is_own or event.written_by_id == opened.viewer.account_id):
        called = {"person": opened.person.called}
        raise Refused({"": _("Only %(person)s or who wrote this down can change it.") % called})
    before = state_of(event)
    happened.checked(opened).put_into(event)
    if before == state_of(event):
        raise Refused({"": _("Nothing is different from what stands there, so there was nothing to save.")})
    return save_change(opened, event, Verb.CONTEXT_CHANGED, before)


def share_event(*, opened: Opened, event_id: UUID, version: int, sight: Sight) -> ContextEvent:
    """Decide who sees what happened, from now on."""
    return set_sight(opened=opened, rows=events_of(opened), thing_id=event_id, version=version, sight=sight)


def remove_event(*, opened: Opened, event_id: UUID, version: int, reason: str) -> ContextEvent:
    """Take it out of view, with a reason; it can be put back."""
    return take_out_of_view(
        opened=opened,
        rows=events_of(opened),
        thing_id=event_id,
        version=version,
        reason=reason,
        verb=Verb.CONTEXT_REMOVED,
    )


def restore_event(*, opened: Opened, event_id: UUID, version: int) -> ContextEvent:
    """Put it back."""
    return put_back(
        opened=opened,
        rows=events_of(opened, removed=True),
        thing_id=event_id,
        version=version,
        verb=Verb.CONTEXT_RESTORED,
    )
