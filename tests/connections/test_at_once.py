"""Two at one map at the same moment: each on a connection of its own, on the real database."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.connections.models import MapItem, MapLink, MapStep
from ownwords.people.models import Account, Person
from tests.at_once import at_once, posting
from tests.connections.map_parts import asked, at, key, put

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


def numbers(sam: Person) -> list[int]:
    """Return the numbers of what was done on Sam's map, in order."""
    return list(MapStep.objects.filter(person=sam).order_by("number").values_list("number", flat=True))


def test_two_people_drag_one_item_and_one_of_them_is_told(
    sam: Person, worker: Account, own: Client, staff: Client
) -> None:
    """issue's bad input: two people dragging one item; connecting R6: what was done stands in one order."""
    asked(sam, worker)
    item = put(sam, "Auntie J.")
    for _round in range(ROUNDS):
        item.refresh_from_db()
        version, ring = item.version, item.ring
        rings = [one for one in (1, 2, 3) if one != ring][:2]
        forms = [{"version": str(version), "ring": str(one), "angle": "10"} for one in rings]
        moves = [
            posting(one, at("item_move", sam, item.id), f) for one, f in zip((own, staff), forms, strict=True)
        ]
        assert at_once(*moves) == [303, 303]
        item.refresh_from_db()
        assert item.version == version + 1
        assert item.ring in rings
    assert numbers(sam) == list(range(1, ROUNDS + 2))


def test_a_new_item_sent_four_times_at_once_stands_on_the_map_once(sam: Person, own: Client) -> None:
    """platform F6: a double click."""
    for number in range(ROUNDS):
        form = {"words": f"Bo {number}", "submission": key()}
        assert set(at_once(*[posting(own, at("item_add", sam), form)] * 4)) == {303}
        assert MapItem.objects.filter(words=f"Bo {number}").count() == 1
    assert numbers(sam) == list(range(1, ROUNDS + 1))


def test_undo_pressed_twice_at_once_undoes_one_step(sam: Person, own: Client) -> None:
    """connecting R6: one press, one step."""
    for number in range(2 * ROUNDS):
        put(sam, f"Somebody {number}")
    for _round in range(ROUNDS):
        last = MapStep.objects.filter(person=sam, undone_at__isnull=True).latest("number").number
        presses = [posting(own, at("map_undo", sam), {"version": str(last)})] * 2
        assert all(isinstance(status, int) and status < 400 for status in at_once(*presses))
        assert not MapStep.objects.filter(person=sam, undone_at__isnull=True, number=last).exists()
    assert MapStep.objects.filter(person=sam, undone_at__isnull=False).count() == ROUNDS


def test_undo_while_somebody_else_decides_who_sees_it_or_takes_it_off(
    sam: Person, worker: Account, own: Client, staff: Client
) -> None:
    """House rule 7: neither change gets lost in the other, and nobody meets a fault."""
    asked(sam, worker)
    for number in range(ROUNDS):
        item = put(sam, f"Club {number}", ring=None)
        own.post(at("item_move", sam, item.id), {"version": "1", "ring": "2"})
        last = MapStep.objects.filter(person=sam, undone_at__isnull=True).latest("number").number
        undo = posting(staff, at("map_undo", sam), {"version": str(last)})
        if number % 2:
            other = posting(own, at("item_sight", sam, item.id), {"version": "2", "visibility": "me"})
        else:
            other = posting(own, at("item_remove", sam, item.id), {"version": "2"})
        answers = at_once(undo, other)
        assert all(isinstance(status, int) and status < 500 for status in answers), answers
        item.refresh_from_db()
        changes = sum([item.ring is None, item.visibility == "me", item.removed_at is not None])
        assert item.version == 2 + changes


def test_two_who_link_the_same_two_at_once_make_one_link(
    sam: Person, worker: Account, own: Client, staff: Client
) -> None:
    """One link between two, whoever draws it first."""
    asked(sam, worker)
    for number in range(ROUNDS):
        one, other = put(sam, f"One {number}"), put(sam, f"Other {number}")
        links = [
            posting(own, at("item_links", sam, one.id), {"links": [str(other.id)]}),
            posting(staff, at("item_links", sam, other.id), {"links": [str(one.id)]}),
        ]
        assert at_once(*links) == [303, 303]
        assert MapLink.objects.filter(one__in=[one, other]).count() == 1
