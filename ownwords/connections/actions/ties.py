"""How ties came about: adding, changing, who sees it, out of view and back. Only by whoever may draw the map."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from ownwords.connections.models import Origin, Tie
from ownwords.connections.queries.sight import may_draw
from ownwords.connections.queries.ties import open_item, ties_of
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    day_that_was,
    keep_new,
    kept_once,
    locked,
    only_own_or_writer,
    save_if_different,
    signed,
    state_of,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.actions.sent_again import says
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight

MOST_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class CameAbout:
    """How a tie came about (connecting R8).

    ``origin`` is "" where nobody has said anything, which is neither "I don't know" nor "I would rather not say".
    ``since`` is None for today. ``renewed``: contact taken up again, not a new tie.
    """

    renewed: bool
    since: date | None = None
    origin: str = ""
    words: str = ""

    def checked(self, opened: Opened) -> CameAbout:
        """Return it as it will be kept. Raises Refused when something does not fit."""
        return CameAbout(
            renewed=self.renewed,
            since=day_that_was(self.since, opened, field="since"),
            origin=rules.one_of(self.origin, Origin.values, field="origin", blank=True),
            words=rules.own_words(self.words, needed=False, most=MOST_WORDS),
        )

    def put_into(self, tie: Tie) -> None:
        """Write it into a row; without a day, the row keeps its own."""
        tie.renewed, tie.since = self.renewed, self.since or tie.since
        tie.origin, tie.origin_words = self.origin, self.words


def only_who_draws(opened: Opened) -> None:
    """Raise NotFound unless the viewer is the person, or was asked by them to draw."""
    if not may_draw(opened):
        raise NotFound


#: A tie goes with every view of it, out of view and back; who sees it sees those too.
TIES = KeptKind(
    rows=ties_of,
    shared=Verb.TIE_SHARED,
    removed=Verb.TIE_REMOVED,
    restored=Verb.TIE_RESTORED,
    permission=Permission.DRAW_MAP,
    guard=only_who_draws,
)


def add_tie(
    *,
    opened: Opened,
    item_id: UUID,
    came_about: CameAbout,
    sight: Sight | None = None,
    submission: UUID | None = None,
) -> Tie:
    """Say how a tie with something on the map came about. One thing may have several: new, and later taken up again.

    Raises:
        Refused: a day, a choice or words do not fit.
        NotFound: the viewer may not draw, or does not see what stands on the map.
    """
    only_who_draws(opened)
    item = open_item(opened, item_id)
    came_about = came_about.checked(opened)
    sight = checked_sight(opened, sight)

    def make() -> Tie:
        tie = Tie(**signed(opened), item=item, visibility=sight.visibility, submission=submission)
        came_about.put_into(tie)
        return keep_new(opened, tie, Verb.TIE_ADDED, sight.named)

    def same(before: Tie) -> bool:
        return before.item_id == item.id and says(came_about.put_into, sight)(before)

    return kept_once(ties_of(opened), opened, submission, make, same=same)


@transaction.atomic
def change_tie(*, opened: Opened, tie_id: UUID, version: int, came_about: CameAbout) -> Tie:
    """Say differently how a tie came about. What stood there stays in its history.

    Raises:
        Refused: written by somebody else and not the viewer's to change, or nothing is different.
    """
    only_who_draws(opened)
    tie = locked(opened, ties_of(opened), tie_id, version, permission=Permission.DRAW_MAP)
    only_own_or_writer(opened, tie)
    before = state_of(tie)
    came_about.checked(opened).put_into(tie)
    return save_if_different(opened, tie, Verb.TIE_CHANGED, before)
