"""Saying which on a map know each other, or belong together."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ownwords.connections.actions.maps import Turn
from ownwords.connections.models import Did, MapItem, MapLink
from ownwords.connections.queries.maps import items_of
from ownwords.ledger.verbs import Verb
from ownwords.people.access import Opened
from ownwords.people.actions.keeping import keep_act, may_write, save_change, signed, state_of
from ownwords.people.queries.seen import one_of_them
from ownwords.people.roles import Permission


@transaction.atomic
def set_links(
    *, opened: Opened, item_id: UUID, known: Collection[UUID], chosen: Collection[UUID]
) -> tuple[int, int]:
    """Link one item with those chosen, and unlink what was linked and is chosen no more; return how many of each.

    Args:
        known: what was linked when the form was opened. Only what differs from it is done, so what somebody else
            linked meanwhile stays.

    Raises:
        NotFound: an item is missing, over, taken off, or hidden from this viewer. Refused: they do not draw this map.
    """
    may_write(opened, Permission.DRAW_MAP)
    turn = Turn(opened)
    present = items_of(opened).filter(ended_on__isnull=True)
    item = one_of_them(present, item_id)
    others = [one_of_them(present, other) for other in sorted(set(known) ^ set(chosen)) if other != item_id]
    added = sum(_link(turn, item, other) for other in others if other.id in chosen)
    gone = sum(_unlink(turn, item, other) for other in others if other.id not in chosen)
    return added, gone


def _row(item: MapItem, other: MapItem) -> MapLink | None:
    one, second = sorted((item.id, other.id))
    return MapLink.objects.select_for_update().filter(one_id=one, other_id=second).first()


def _link(turn: Turn, item: MapItem, other: MapItem) -> bool:
    row = _row(item, other)
    if row is None:
        one, second = sorted((item.id, other.id))
        row = MapLink(**signed(turn.opened), one_id=one, other_id=second)
        row.save(force_insert=True)
        keep_act(turn.opened, Verb.MAP_CHANGED, row)
        turn.did(Did.LINKED, row, was=0)
        return True
    return row.unlinked_at is not None and set_linked(turn, row, linked=True)


def _unlink(turn: Turn, item: MapItem, other: MapItem) -> bool:
    row = _row(item, other)
    return row is not None and row.unlinked_at is None and set_linked(turn, row, linked=False)


def set_linked(turn: Turn, row: MapLink, *, linked: bool, step: bool = True) -> bool:
    """Write a link as standing or not standing, as its next version; without a step where it is being undone."""
    before, was = state_of(row), row.version
    row.unlinked_at = None if linked else timezone.now()
    save_change(turn.opened, row, Verb.MAP_CHANGED if step else Verb.MAP_UNDONE, before)
    if step:
        turn.did(Did.LINKED if linked else Did.UNLINKED, row, was=was)
    return True
