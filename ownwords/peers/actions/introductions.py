"""Introductions: from whom to whom, how they were made, and whether they were taken up (PS-14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.peers.models import AskedBy, How, Introduction, TakenUp
from ownwords.peers.queries.introductions import introductions_of
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    day_that_was,
    keep_new,
    kept_once,
    locked,
    may_write,
    save_if_different,
    signed,
    state_of,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.actions.sent_again import says
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight

MOST_NAME = 200
MOST_WORDS = 2_000
INTRODUCTIONS = KeptKind(
    rows=introductions_of,
    shared=Verb.INTRODUCTION_SHARED,
    removed=Verb.INTRODUCTION_REMOVED,
    restored=Verb.INTRODUCTION_RESTORED,
    permission=Permission.HOLD_DOOR,
)


@dataclass(frozen=True, slots=True)
class Introduced:
    """One introduction. `from_words` and `to_words` are people or agencies, in words.

    `peer_present` is None where nobody said. `taken_up_on` belongs to one that was taken up.
    """

    from_words: str
    to_words: str
    how: str
    asked_by: str = ""
    on: date | None = None
    peer_present: bool | None = None
    taken_up: str = TakenUp.UNKNOWN
    taken_up_on: date | None = None

    def checked(self, opened: Opened) -> Introduced:
        """Return it as it will be kept. Raises Refused when something does not fit."""
        on = day_that_was(self.on, opened, field="on")
        taken_up = rules.one_of(self.taken_up, TakenUp.values, field="taken_up")
        taken_on = self.taken_up_on and day_that_was(self.taken_up_on, opened, field="taken_up_on")
        if taken_on and taken_up != TakenUp.YES:
            raise Refused({"taken_up_on": _("Only an introduction that was taken up has this day.")})
        if taken_on and taken_on < on:
            raise Refused({"taken_up_on": _("This day lies before the introduction.")})
        return Introduced(
            from_words=rules.own_words(self.from_words, field="from_words", most=MOST_NAME),
            to_words=rules.own_words(self.to_words, field="to_words", most=MOST_NAME),
            how=rules.one_of(self.how, How.values, field="how"),
            asked_by=rules.one_of(self.asked_by, AskedBy.values, field="asked_by", blank=True),
            on=on,
            peer_present=self.peer_present,
            taken_up=taken_up,
            taken_up_on=taken_on or None,
        )

    def put_into(self, row: Introduction) -> None:
        """Write it into a row."""
        for name in self.__slots__:
            setattr(row, name, getattr(self, name))


def keep_introduction(
    *, opened: Opened, introduced: Introduced, sight: Sight | None = None, submission: UUID | None = None
) -> Introduction:
    """Keep that somebody was introduced to somebody.

    Raises:
        NotFound: not this role. Refused: field -> what does not fit.
    """
    may_write(opened, Permission.KEEP_CONTACT)
    introduced = introduced.checked(opened)
    sight = checked_sight(opened, sight)

    def make() -> Introduction:
        row = Introduction(**signed(opened), visibility=sight.visibility, submission=submission)
        introduced.put_into(row)
        return keep_new(opened, row, Verb.INTRODUCTION_KEPT, sight.named)

    rows = introductions_of(opened)
    return kept_once(rows, opened, submission, make, same=says(introduced.put_into, sight))


@transaction.atomic
def change_introduction(
    *, opened: Opened, introduction_id: UUID, version: int, introduced: Introduced
) -> Introduction:
    """Say what became of an introduction, or put something right. Staff who see it may: what is known comes later.

    Raises:
        NotFound, StaleEdit. Refused: something does not fit, or nothing is different.
    """
    row = locked(
        opened, introductions_of(opened), introduction_id, version, permission=Permission.KEEP_CONTACT
    )
    before = state_of(row)
    introduced.checked(opened).put_into(row)
    return save_if_different(opened, row, Verb.INTRODUCTION_CHANGED, before)


@transaction.atomic
def rate_introduction(
    *, opened: Opened, introduction_id: UUID, version: int, rating: int | None, words: str
) -> Introduction:
    """The person says how an introduction was for them; nobody else can.

    Raises:
        NotFound: not the person, or no such introduction. StaleEdit. Refused: the number does not fit.
    """
    if not opened.is_own:
        raise NotFound
    row = locked(opened, introductions_of(opened), introduction_id, version)
    before = state_of(row)
    row.rating = rules.zero_to_ten(rating, field="rating")
    row.rating_words = rules.own_words(words, field="rating_words", needed=False, most=MOST_WORDS)
    return save_if_different(opened, row, Verb.INTRODUCTION_RATED, before)
