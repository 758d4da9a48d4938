"""That somebody died, or moved out of the area: for reckoning only, so that "still away" is not said of them."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.peers.models import CompetingEnd
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import day_that_was
from ownwords.people.roles import TEAM_SIGHT

KINDS = ("died", "moved_away")


@transaction.atomic
def keep_end(*, opened: Opened, kind: str, on: date | None) -> CompetingEnd:
    """Keep that somebody died or moved away. It changes no door: that is for people to say.

    Raises:
        NotFound: not this role. Refused: the day lies in the future, or does not fit.
    """
    _may(opened)
    kind = rules.one_of(kind, KINDS, field="kind")
    day = day_that_was(on, opened, field="on")
    # Two who keep it at the same moment keep one: the second finds it there.
    row, new = CompetingEnd.objects.get_or_create(
        person_id=opened.person.id,
        defaults={"kind": kind, "on": day, "made_by_id": opened.viewer.account_id},
    )
    before = None if new else {"kind": row.kind, "on": row.on}
    if before != (after := {"kind": kind, "on": day}):
        row.kind, row.on = kind, day
        row.save()
        _act(opened, before, after)
    return row


@transaction.atomic
def take_end_back(*, opened: Opened) -> None:
    """Take it back: it was kept by mistake. What stood there stays in its history."""
    _may(opened)
    row = CompetingEnd.objects.filter(person_id=opened.person.id).first()
    if row is None:
        raise NotFound
    before = {"kind": row.kind, "on": row.on}
    gone, _kinds = row.delete()
    if not gone:
        raise NotFound
    _act(opened, before, {"kind": "", "on": None})


def _may(opened: Opened) -> None:
    if opened.viewer.role not in TEAM_SIGHT:
        raise NotFound


def _act(opened: Opened, before: dict[str, object] | None, after: dict[str, object]) -> None:
    note_act(
        verb=Verb.COMPETING_END_KEPT,
        **opened.signature,
        on_behalf_of_id=opened.for_whom,
        thing=Ref("competingend", opened.person.id),
        before=before,
        after=after,
    )
