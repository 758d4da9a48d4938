"""How ready somebody feels to meet people, on one day. It may be skipped, and it is not a measure of anybody (R10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.connections.actions.ties import only_who_draws
from ownwords.connections.models import Readiness
from ownwords.connections.queries.ties import readiness_of
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    day_that_was,
    keep_new,
    kept_once,
    signed,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.actions.sent_again import columns, says
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight

MOST_WORDS = 2_000
READINESS = KeptKind(
    rows=readiness_of,
    shared=Verb.READINESS_SHARED,
    removed=Verb.READINESS_REMOVED,
    restored=Verb.READINESS_RESTORED,
    permission=Permission.DRAW_MAP,
    guard=only_who_draws,
)


@dataclass(frozen=True, slots=True)
class HowReady:
    """From 0 to 10 on one day, and words. ``rather_not`` is an answer of its own; an empty form is none."""

    value: int | None = None
    rather_not: bool = False
    words: str = ""
    said_on: date | None = None


def say_ready(
    *, opened: Opened, how: HowReady, sight: Sight | None = None, submission: UUID | None = None
) -> Readiness:
    """Keep how ready somebody feels. Written by the person, or by whoever they asked to draw.

    Raises:
        Refused: nothing is answered, the number is off the scale, or the day has not come yet.
        NotFound: the viewer may not draw.
    """
    only_who_draws(opened)
    value = rules.zero_to_ten(how.value, field="answer")
    words = rules.own_words(how.words, needed=False, most=MOST_WORDS)
    if value is None and not how.rather_not and not words:
        raise Refused({"answer": _("Choose an answer, or go back: nothing has to be said.")})
    if value is not None and how.rather_not:
        raise Refused({"answer": _("Choose one of the answers in the list.")})
    said_on = day_that_was(how.said_on, opened, field="said_on")
    sight = checked_sight(opened, sight)

    def make() -> Readiness:
        said = Readiness(
            **signed(opened),
            visibility=sight.visibility,
            submission=submission,
            value=value,
            words=words,
            said_on=said_on,
        )
        return keep_new(opened, said, Verb.READINESS_GIVEN, sight.named)

    def same(before: Readiness) -> bool:
        return (before.value, before.words) == (value, words)

    return kept_once(
        readiness_of(opened),
        opened,
        submission,
        make,
        same=says(columns(value=value, words=words, said_on=said_on), sight),
    )
