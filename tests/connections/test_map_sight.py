"""Who sees something on the map: each says itself, the person decides, and hidden is hidden in every count."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.connections.actions.map_items import move_item
from ownwords.connections.actions.map_links import set_links
from ownwords.connections.models import MapItem, MapLink, MapStep
from ownwords.people.models import Account, Person
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.around_sam import opened_by
from tests.connections.map_parts import asked, at, looked, put
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
ROUTES = ("map", "map_past", "map_copies", "map_suggestions")


def around(sam: Person) -> dict[str, tuple[Account, str]]:
    """Return everybody around Sam, in their roles."""
    team = sam.placements.get().team
    sister, peer = make.account("Ruth"), make.staff(team, "peer_worker", name="Pat")
    make.beside(sam, sister, "supporter")
    make.beside(sam, peer, "peer_worker")
    return {
        "worker": (make.staff(team, name="Amina"), "worker"),
        "lead": (make.staff(team, "team_lead", name="Lena"), "team_lead"),
        "supporter": (sister, "supporter"),
        "peer": (peer, "peer_worker"),
    }


def test_only_me_is_in_no_page_drawing_or_count_of_anybody_else(sam: Person, own: Client) -> None:
    """connecting R3: worker, lead, supporter and peer worker; the person sees it everywhere."""
    hidden, ann = (
        put(sam, "Mine alone", visibility="me", what="person", ring=1),
        put(sam, "Ann", what="person"),
    )
    set_links(opened=opened_by(sam.account, sam), item_id=hidden.id, known=(), chosen={ann.id})
    assert "2 on the map: 2 people." in looked(own, at("map", sam))
    for name, viewer in around(sam).items():
        client = client_for(viewer)
        for route in ROUTES:
            assert "Mine alone" not in looked(client, at(route, sam)), f"{name} at {route}"
        assert client.get(at("item", sam, hidden.id)).status_code == 404
        main = looked(client, at("map", sam))
        assert str(hidden.id) not in main
        assert 'class="ow-map__line"' not in main
        assert ("1 on the map: 1 person." in main) == (name in ("worker", "lead"))


def test_only_me_is_in_no_row_that_others_read_in_sql(sam: Person) -> None:
    """platform: the second lock: items, their versions, links, steps; for each role, also when asked to draw."""
    hidden, ann = put(sam, "Mine alone", visibility="me"), put(sam, "Ann")
    set_links(opened=opened_by(sam.account, sam), item_id=hidden.id, known=(), chosen={ann.id})
    events = MapItem.pgh_event_model  # type: ignore[attr-defined]
    for account, role in around(sam).values():
        asked(sam, account)
        with seen_by(account.id, role):
            assert list(MapItem.objects.values_list("words", flat=True)) == ["Ann"]
            assert set(events.objects.values_list("words", flat=True)) == {"Ann"}
            assert not MapLink.objects.exists()
            assert not MapStep.objects.filter(item=hidden).exists()


def test_by_name_a_supporter_and_a_peer_worker_see_what_is_shared_and_nothing_else(
    sam: Person, own: Client
) -> None:
    """DESIGN: supporters and peer workers see only what is shared with them by name."""
    viewers = around(sam)
    shared = put(sam, "Shared one", visibility="named", named=(viewers["supporter"][0].id,))
    put(sam, "Team thing")
    put(sam, "Mine alone", visibility="me")
    assert "Shared one" in looked(client_for(viewers["supporter"]), at("map", sam))
    assert "Team thing" not in looked(client_for(viewers["supporter"]), at("map", sam))
    assert "Shared one" not in looked(client_for(viewers["peer"]), at("map", sam))
    assert "Shared one" not in looked(client_for(viewers["worker"]), at("map", sam))
    assert "Ruth" in looked(own, at("map", sam))
    assert looked(client_for(viewers["supporter"]), at("item", sam, shared.id))


def test_the_person_alone_decides_and_every_row_says_who_sees_it(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """DESIGN house rule 2: per entry, set by the person, from the moment it is saved."""
    ann = put(sam, "Ann")
    main = looked(own, at("map", sam))
    assert main.count("Who can see this:") >= 1
    assert "Amina Yusuf" in main
    assert staff.get(at("item_sight", sam, ann.id)).status_code == 404
    assert own.post(at("item_sight", sam, ann.id), {"version": 1, "visibility": "me"}).status_code == 303
    assert "Ann" not in looked(staff, at("map", sam))
    named = {"version": 2, "visibility": "named", "named": [str(worker.id)]}
    assert own.post(at("item_sight", sam, ann.id), named).status_code == 303
    assert "Ann" in looked(staff, at("map", sam))
    stale = own.post(at("item_sight", sam, ann.id), {"version": 2, "visibility": "team"})
    assert stale.status_code == 409


def test_a_new_item_is_for_whom_the_person_has_set(sam: Person, own: Client, staff: Client) -> None:
    """DESIGN: the short form does not ask; the person's own default holds."""
    sam.default_visibility = "me"
    sam.save()
    own.post(at("item_add", sam), {"words": "Ann"})
    assert MapItem.objects.get().visibility == "me"
    assert "Ann" not in looked(staff, at("map", sam))


def test_whoever_draws_moves_nothing_that_they_do_not_see(sam: Person, worker: Account) -> None:
    """connecting R3: being asked to draw opens nothing that is "only me"."""
    hidden = put(sam, "Mine alone", visibility="me")
    asked(sam, worker)
    client = client_for((worker, "worker"))
    assert client.post(at("item_move", sam, hidden.id), {"version": 1, "ring": "1"}).status_code == 404
    assert client.get(at("item_links", sam, hidden.id)).status_code == 404
    move_item(opened=opened_by(sam.account, sam), item_id=hidden.id, version=1, ring=1)
