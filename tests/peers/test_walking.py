"""A peer worker's home: by name, in a fixed number of questions to the database, and only their own people."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.ledger.models import Look
from ownwords.peers.models import Approach
from ownwords.people.models import Account, Person
from tests import factories as make
from tests.measures.pages import seen
from tests.peers.at_the_door import attempt, today, turned
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
HOME = "/walking-beside/"


def _walk_beside(peer: Account, number: int) -> None:
    """Let the peer worker walk beside so many more people, each with contacts, a door, a follow-up and a return."""
    team = peer.memberships.get().team
    for place in range(number):
        one = make.person(team, f"Person {place:02}")
        make.beside(one, peer, "peer_worker")
        attempt(one, peer, on=today(place))
        attempt(one, peer, on=today(place + 3), outcome="no_answer", booked="3")
        turned(one, "moved_on")
        Approach.objects.create(person=one, written_by=one.account, visibility="team", route="online")


def test_the_number_of_questions_does_not_grow_with_the_people(peer: Account, peering: Client) -> None:
    """issue: no N+1 at 50 people."""
    _walk_beside(peer, 5)
    seen(peering, HOME)
    with asked() as few:
        seen(peering, HOME)
    _walk_beside(peer, 45)
    with asked() as many:
        page = seen(peering, HOME)
    assert len(many) == len(few)
    assert len(many) <= 16
    assert page.text.count("Keep a contact") == 51
    for address in ("/coming-back/", "/follow-ups/"):
        with asked() as statements:
            seen(peering, address)
        assert len(statements) <= 14


def test_people_stand_by_name_with_their_door_in_words_and_the_last_contact(
    sam: Person, peer: Account, peering: Client
) -> None:
    """house rule 4: no list is sorted by a figure."""
    _walk_beside(peer, 3)
    attempt(sam, peer, on=today(90))
    text = seen(peering, HOME).text
    names = ["Person 00", "Person 01", "Person 02", "Sam"]
    after = text.split("In order of the alphabet")[1]
    assert sorted(names, key=after.index) == names
    assert "Stepped back. The door is open" in after
    assert "It has been quiet. The door is open" in after


def test_only_ones_own_people_and_each_look_is_kept(sam: Person, peer: Account, peering: Client) -> None:
    """PS-01, house rule 8."""
    other = make.person(peer.memberships.get().team, "Robin")
    text = seen(peering, HOME).text
    assert "Sam" in text
    assert "Robin" not in text
    assert Look.objects.filter(about_id=sam.id, part="list:walking_beside").exists()
    assert not Look.objects.filter(about_id=other.id).exists()


def test_it_is_the_peer_workers_own_page(staff: Client, leading: Client, own: Client) -> None:
    """PS-24: a view that belongs to them."""
    for client in (staff, leading, own):
        assert client.get(HOME).status_code == 404
    assert own.get("/coming-back/").status_code == 404


def test_it_stands_in_the_navigation_of_peer_workers_and_peer_support_in_the_persons(
    peering: Client, own: Client, sam: Person
) -> None:
    """issue: linked in the navigation."""
    assert f'href="{HOME}"' in peering.get("/shared/").content.decode()
    assert f"/people/{sam.id}/peer-support/" in own.get("/").content.decode()
    assert f"/people/{sam.id}/peer-support/" in own.get(f"/people/{sam.id}/record/").content.decode()


def test_follow_ups_of_a_worker_are_those_that_they_see(
    sam: Person, peer: Account, worker: Account, staff: Client
) -> None:
    """PS-11, PS-01."""
    attempt(sam, peer, outcome="no_answer", booked="3", visibility="named")
    assert "No friendly word is due" in seen(staff, "/follow-ups/").text
    attempt(sam, worker, outcome="no_answer", booked="3", by_peer=False)
    assert "A friendly word by" in seen(staff, "/follow-ups/").text


def test_another_teams_returns_are_not_listed(sam: Person) -> None:
    """PS-01: organisations never mix."""
    turned(sam, "moved_on")
    Approach.objects.create(person=sam, written_by=sam.account, visibility="team", route="online")
    elsewhere = make.staff(make.team(), "team_lead")
    assert "Nobody is waiting." in seen(client_for((elsewhere, "team_lead")), "/coming-back/").text


def test_somebody_who_came_twice_stands_there_once_with_both(sam: Person, staff: Client) -> None:
    """PS-01: whoever waits longest stands first, each under their own name."""
    for words in ("I was passing.", "It is me again."):
        Approach.objects.create(
            person=sam, written_by=sam.account, visibility="team", route="online", words=words
        )
    text = seen(staff, "/coming-back/").text
    assert "Came 2 times" in text
    assert text.index("I was passing.") < text.index("It is me again.")
    assert text.count("I have seen to it") == 2
