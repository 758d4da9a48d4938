"""Changing a map: who may, whose turn it is, and what each action leaves behind so that it can be undone."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.models import Did, MapItem, MapLink, MapStep, PersonMap
from ownwords.connections.queries.sight import may_draw
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import keep_act, save_change, state_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission


class Turn:
    """One go at a map. No other change of the same map runs beside it; each thing done gets the next number.

    Raises Refused for anybody but the person and whom they have asked (connecting R1).
    """

    def __init__(self, opened: Opened) -> None:
        if not may_draw(opened):
            called = {"person": opened.person.called}
            raise Refused(
                {"": _("Only %(person)s, or somebody whom they have asked, changes this map.") % called}
            )
        self.opened = opened
        with connection.cursor() as cursor:
            cursor.execute("SELECT ownwords_map_turn(%s)", [opened.person.id])
            self.number = int(cursor.fetchone()[0])

    def did(self, did: Did, thing: MapItem | MapLink | PersonMap, *, was: int) -> None:
        """Keep what was done as two version numbers of one thing."""
        MapStep(
            person_id=self.opened.person.id,
            number=self.number,
            did=did,
            item=thing if isinstance(thing, MapItem) else None,
            link=thing if isinstance(thing, MapLink) else None,
            from_version=was,
            to_version=thing.version,
            done_by_id=self.opened.viewer.account_id,
        ).save(force_insert=True)
        self.number += 1

    def change(self, did: Did, item: MapItem, before: dict[str, Any]) -> MapItem:
        """Write a changed item as its next version, with its act and its step."""
        was = item.version
        save_change(self.opened, item, Verb.MAP_CHANGED, before)
        self.did(did, item, was=was)
        return item


def keep_refusal(*, opened: Opened) -> None:
    """Keep in the ledger that somebody tried to change a map that they were not asked to draw (connecting R1)."""
    note_act(
        verb=Verb.MAP_REFUSED,
        **opened.signature,
        on_behalf_of_id=opened.for_whom,
        thing=Ref("personmap", opened.person.id),
    )


@transaction.atomic
def answer_links_asked(*, opened: Opened, answered: bool) -> PersonMap:
    """Say that all links which there are have been said, or take that answer back.

    Only then does "nobody knows anybody" differ from "never asked" (connecting R16).

    Raises:
        Refused: the viewer does not draw this map, or it stands like that already.
    """
    if not opened.may(Permission.DRAW_MAP):
        raise NotFound
    turn = Turn(opened)
    row = PersonMap.objects.select_for_update().filter(pk=opened.person.id).first()
    before, was = (state_of(row), row.version) if row else (None, 0)
    row = row or PersonMap(person_id=opened.person.id)
    if (row.links_asked_on is not None) == answered:
        raise Refused({"": _("That is how it stands already.")})
    row.links_asked_on = timezone.localdate() if answered else None
    row.version = was + 1
    row.changed_at, row.changed_by_id = timezone.now(), opened.viewer.account_id
    row.save(force_insert=was == 0)
    keep_act(opened, Verb.MAP_CHANGED, row, before=before)
    turn.did(Did.ASKED, row, was=was)
    return row
