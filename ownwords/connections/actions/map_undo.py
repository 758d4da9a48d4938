"""Undoing the last actions on a map, one at a time, latest first (connecting R6).

A step holds two version numbers and no words. Undoing writes what stood in the earlier version as a new version, so
nothing is taken out of history. Who sees something is never undone here: that is decided on its own page.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.actions.map_items import NO_REASON
from ownwords.connections.actions.map_links import set_linked
from ownwords.connections.actions.maps import Turn
from ownwords.connections.models import Did, MapItem, MapLink, MapStep, PersonMap
from ownwords.connections.queries.maps import about_erased, items_of, next_undo
from ownwords.ledger.verbs import Verb
from ownwords.people.access import Opened
from ownwords.people.actions.keeping import keep_act, may_write, save_change, state_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission

#: What undoing brings back; who sees it, who wrote it and when stay as they are.
BROUGHT_BACK = (
    "words", "what", "relations", "ring", "angle", "helps", "gives_me", "i_give", "note", "service_id",
    "ended_on", "ended_as", "ended_words", "removed_at", "removed_by_id", "removed_reason",
)  # fmt: skip


@transaction.atomic
def undo(*, opened: Opened, number: int) -> MapStep:
    """Undo the action with this number, which must be the next to be undone.

    Raises:
        Refused: something else was done since, nothing is left to undo, what stood there before is erased, or the
            viewer does not draw this map. Nothing was changed then.
    """
    may_write(opened, Permission.DRAW_MAP)
    turn = Turn(opened)
    if about_erased(opened, number):
        raise Refused({"": _("What stood there is erased, so it cannot be brought back.")})
    step = next_undo(opened)
    if step is None:
        raise Refused({"": _("There is nothing to undo.")})
    if step.number != number:
        raise Refused({"": _("Something else was done on this map since. Look at it again, then undo.")})
    if step.link is not None:
        _undo_link(turn, step, step.link)
    elif step.item is not None:
        _undo_item(turn, step, step.item)
    else:
        _undo_answer(turn, step)
    step.undone_at, step.undone_by_id = timezone.now(), opened.viewer.account_id
    step.save(update_fields=["undone_at", "undone_by_id"])
    return step


def _undo_item(turn: Turn, step: MapStep, item: MapItem) -> None:
    rows = items_of(turn.opened, removed=True).select_related(None)
    locked = rows.select_for_update(of=("self",)).filter(pk=item.pk).first()
    if locked is None or locked.erased_at is not None:
        raise Refused({"": _("What stood there is erased, so it cannot be brought back.")})
    events: Any = MapItem.pgh_event_model  # type: ignore[attr-defined]
    versions = {
        event.version: event
        for event in events.objects.filter(
            pgh_obj_id=item.pk, version__in=(step.from_version, step.to_version)
        )
    }
    if _state(locked) != _state(versions.get(step.to_version)):
        raise Refused(
            {"": _("This was changed since in another way, so nothing was undone. Change it by hand.")}
        )
    before = state_of(locked)
    if step.from_version == 0:
        locked.removed_at, locked.removed_by_id = timezone.now(), turn.opened.viewer.account_id
        locked.removed_reason = NO_REASON
    elif step.from_version in versions:
        for name in BROUGHT_BACK:
            setattr(locked, name, getattr(versions[step.from_version], name))
    else:
        raise Refused({"": _("What stood there before is not yours to see, so you cannot bring it back.")})
    save_change(turn.opened, locked, Verb.MAP_UNDONE, before)


def _state(row: Any) -> tuple[Any, ...] | None:
    return None if row is None else tuple(getattr(row, name) for name in BROUGHT_BACK)


def _undo_link(turn: Turn, step: MapStep, link: MapLink) -> None:
    row = MapLink.objects.select_for_update().get(pk=link.pk)
    if (row.unlinked_at is None) != (step.did == Did.LINKED):
        raise Refused(
            {"": _("This was changed since in another way, so nothing was undone. Change it by hand.")}
        )
    set_linked(turn, row, linked=step.did == Did.UNLINKED, step=False)


def _undo_answer(turn: Turn, step: MapStep) -> None:
    row = PersonMap.objects.select_for_update().get(pk=turn.opened.person.pk)
    events: Any = PersonMap.pgh_event_model  # type: ignore[attr-defined]
    earlier = events.objects.filter(pgh_obj_id=row.pk, version=step.from_version).first()
    before = state_of(row)
    row.links_asked_on = earlier.links_asked_on if earlier else None
    row.version += 1
    row.changed_at, row.changed_by_id = timezone.now(), turn.opened.viewer.account_id
    row.save()
    keep_act(turn.opened, Verb.MAP_UNDONE, row, before=before)
