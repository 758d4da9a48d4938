"""Who draws a map: the person, and whom they have asked. Everybody else who sees it may suggest."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.test import Client
from django.utils import timezone

from ownwords.connections.actions.map_helpers import note_asked
from ownwords.connections.actions.map_items import Told, add_item, move_item
from ownwords.connections.models import MapHelper, MapItem, MapSuggestion
from ownwords.ledger.models import Act
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.around_sam import opened_by
from tests.connections.map_parts import agree, asked, at, key, looked, put, text
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db

CHANGES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("item_add", {"words": "New"}),
    ("items_add", {"names": "New"}),
    ("item_move", {"ring": "1"}),
    ("item_change", {"words": "Otherwise"}),
    ("item_links", {}),
    ("item_end", {"ended_as": "drifted"}),
    ("item_remove", {}),
    ("map_undo", {}),
    ("links_asked", {"answer": "said"}),
    ("map_copy_keep", {}),
)


@pytest.mark.parametrize(("route", "typed"), CHANGES)
def test_a_worker_who_was_not_asked_is_refused_told_what_they_can_do_and_it_is_kept(
    sam: Person, staff: Client, worker: Account, route: str, typed: dict[str, Any]
) -> None:
    """connecting R1: 403, recorded; suggesting is offered instead."""
    item = put(sam, "Ann")
    ids = (item.id,) if route.startswith("item_") and route != "item_add" else ()
    answer = staff.post(at(route, sam, *ids), {"version": 1, **typed})
    assert answer.status_code == 403
    assert "Suggest something; Sam says yes or no" in text(answer)
    act = Act.objects.get(verb="map_refused")
    assert (act.actor_id, act.about_id) == (worker.id, sam.id)
    item.refresh_from_db()
    assert item.version == 1
    assert MapItem.objects.count() == 1


def test_looking_at_a_form_is_refused_too_but_is_no_attempt(sam: Person, staff: Client) -> None:
    """connecting R1: only what would have changed something is kept as an attempt."""
    assert staff.get(at("item_add", sam)).status_code == 403
    assert not Act.objects.filter(verb="map_refused").exists()


def test_whether_an_item_exists_makes_no_difference_to_who_may_not_draw(sam: Person, staff: Client) -> None:
    """DESIGN: hidden and missing are answered alike."""
    hidden = put(sam, "Hidden", visibility="me")
    missing = "0190a7e0-0000-7000-8000-000000000000"
    answers = [staff.post(at("item_move", sam, one), {"ring": "1"}) for one in (hidden.id, missing)]
    assert [answer.status_code for answer in answers] == [403, 403]


def test_somebody_who_does_not_reach_the_person_finds_nothing(sam: Person) -> None:
    """DESIGN: forbidden = missing = 404, and no attempt is kept on a record that they do not reach."""
    stranger = make.staff(make.team())
    client = client_for((stranger, "worker"))
    assert client.get(at("map", sam)).status_code == 404
    assert client.post(at("item_add", sam), {"words": "x"}).status_code == 404
    assert not Act.objects.filter(verb="map_refused").exists()


def test_whom_the_person_asks_draws_until_it_is_ended(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """connecting R1: the person asks a member of their circle, and ends it any time."""
    assert (
        own.post(at("map_helpers", sam), {"account": str(worker.id), "words": "My hands shake"}).status_code
        == 303
    )
    assert staff.post(at("item_add", sam), {"words": "Ann", "submission": key()}).status_code == 303
    item = MapItem.objects.get()
    assert item.written_by_id == worker.id
    assert "written down by Amina Yusuf" in looked(own, at("map", sam))
    assert "Amina Yusuf was asked to draw this map as well." in looked(own, at("map", sam))
    assert agree(staff, sam) == {str(item.id): "none"}
    own.post(at("map_helper_end", sam, MapHelper.objects.get().id))
    assert staff.post(at("item_move", sam, item.id), {"version": 1, "ring": "1"}).status_code == 403
    assert own.post(at("map_helpers", sam), {"account": str(worker.id)}).status_code == 303


def test_only_the_person_asks_and_only_somebody_around_them(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """connecting R1: nobody asks themselves."""
    stranger = make.account()
    assert own.post(at("map_helpers", sam), {"account": str(stranger.id)}).status_code == 422
    assert staff.post(at("map_helpers", sam), {"account": str(worker.id)}).status_code == 404
    assert not MapHelper.objects.exists()


def test_a_supporter_who_was_asked_draws_and_sees_what_the_team_sees(sam: Person) -> None:
    """connecting R1: somebody asked need not be staff; what is "only me" stays hidden from them."""
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    put(sam, "Ann")
    put(sam, "Mine alone", visibility="me")
    client = client_for((sister, "supporter"))
    assert "Ann" not in looked(client, at("map", sam))
    assert client.post(at("item_add", sam), {"words": "x", "submission": key()}).status_code == 403
    asked(sam, sister)
    main = looked(client, at("map", sam))
    assert "Ann" in main
    assert "Mine alone" not in main
    assert client.post(at("item_add", sam), {"words": "Grace", "submission": key()}).status_code == 303
    grace = MapItem.objects.get(words="Grace")
    assert client.post(at("item_move", sam, grace.id), {"version": 1, "ring": "2"}).status_code == 303
    assert (
        client.post(at("item_end", sam, grace.id), {"version": 2, "ended_as": "drifted"}).status_code == 303
    )
    assert client.post(at("item_resume", sam, grace.id), {"version": 3}).status_code == 303
    assert client.post(at("map_copy_keep", sam), {"submission": key()}).status_code == 303
    grace.refresh_from_db()
    assert (grace.ring, grace.version) == (2, 4)


def test_for_somebody_without_an_account_a_worker_writes_down_that_they_were_asked(lead: Account) -> None:
    """connecting R1: in conversation, with the person's words, and it stands on the map."""
    jo = make.person(called="Jo", signs_in=False)
    helper = make.staff(jo.placements.get().team, name="Amina Yusuf")
    client = client_for((helper, "worker"))
    assert client.post(at("item_add", jo), {"words": "Ann"}).status_code == 403
    assert client.post(at("map_helpers", jo), {"words": " "}).status_code == 422
    assert client.post(at("map_helpers", jo), {"words": "You draw it for me, love."}).status_code == 303
    assert client.post(at("item_add", jo), {"words": "Ann", "submission": key()}).status_code == 303
    main = looked(client, at("map", jo))
    assert "who asked for it in conversation" in main
    assert "You draw it for me, love." in main


def test_somebody_with_an_account_asks_themselves(sam: Person, worker: Account) -> None:
    """connecting R1: a worker does not write down being asked where the person can do it."""
    with pytest.raises(Refused):
        note_asked(opened=opened_by(worker, sam), words="She said so")
    with pytest.raises(Refused):
        add_item(opened=opened_by(worker, sam), told=Told(words="Ann"))


def test_the_second_lock_refuses_a_worker_who_was_not_asked(sam: Person, worker: Account) -> None:
    """platform: row-level security repeats the rule; no row is added or changed as the web role."""
    item = put(sam, "Ann")
    with seen_by(worker.id, "worker"):
        assert MapItem.objects.filter(pk=item.pk).exists()
        assert MapItem.objects.filter(pk=item.pk).update(ring=1) == 0
    for statement in (
        "SELECT ownwords_map_turn(%s)",
        (
            "INSERT INTO connections_maphelper (id, person_id, account_id, in_conversation, words, made_by_id,"
            f" starts_on) VALUES (gen_random_uuid(), %s, '{worker.id}', true, 'x', '{worker.id}', current_date)"
        ),
    ):
        with (
            pytest.raises(Error),
            transaction.atomic(),
            seen_by(worker.id, "worker"),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement, [sam.id])


def test_a_suggestion_changes_nothing_until_the_person_says_yes(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """connecting R1: the person accepts or not; what is accepted has its name and nothing else preset."""
    form = {"words": "Pigeon club", "what": "activity", "why": "You like birds", "submission": key()}
    assert staff.post(at("map_suggest", sam), form).status_code == 303
    assert not MapItem.objects.exists()
    row = MapSuggestion.objects.get()
    main = looked(own, at("map", sam))
    assert "Pigeon club" in main
    assert "You like birds" in main
    assert (
        staff.post(at("map_suggestion_answer", sam, row.id), {"version": 1, "answer": "accepted"}).status_code
        == 403
    )
    own.post(at("map_suggestion_answer", sam, row.id), {"version": 1, "answer": "not_now"})
    assert not MapItem.objects.exists()
    assert "not now" in looked(staff, at("map_suggestions", sam))
    own.post(at("map_suggestion_answer", sam, row.id), {"version": 2, "answer": "accepted"})
    item = MapItem.objects.get()
    assert (item.words, item.what, item.ring, item.relations) == ("Pigeon club", "", None, [])
    assert item.written_by_id == sam.account_id
    again = own.post(at("map_suggestion_answer", sam, row.id), {"version": 3, "answer": "no"}, follow=True)
    assert "This stands on the map already." in text(again)


@pytest.mark.parametrize("kind", ["supporter", "peer_worker"])
def test_a_peer_worker_and_a_supporter_may_suggest_and_see_what_became_of_it(sam: Person, kind: str) -> None:
    """connecting R1: whoever stands beside the person; they see their own suggestion and no other."""
    if kind == "supporter":
        who = make.account("Ruth")
    else:
        who = make.staff(sam.placements.get().team, "peer_worker", name="Ruth")
    make.beside(sam, who, kind)
    client = client_for((who, kind))
    sent = {"words": "The choir", "submission": key()}
    assert client.post(at("map_suggest", sam), sent).status_code == 303
    assert "The choir" in looked(client, at("map_suggestions", sam))
    row = MapSuggestion.objects.get()
    assert looked(client, at("map_suggestion", sam, row.id))
    assert client.post(at("map_suggestion_remove", sam, row.id), {"version": 1}).status_code == 303
    assert "The choir" not in looked(client, at("map_suggestions", sam))


def test_when_support_ends_the_person_keeps_everything_and_staff_see_nothing_from_that_day(
    sam: Person, own: Client, staff: Client
) -> None:
    """connecting R7: map and copies stay the person's; staff access stops the same day."""
    item = put(sam, "Ann", ring=1)
    own.post(at("map_copy_keep", sam), {"label": "Before", "submission": key()})
    assert staff.get(at("map", sam)).status_code == 200
    sam.placements.update(ends_on=timezone.localdate())
    for route in ("map", "map_past", "map_copies", "map_suggestions"):
        assert staff.get(at(route, sam)).status_code == 404
        assert own.get(at(route, sam)).status_code == 200
    assert "Before" in looked(own, at("map_copies", sam))
    assert own.post(at("item_move", sam, item.id), {"version": 1, "ring": "2"}).status_code == 303
    assert agree(own, sam) == {str(item.id): "2"}


def test_whoever_was_asked_loses_it_with_their_place_in_the_team(sam: Person, worker: Account) -> None:
    """connecting R7: being asked opens no record that is not open otherwise."""
    item = put(sam, "Ann")
    asked(sam, worker)
    client = client_for((worker, "worker"))
    assert client.get(at("map", sam)).status_code == 200
    sam.placements.update(ends_on=timezone.localdate())
    assert client.post(at("item_move", sam, item.id), {"version": 1, "ring": "1"}).status_code == 404


def test_a_helper_whose_time_is_over_draws_no_more(sam: Person, worker: Account) -> None:
    """connecting R1: what ended yesterday holds no more."""
    item = put(sam, "Ann")
    row = asked(sam, worker)
    move_item(opened=opened_by(worker, sam), item_id=item.id, version=1, ring=2)
    day = timezone.localdate()
    MapHelper.objects.filter(pk=row.pk).update(starts_on=day - timedelta(days=3), ends_on=day)
    with pytest.raises(Refused):
        move_item(opened=opened_by(worker, sam), item_id=item.id, version=2, ring=1)
