"""The record's front page: own words and strengths first, in as few questions as it can."""

from __future__ import annotations

import pytest

from ownwords.people.models import Account, Person
from tests import factories as make
from tests.queries import asked
from tests.record import talks

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam() -> Person:
    return make.person(called="Sam", pronouns="they/them")


def test_strengths_values_goals_promises_and_crisis_stand_in_this_order(sam: Person, worker: Account) -> None:
    """recovery-support RS-08."""
    talks.full(sam, worker)
    text = talks.page_of(worker).get(talks.to("record", sam)).content.decode()
    words = [
        "identity number 0",
        "I fix bicycles",
        "matters number 0",
        "I want pigeons",
        "Find the form 0",
        "crisis number 0",
    ]
    places = [text.index(one) for one in words]
    assert places == sorted(places)


def test_the_front_page_costs_at_most_twelve_questions_for_5_and_for_50_entries(
    sam: Person, worker: Account
) -> None:
    """platform 5.4: open a record: at most 12 queries, session, viewer, person and look included."""
    client, counts = talks.page_of(worker), []
    client.get(talks.to("record", sam))
    for more in (1, 9):
        talks.full(sam, worker, more)
        with asked() as statements:
            assert client.get(talks.to("record", sam)).status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12, (counts, [statement[:90] for statement in statements])


def test_the_person_reads_my_record_and_every_entry_says_who_can_see_it(sam: Person, worker: Account) -> None:
    """peer-support PS-23; DESIGN house rule 2."""
    talks.full(sam, worker)
    text = talks.page_of(sam.account, "person").get(talks.to("record", sam)).content.decode()
    assert "<h1>My record" in text
    assert text.count("Who can see this:") == text.count("ow-brief__words")
    assert "you and" in text


def test_what_is_hidden_from_the_viewer_is_not_on_the_page(sam: Person, worker: Account) -> None:
    """refocus R11; peer-support PS-01."""
    make.entry(sam, "only for me", "matters", visibility="me")
    talks.step(talks.goal(sam, "a private goal", visibility="me"), "a private step", worker)
    peer = make.staff(sam.placements.get().team, "peer_worker")
    make.beside(sam, peer, "peer_worker")
    make.entry(sam, "for the team", "matters")
    for who, role, sees in (
        (worker, "worker", True),
        (peer, "peer_worker", False),
        (sam.account, "person", True),
    ):
        text = talks.page_of(who, role).get(talks.to("record", sam)).content.decode()
        assert ("for the team" in text) is sees
        assert ("only for me" in text) is (role == "person")
        assert ("a private step" in text) is (role == "person")


def test_an_empty_record_says_what_may_stand_there(sam: Person, worker: Account) -> None:
    """Promised: empty states that help."""
    text = talks.page_of(worker).get(talks.to("record", sam)).content.decode()
    assert text.count("ow-empty") >= 5
    assert "they/them" in text
