"""Putting what matters in an order, one press at a time."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened
from ownwords.people.refusals import Refused
from ownwords.record.actions.entries import may_write
from ownwords.record.models import Entry, Kind
from ownwords.record.queries.entries import entries_of
from ownwords.record.queries.values import in_order

STEPS = {"up": -1, "down": 1}


@transaction.atomic
def move_entry(*, opened: Opened, entry_id: UUID, direction: str) -> None:
    """Move one of the things that matter up or down by one place, among those the viewer sees.

    Raises:
        NotFound: no such thing for this viewer. Refused: a direction that is neither "up" nor "down".
    """
    may_write(opened)
    if direction not in STEPS:
        raise Refused({"": _("Things move up or down.")})
    rows = in_order(entries_of(opened).filter(kind=Kind.MATTERS).select_for_update(of=("self",)))
    place = next((number for number, row in enumerate(rows) if row.id == entry_id), None)
    if place is None:
        raise NotFound
    other = place + STEPS[direction]
    if not 0 <= other < len(rows):
        return
    rows[place], rows[other] = rows[other], rows[place]
    _renumber(rows)
    moved = rows[other]
    note_act(
        verb=Verb.ENTRY_MOVED,
        **opened.signature,
        on_behalf_of_id=opened.for_whom,
        thing=Ref(moved.kind, moved.id),
    )


def _renumber(rows: list[Entry]) -> None:
    """Write the places that changed. Words and versions stay as they are: nobody's open form grows stale by it."""
    changed = []
    for number, row in enumerate(rows, start=1):
        if row.position != number:
            row.position = number
            changed.append(row)
    Entry.objects.bulk_update(changed, ["position"])
