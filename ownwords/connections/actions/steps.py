"""Steps of connecting, logged by either party, in any order, also long after (connecting R12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.connections.method.vocabulary import vocabulary
from ownwords.connections.models import ConnectingStep, Wheel
from ownwords.connections.queries.steps import labels_of, steps_of
from ownwords.connections.queries.ties import items_of
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    day_that_was,
    keep_new,
    kept_once,
    locked,
    may_write,
    only_own_or_writer,
    save_if_different,
    signed,
    state_of,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.actions.sent_again import says
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight

MOST_WORDS, MOST_NAME = 2_000, 120
STEPS = KeptKind(
    rows=steps_of,
    shared=Verb.CONNECTING_SHARED,
    removed=Verb.CONNECTING_REMOVED,
    restored=Verb.CONNECTING_RESTORED,
    permission=Permission.LOG_STEP,
)
PLAIN = ("wheel", "step", "happened_on", "together", "words", "barrier_words", "helped_words")


@dataclass(frozen=True, slots=True)
class Taken:
    """One step: whose wheel, which step or words of one's own, when, with whom, what was in the way, what helped.

    ``together`` is None where nobody said. ``companion_id`` is an account of the circle; anybody else is named in
    ``companion_words``, and nothing asks for staff.
    """

    wheel: str
    step: str = ""
    words: str = ""
    happened_on: date | None = None
    together: bool | None = None
    barriers: tuple[str, ...] = ()
    barrier_words: str = ""
    helped_words: str = ""
    item_id: UUID | None = None
    companion_id: UUID | None = None
    companion_words: str = ""

    def checked(self, opened: Opened, before: ConnectingStep | None = None) -> Taken:
        """Return it as it will be kept. What an older record holds may stay, also where it is offered no more.

        Raises:
            Refused: something does not fit, or neither a step nor words are given.
        """
        words = rules.own_words(self.words, needed=False, most=MOST_WORDS)
        step = self._step(before)
        if not step and not words:
            raise Refused({"words": _("Choose a step, or write some words. A few are enough.")})
        return Taken(
            wheel=rules.one_of(self.wheel, Wheel.values, field="wheel"),
            step=step,
            words=words,
            happened_on=day_that_was(self.happened_on, opened, field="happened_on"),
            together=self.together,
            barriers=self._barriers(before),
            barrier_words=rules.own_words(
                self.barrier_words, field="barrier_words", needed=False, most=MOST_WORDS
            ),
            helped_words=rules.own_words(
                self.helped_words, field="helped_words", needed=False, most=MOST_WORDS
            ),
            item_id=self._item(opened, before),
            companion_id=self._companion(opened, before),
            companion_words=rules.own_words(
                self.companion_words, field="companion_words", needed=False, most=MOST_NAME
            ).strip(),
        )

    def _step(self, before: ConnectingStep | None) -> str:
        known = {term.key for term in vocabulary().steps} | ({before.step} if before else set())
        return rules.one_of(self.step, known, field="step", blank=True)

    def _barriers(self, before: ConnectingStep | None) -> tuple[str, ...]:
        offered = [term.key for term in vocabulary().barriers]
        known = [*offered, *(key for key in (before.barriers if before else ()) if key not in offered)]
        if set(self.barriers) - set(known):
            raise Refused({"barriers": _("Choose from the list only.")})
        return tuple(key for key in known if key in self.barriers)

    def _item(self, opened: Opened, before: ConnectingStep | None) -> UUID | None:
        same = before is not None and before.item_id == self.item_id
        if self.item_id is None or same or items_of(opened).filter(pk=self.item_id).exists():
            return self.item_id
        raise Refused({"item": _("Choose one of the answers in the list.")})

    def _companion(self, opened: Opened, before: ConnectingStep | None) -> UUID | None:
        same = before is not None and before.companion_id == self.companion_id
        if self.companion_id is None or same or circle_of(opened).name_of(self.companion_id):
            return self.companion_id
        raise Refused({"companion": _("This person does not stand around %(person)s today. Write the name instead.")
                       % {"person": opened.person.called}})  # fmt: skip

    def put_into(self, row: ConnectingStep) -> None:
        """Write it into a row. The label is kept as it reads today, unless the step is the one that stands there."""
        if row._state.adding or row.step != self.step:
            row.step_words, row.vocabulary = _label(row.person.organisation_id, self.step)
        for name in PLAIN:
            setattr(row, name, getattr(self, name))
        row.barriers = list(self.barriers)
        row.item_id, row.companion_id = self.item_id, self.companion_id
        row.companion_words = self.companion_words


def _label(organisation_id: UUID, step: str) -> tuple[str, str]:
    """Return how a step is worded today, and in which version of the vocabulary; no words for no step."""
    words = vocabulary()
    term = words.step(step)
    own = labels_of(organisation_id).get(step) if step else None
    return own or (_(term.label) if term else ""), words.version


def log_step(
    *, opened: Opened, taken: Taken, sight: Sight | None = None, submission: UUID | None = None
) -> ConnectingStep:
    """Log one step. The person, a supporter, a peer worker, a worker or a lead may.

    Raises:
        Refused: something does not fit. NotFound: this role logs none.
    """
    may_write(opened, Permission.LOG_STEP)
    taken = taken.checked(opened)
    sight = checked_sight(opened, sight)

    def make() -> ConnectingStep:
        row = ConnectingStep(**signed(opened), visibility=sight.visibility, submission=submission)
        row.person = opened.person
        taken.put_into(row)
        return keep_new(opened, row, Verb.CONNECTING_LOGGED, sight.named)

    def same(before: ConnectingStep) -> bool:
        return (before.wheel, before.step, before.words) == (taken.wheel, taken.step, taken.words)

    return kept_once(steps_of(opened), opened, submission, make, same=says(taken.put_into, sight))


@transaction.atomic
def change_step(*, opened: Opened, step_id: UUID, version: int, taken: Taken) -> ConnectingStep:
    """Say a step differently. What stood there stays in its history, and a label stays as it read.

    Raises:
        Refused: neither the person nor who wrote it, or nothing is different.
    """
    row = locked(opened, steps_of(opened), step_id, version, permission=Permission.LOG_STEP)
    only_own_or_writer(opened, row)
    before = state_of(row)
    taken.checked(opened, row).put_into(row)
    return save_if_different(opened, row, Verb.CONNECTING_CHANGED, before)
