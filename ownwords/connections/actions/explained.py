"""Whether this way of working was explained: answered by the person, and by nobody for them (connecting R14)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ownwords.connections.models import Explained, ExplainedAnswer
from ownwords.connections.queries.ties import explained_of
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    day_that_was,
    keep_new,
    kept_once,
    signed,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.actions.sent_again import columns, says
from ownwords.people.sight import Sight


def only_the_person(opened: Opened) -> None:
    """Raise NotFound for everybody but the person; also for who was asked to draw, and in conversation."""
    if not opened.is_own:
        raise NotFound


#: Whoever wants an answer back that they took back answers again.
EXPLAINED = KeptKind(
    rows=explained_of, shared=Verb.EXPLAINED_SHARED, removed=Verb.EXPLAINED_REMOVED, guard=only_the_person
)


def say_explained(
    *,
    opened: Opened,
    answer: str,
    said_on: date | None = None,
    sight: Sight | None = None,
    submission: UUID | None = None,
) -> Explained:
    """Keep the answer with its day. Answering again keeps another beside it; the last one holds.

    Raises:
        Refused: no such answer, or the day has not come yet. NotFound: the viewer is not the person.
    """
    only_the_person(opened)
    answer = rules.one_of(answer, ExplainedAnswer.values, field="answer")
    day = day_that_was(said_on, opened, field="said_on")
    sight = checked_sight(opened, sight)

    def make() -> Explained:
        said = Explained(
            **signed(opened), visibility=sight.visibility, submission=submission, answer=answer, said_on=day
        )
        return keep_new(opened, said, Verb.EXPLAINED_ANSWERED, sight.named)

    return kept_once(
        explained_of(opened), opened, submission, make, same=says(columns(answer=answer, said_on=day), sight)
    )
