"""What is over or erased on a map: it leaves every count, stays in history, and goes for good only by two people."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse

from ownwords.connections.actions.map_copies import keep_copy
from ownwords.connections.actions.map_items import Told, change_item, end_item, move_item
from ownwords.connections.actions.map_suggestions import answer_suggestion, suggest
from ownwords.connections.actions.map_undo import undo
from ownwords.connections.models import MapCopy, MapItem, MapSuggestion, Tie
from ownwords.connections.queries.map_copies import map_then
from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Act
from ownwords.people.actions.erasure import ask_erasure
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight
from ownwords.people.viewer import seen_by
from tests.around_sam import opened_by
from tests.connections.map_parts import agree, at, looked, put, text
from tests.record.test_erasure import SECRET, decide, places_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("how", ["drifted", "chosen", "died", "harmful", "other"])
def test_what_is_over_leaves_every_count_and_can_be_taken_up_again(
    sam: Person, own: Client, how: str
) -> None:
    """connecting R7: with a reason, words if wanted; no longer on the map, and back again."""
    ann, bo = put(sam, "Ann", what="person"), put(sam, "Bo", what="person")
    form = {"version": 1, "ended_as": how, "ended_words": "That is how it went"}
    assert own.post(at("item_end", sam, ann.id), form).status_code == 303
    assert list(agree(own, sam)) == [str(bo.id)]
    assert "1 on the map: 1 person." in looked(own, at("map", sam))
    assert "That is how it went" in looked(own, at("map_past", sam))
    refused = own.post(at("item_move", sam, ann.id), {"version": 2, "ring": "1"}, follow=True)
    assert "This is over. Take it up again first." in text(refused)
    own.post(at("item_resume", sam, ann.id), {"version": 2})
    assert len(agree(own, sam)) == 2
    ann.refresh_from_db()
    assert (ann.ended_on, ann.ended_as, ann.ended_words) == (None, "", "")


def test_why_something_is_over_is_asked_and_what_is_wrong_comes_back(sam: Person, own: Client) -> None:
    """bad input: no reason, a day to come, ending twice."""
    ann = put(sam, "Ann")
    assert own.post(at("item_end", sam, ann.id), {"version": 1}).status_code == 422
    ahead = {
        "version": 1,
        "ended_as": "other",
        "ended_on_day": "1",
        "ended_on_month": "1",
        "ended_on_year": "2199",
    }
    assert own.post(at("item_end", sam, ann.id), ahead).status_code == 422
    end_item(opened=opened_by(sam.account, sam), item_id=ann.id, version=1, ended_as="other")
    twice = own.post(at("item_end", sam, ann.id), {"version": 2, "ended_as": "other"})
    assert twice.status_code == 422
    assert "over already" in text(twice)


def test_taken_off_and_put_back(sam: Person, own: Client) -> None:
    """connecting R5: as if it should not have stood there; kept, with a reason if there is one."""
    ann = put(sam, "Ann")
    own.post(at("item_remove", sam, ann.id), {"version": 1, "reason": "Twice"})
    assert agree(own, sam) == {}
    assert "Twice" in looked(own, at("map_past", sam))
    own.post(at("item_restore", sam, ann.id), {"version": 2})
    assert list(agree(own, sam)) == [str(ann.id)]


def full(sam: Person) -> MapItem:
    """Something with the secret in every place that can hold words, in several versions, with a tie to it."""
    opened = opened_by(sam.account, sam)
    item = put(sam, f"{SECRET} one", note=SECRET, relations=("friend",), helps="harms")
    item = change_item(opened=opened, item_id=item.id, version=1, told=Told(f"{SECRET} two", note=SECRET))
    item = move_item(opened=opened, item_id=item.id, version=2, ring=2)
    Tie.objects.create(
        person=sam, written_by=sam.account, item=item, visibility="team", origin="other", origin_words=SECRET
    )
    return item


def test_erased_words_are_gone_from_every_table_and_from_copies_which_keep_the_place(
    sam: Person, lead: Account
) -> None:
    """connecting R6, R7: scans every column of every table, and history; a copy keeps that somebody stood there."""
    own = opened_by(sam.account, sam)
    item = full(sam)
    put(sam, "Bo")
    copy = keep_copy(opened=own, sight=Sight("team"))
    asked = ask_erasure(opened=own, thing=Ref("mapitem", item.id), reason="It names somebody.")
    decide(lead, sam, asked)
    assert places_of(SECRET) == []
    assert Act.objects.filter(verb="erased", thing_id=item.id).exists()
    then = map_then(own, copy)
    assert [(one.words, one.ring) for one in then.items] == [("", 2), ("Bo", None)]
    item.refresh_from_db()
    assert item.erased_at is not None


def test_an_erased_one_stands_on_its_page_as_erased_and_undo_says_so(
    sam: Person, own: Client, lead: Account
) -> None:
    """connecting R6: what was there cannot be brought back; older actions on others still can."""
    mine = opened_by(sam.account, sam)
    bo = put(sam, "Bo")
    item = full(sam)
    decide(lead, sam, ask_erasure(opened=mine, thing=Ref("mapitem", item.id), reason="x"))
    with pytest.raises(Refused, match="erased"):
        undo(opened=mine, number=4)
    assert "(erased)" in looked(own, at("item", sam, item.id))
    assert SECRET not in looked(own, at("map_past", sam))
    assert "Undo: added Bo" in looked(own, at("map", sam))
    own.post(at("map_undo", sam), {"version": 1})
    bo.refresh_from_db()
    assert bo.removed_at is not None
    assert own.post(at("item_restore", sam, item.id), {"version": item.version + 1}).status_code in (303, 404)
    item.refresh_from_db()
    assert item.removed_at is not None


def test_the_label_of_a_copy_and_the_words_of_a_suggestion_are_erased_too(
    sam: Person, own: Client, lead: Account, worker: Account
) -> None:
    """connecting R7: each kind that holds words has its own function."""
    mine = opened_by(sam.account, sam)
    put(sam, "Bo")
    copy = keep_copy(opened=mine, label=SECRET, sight=Sight("team"))
    row = suggest(opened=opened_by(worker, sam), words=f"{SECRET} club", why=SECRET)
    for kind, thing in (("mapcopy", copy), ("mapsuggestion", row)):
        page = reverse("erase", args=[sam.id, kind, thing.id])
        assert own.get(page).status_code == 200
        decide(lead, sam, ask_erasure(opened=mine, thing=Ref(kind, thing.id), reason="x"))
    assert places_of(SECRET) == []
    assert not [
        one for one in (MapCopy, MapSuggestion) if one.objects.filter(erased_at__isnull=True).exists()
    ]


def test_the_suggestion_that_something_came_from_goes_with_it(
    sam: Person, lead: Account, worker: Account
) -> None:
    """connecting R7: the same name stands in both."""
    mine = opened_by(sam.account, sam)
    row = suggest(opened=opened_by(worker, sam), words=f"{SECRET} club", why=SECRET)
    answer_suggestion(opened=mine, suggestion_id=row.id, version=1, answer="accepted")
    item = MapItem.objects.get()
    decide(lead, sam, ask_erasure(opened=mine, thing=Ref("mapitem", item.id), reason="x"))
    assert places_of(SECRET) == []


def test_nobody_calls_what_erases_by_itself(sam: Person, lead: Account) -> None:
    """docs/decisions/0008: only the function that looks for two people may."""
    item: Any = put(sam, "Ann")
    for kind in ("mapitem", "mapcopy", "mapsuggestion"):
        with (
            pytest.raises(Error),
            transaction.atomic(),
            seen_by(lead.id, "team_lead"),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT ownwords_erase_{kind}(%s, %s, now(), %s)", [item.id, sam.id, lead.id])
