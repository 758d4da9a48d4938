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
    keep_act,
    kept_once,
    set_sight,
    share_with,
    signed,
    take_out_of_view,
)
from ownwords.people.sight import Sight


def only_the_person(opened: Opened) -> None:
    """Raise NotFound for everybody but the person; also for who was asked to draw, and in conversation."""
    if not opened.is_own:
        raise NotFound


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
        said.save(force_insert=True)
        share_with(opened, said, sight.named, new=True)
        keep_act(opened, Verb.EXPLAINED_ANSWERED, said)
        return said

    return kept_once(
        explained_of(opened), opened, submission, make, same=lambda before: before.answer == answer
    )


def share_explained(*, opened: Opened, explained_id: UUID, version: int, sight: Sight) -> Explained:
    """Decide who sees the answer from now on."""
    return set_sight(
        opened=opened,
        rows=explained_of(opened),
        thing_id=explained_id,
        version=version,
        sight=sight,
        verb=Verb.EXPLAINED_SHARED,
    )


def remove_explained(*, opened: Opened, explained_id: UUID, version: int, reason: str) -> Explained:
    """Take an answer back, with a reason. Whoever wants it back answers again."""
    only_the_person(opened)
    return take_out_of_view(
        opened=opened,
        rows=explained_of(opened),
        thing_id=explained_id,
        version=version,
        reason=reason,
        verb=Verb.EXPLAINED_REMOVED,
    )
