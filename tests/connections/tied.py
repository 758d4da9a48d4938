"""What tests of ties and steps share: something on Sam's map, somebody asked to draw, ways to send forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.urls import reverse

from ownwords.connections.models import MapHelper, MapItem, Tie, TieView
from ownwords.people.models import Account, Person, ThingShare
from ownwords.people.viewer import seen_by
from tests.factories import LONG_AGO


def at(route: str, person: Person, *ids: Any) -> str:
    """Return the address of a page of connections."""
    return reverse(f"connections:{route}", args=[person.id, *ids])


def _mine(sam: Person, columns: dict[str, Any]) -> dict[str, Any]:
    return {
        "person": sam,
        "written_by": sam.account,
        "changed_by_id": sam.account_id,
        "visibility": "team",
        **columns,
    }


def an_item(sam: Person, words: str = "Pigeon club", **columns: Any) -> MapItem:
    """Put something on the map, for the team to see."""
    return MapItem.objects.create(**_mine(sam, {"words": words, **columns}))


def a_tie(sam: Person, item: MapItem | None = None, **columns: Any) -> Tie:
    """Make a tie with something on the map, for the team to see."""
    return Tie.objects.create(**_mine(sam, {"item": item or an_item(sam), **columns}))


def a_view(tie: Tie, side: str, by: Account, **columns: Any) -> TieView:
    """Make a view of who did what."""
    return TieView.objects.create(
        tie=tie, person=tie.person, side=side, written_by=by, changed_by_id=by.id, **columns
    )


def asked(sam: Person, who: Account) -> MapHelper:
    """Let Sam ask somebody to draw."""
    return MapHelper.objects.create(person=sam, account=who, made_by_id=sam.account_id, starts_on=LONG_AGO)


def named(thing: Any, who: Account) -> None:
    """Show one thing to somebody by name."""
    ThingShare.objects.create(
        person_id=thing.person_id, thing_kind=thing._meta.db_table, thing_id=thing.pk, account=who,
        made_by_id=thing.person.account_id,
    )  # fmt: skip


def told(who: Account, role: str, sql: str, values: Sequence[Any] = ()) -> int:
    """Run a statement under the web role as this account; return how many rows it met."""
    with seen_by(who.id, role), connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return cursor.rowcount
