"""Dated copies of a map: kept, shown as of then, put side by side, and altered by nothing later."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from ownwords.connections.actions.map_copies import keep_copy
from ownwords.connections.actions.map_items import (
    MAP_ITEMS,
    Told,
    change_item,
    end_item,
    move_item,
    remove_item,
)
from ownwords.connections.actions.map_links import set_links
from ownwords.connections.models import MapCopy, MapItem
from ownwords.connections.queries.map_copies import map_then
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight
from ownwords.people.viewer import seen_by
from tests.around_sam import opened_by
from tests.connections.map_parts import at, key, looked, put, text

pytestmark = pytest.mark.django_db


def placed(sam: Person, words: str, ring: int | None, **told: Any) -> MapItem:
    """Put something on the map and into a ring, as somebody would."""
    item = put(sam, words, **told)
    if ring:
        item = move_item(opened=opened_by(sam.account, sam), item_id=item.id, version=1, ring=ring)
    return item


def kept(sam: Person, label: str = "") -> MapCopy:
    """Keep a copy that the team sees."""
    return keep_copy(opened=opened_by(sam.account, sam), label=label, sight=Sight("team"))


def test_a_copy_shows_the_map_as_it_was_whatever_comes_later(sam: Person, own: Client) -> None:
    """connecting R6: moving, renaming, linking, ending, taking off, and a later copy alter nothing in it."""
    opened = opened_by(sam.account, sam)
    ann, bo, pier = placed(sam, "Ann", 1, what="person"), placed(sam, "Bo", 2), placed(sam, "The pier", None)
    set_links(opened=opened, item_id=ann.id, known=(), chosen={bo.id})
    copy = kept(sam, "Before")
    then, page = map_then(opened, copy), looked(own, at("map_copy", sam, copy.id))
    move_item(opened=opened, item_id=ann.id, version=ann.version, ring=3)
    change_item(opened=opened, item_id=bo.id, version=bo.version, told=Told("Bob"))
    set_links(opened=opened, item_id=ann.id, known={bo.id}, chosen=())
    remove_item(opened=opened, item_id=pier.id, version=1)
    end_item(opened=opened, item_id=ann.id, version=ann.version + 1, ended_as="drifted")
    placed(sam, "Grace", 1)
    later = kept(sam, "After")
    assert map_then(opened, copy) == then
    assert looked(own, at("map_copy", sam, copy.id)) == page
    assert [item.words for item in then.items] == ["Ann", "Bo", "The pier"]
    assert [item.ring for item in then.items] == [1, 2, None]
    assert len(then.links) == 1
    assert [item.words for item in map_then(opened, later).items] == ["Bob", "Grace"]


def test_a_copy_can_be_changed_by_nobody_also_in_sql(sam: Person) -> None:
    """connecting R6: the database itself holds what a copy points to."""
    placed(sam, "Ann", 1)
    copy = kept(sam)
    assert copy.items.update.__name__ == "update"
    with pytest.raises(Exception, match="annot"):
        copy.items.update(item_version=9)


def test_two_copies_or_one_and_now_side_by_side(sam: Person, own: Client) -> None:
    """connecting R6: added, gone, moved, changed words, unchanged; now is one of the choices."""
    opened = opened_by(sam.account, sam)
    ann, bo, cy = placed(sam, "Ann", 1), placed(sam, "Bo", 2), placed(sam, "Cy", 2)
    placed(sam, "Dee", 3)
    copy = kept(sam, "Before")
    move_item(opened=opened, item_id=ann.id, version=ann.version, ring=3)
    change_item(opened=opened, item_id=bo.id, version=bo.version, told=Told("Bob"))
    remove_item(opened=opened, item_id=cy.id, version=cy.version)
    placed(sam, "Grace", 1)
    main = looked(own, f"{at('map_compare', sam)}?one=now&other={copy.id}")
    for words in (
        "Grace, in the inner ring",
        "Ann: in the inner ring before, in the outer ring after",
        "Bob (Bo before): its name",
    ):
        assert words in main
    assert main.index("Added") < main.index("No longer there") < main.index("Moved") < main.index("Unchanged")
    assert "Cy" in main[main.index("No longer there") : main.index("Moved")]
    assert "Dee" in main[main.index("Unchanged") :]
    same = looked(own, f"{at('map_compare', sam)}?one={copy.id}&other={copy.id}")
    assert "Nothing differs." in same
    assert own.get(f"{at('map_compare', sam)}?one=x&other=now").status_code == 422


def test_what_is_only_mine_is_in_no_copy_that_others_see(sam: Person, own: Client, staff: Client) -> None:
    """connecting R3: neither in the copy, nor its drawing, nor its count, nor side by side; also when decided later."""
    opened = opened_by(sam.account, sam)
    placed(sam, "Ann", 1)
    placed(sam, "Mine alone", 1, visibility="me")
    turned = placed(sam, "Turned private", 2)
    copy = kept(sam)
    MAP_ITEMS.share(opened=opened, thing_id=turned.id, version=turned.version, sight=Sight("me"))
    main = looked(staff, at("map_copy", sam, copy.id))
    assert "1 on the map" in main
    side = looked(staff, f"{at('map_compare', sam)}?one={copy.id}&other=now")
    for hidden in ("Mine alone", "Turned private"):
        assert hidden not in main
        assert hidden not in side
        assert hidden in looked(own, at("map_copy", sam, copy.id))


def test_what_was_private_then_and_is_shown_now_is_in_no_older_copy_for_others(
    sam: Person, staff: Client
) -> None:
    """people/sight: whoever is let in later sees what is said from then on."""
    mine = placed(sam, "Mine then", 1, visibility="me")
    placed(sam, "Ann", 1)
    copy = kept(sam)
    MAP_ITEMS.share(
        opened=opened_by(sam.account, sam), thing_id=mine.id, version=mine.version, sight=Sight("team")
    )
    assert "Mine then" in looked(staff, at("map", sam))
    assert "Mine then" not in looked(staff, at("map_copy", sam, copy.id))


def test_a_copy_that_is_only_mine_is_nobody_elses(sam: Person, worker: Account, staff: Client) -> None:
    """DESIGN house rule 2: a copy says itself who sees it."""
    placed(sam, "Ann", 1)
    copy = keep_copy(opened=opened_by(sam.account, sam), label="Secret label", sight=Sight("me"))
    assert staff.get(at("map_copy", sam, copy.id)).status_code == 404
    assert "Secret label" not in looked(staff, at("map_copies", sam))
    with seen_by(worker.id, "worker"):
        assert not MapCopy.objects.filter(pk=copy.pk).exists()


def test_keeping_one_through_its_page_taking_it_out_of_view_and_back(sam: Person, own: Client) -> None:
    """connecting R6: sent twice it is kept once; an empty map has nothing to copy."""
    empty = own.post(at("map_copy_keep", sam), {"submission": key()})
    assert empty.status_code == 422
    assert "nothing to copy" in text(empty)
    placed(sam, "Ann", 1)
    form = {"label": "In spring", "submission": key(), "visibility": "team"}
    for _time in range(2):
        assert own.post(at("map_copy_keep", sam), form).status_code == 303
    copy = MapCopy.objects.get()
    assert "In spring" in looked(own, at("map_copies", sam))
    assert own.post(at("map_copy_remove", sam, copy.id), {"version": 1}).status_code == 303
    assert own.post(at("map_copy_restore", sam, copy.id), {"version": 2}).status_code == 303
    copy.refresh_from_db()
    assert (copy.removed_at, copy.version) == (None, 3)


def test_a_worker_keeps_no_copy(sam: Person, worker: Account) -> None:
    """connecting R1."""
    placed(sam, "Ann", 1)
    with pytest.raises(Refused):
        keep_copy(opened=opened_by(worker, sam))
