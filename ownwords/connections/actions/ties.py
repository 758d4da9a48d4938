"""How ties came about: adding, changing, who sees it, out of view and back. Only by whoever may draw the map."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.connections.models import Origin, Tie
from ownwords.connections.queries.sight import may_draw
from ownwords.connections.queries.ties import open_item, ties_of
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    day_that_was,
    keep_act,
    kept_once,
    locked,
    put_back,
    save_change,
    set_sight,
    share_with,
    signed,
    state_of,
    take_out_of_view,
)
from ownwords.people.refusals import Refused
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
        tie.save(force_insert=True)
        share_with(opened, tie, sight.named, new=True)
        keep_act(opened, Verb.TIE_ADDED, tie)
        return tie

    def same(before: Tie) -> bool:
        kept = (before.item_id, before.origin, before.origin_words)
        return kept == (item.id, came_about.origin, came_about.words)

    return kept_once(ties_of(opened), opened, submission, make, same=same)


@transaction.atomic
def change_tie(*, opened: Opened, tie_id: UUID, version: int, came_about: CameAbout) -> Tie:
    """Say differently how a tie came about. What stood there stays in its history.

    Raises:
        Refused: written by somebody else and not the viewer's to change, or nothing is different.
    """
    only_who_draws(opened)
    tie = locked(opened, ties_of(opened), tie_id, version, permission=Permission.DRAW_MAP)
    if not (opened.is_own or tie.written_by_id == opened.viewer.account_id):
        called = {"person": opened.person.called}
        raise Refused({"": _("Only %(person)s or who wrote this down can change it.") % called})
    before = state_of(tie)
    came_about.checked(opened).put_into(tie)
    if before == state_of(tie):
        raise Refused({"": _("Nothing is different from what stands there, so there was nothing to save.")})
    return save_change(opened, tie, Verb.TIE_CHANGED, before)


def share_tie(*, opened: Opened, tie_id: UUID, version: int, sight: Sight) -> Tie:
    """Decide who sees a tie, with every view of it, from now on."""
    return set_sight(
        opened=opened,
        rows=ties_of(opened),
        thing_id=tie_id,
        version=version,
        sight=sight,
        verb=Verb.TIE_SHARED,
    )


def remove_tie(*, opened: Opened, tie_id: UUID, version: int, reason: str) -> Tie:
    """Take a tie out of view, with every view of it and with a reason; it can be put back."""
    only_who_draws(opened)
    return take_out_of_view(
        opened=opened,
        rows=ties_of(opened),
        thing_id=tie_id,
        version=version,
        reason=reason,
        verb=Verb.TIE_REMOVED,
        permission=Permission.DRAW_MAP,
    )


def restore_tie(*, opened: Opened, tie_id: UUID, version: int) -> Tie:
    """Put a tie back."""
    only_who_draws(opened)
    return put_back(
        opened=opened,
        rows=ties_of(opened, removed=True),
        thing_id=tie_id,
        version=version,
        verb=Verb.TIE_RESTORED,
        permission=Permission.DRAW_MAP,
    )
