"""Introductions: how they were made, whether they were taken up, and how it was for the person."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from ownwords.peers.actions.introductions import Introduced, keep_introduction, rate_introduction
from ownwords.peers.models import Introduction
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.viewer import seen_by
from tests.around_sam import opened_by
from tests.measures.pages import Page, day_of, key, seen
from tests.peers.at_the_door import at, today

pytestmark = pytest.mark.django_db
MADE = {
    "from_words": "Pat Doyle",
    "to_words": "Citizens Advice",
    "how": "in_person",
    "taken_up": "unknown",
    "visibility": "team",
}


def form(**more: Any) -> dict[str, Any]:
    """Return a form of an introduction as a browser sends it."""
    return {**MADE, "submission": key(), **more}


@pytest.fixture
def made(sam: Person, peer: Account) -> Introduction:
    """Pat introduced Sam to Citizens Advice, by letter only."""
    with seen_by(peer.id, "peer_worker"):
        return keep_introduction(
            opened=opened_by(peer, sam), introduced=Introduced("Pat Doyle", "Citizens Advice", "letter")
        )


def test_an_introduction_says_from_whom_to_whom_how_and_who_asked(
    sam: Person, peering: Client, own: Client
) -> None:
    """PS-14."""
    assert (
        peering.post(at("introduction_add", sam), form(asked_by="person", peer_present="yes")).status_code
        == 303
    )
    row = Introduction.objects.get()
    assert (row.how, row.asked_by, row.peer_present, row.taken_up) == ("in_person", "person", True, "unknown")
    text = seen(own, at("introductions", sam)).text
    for words in ("Pat Doyle to Citizens Advice", "in person", "a peer worker was there", "Nobody knows yet"):
        assert words in text


@pytest.mark.parametrize("how", ["in_person", "phone", "letter"])
def test_by_letter_only_is_a_value_of_its_own(sam: Person, peering: Client, how: str) -> None:
    """PS-14: so that the ways can be compared."""
    peering.post(at("introduction_add", sam), form(how=how))
    assert Introduction.objects.get().how == how


@pytest.mark.parametrize(
    "more",
    [
        {"to_words": " "},
        {"how": "carried"},
        {"taken_up": "maybe"},
        {"taken_up": "no", **day_of(today(), "taken_up_on")},
        {"taken_up": "yes", **day_of(today(3), "taken_up_on")},
        day_of(today(-1), "on"),
    ],
)
def test_what_does_not_fit_comes_back_filled(sam: Person, peering: Client, more: dict[str, str]) -> None:
    """bad input."""
    answer = peering.post(at("introduction_add", sam), form(**more))
    assert answer.status_code == 422
    assert Page(answer).value("from_words") == "Pat Doyle"
    assert not Introduction.objects.exists()


def test_whether_it_was_taken_up_is_said_later_and_two_at_once_lose_nothing(
    sam: Person, made: Introduction, staff: Client, own: Client
) -> None:
    """PS-14; house rule 7."""
    later = {**MADE, "how": "letter", "version": "1", "taken_up": "yes", **day_of(made.on, "on")}
    assert staff.post(at("introduction_change", sam, made.id), later).status_code == 303
    assert "Taken up." in seen(own, at("introductions", sam)).text
    assert staff.post(at("introduction_change", sam, made.id), later | {"taken_up": "no"}).status_code == 409
    assert staff.post(at("introduction_change", sam, made.id), later | {"version": "2"}).status_code == 422


def test_only_the_person_says_how_it_was(
    sam: Person, made: Introduction, own: Client, staff: Client, peer: Account
) -> None:
    """PS-14: the person's own rating."""
    assert staff.get(at("introduction_rate", sam, made.id)).status_code == 404
    with pytest.raises(NotFound):
        rate_introduction(opened=opened_by(peer, sam), introduction_id=made.id, version=1, rating=3, words="")
    assert (
        own.post(
            at("introduction_rate", sam, made.id), {"version": "1", "rating": "0", "rating_words": "A form."}
        ).status_code
        == 303
    )
    made.refresh_from_db()
    assert (made.rating, made.rating_words) == (0, "A form.")
    assert "0 of 10" in seen(own, at("introductions", sam)).text


def test_it_is_seen_as_the_person_set_and_can_be_taken_out_of_view(
    sam: Person, made: Introduction, own: Client, staff: Client, peering: Client
) -> None:
    """house rules 2 and 7."""
    own.post(at("introduction_sight", sam, made.id), {"version": "1", "visibility": "me"})
    assert "Citizens Advice" not in seen(staff, at("introductions", sam)).text
    assert "Citizens Advice" not in seen(peering, at("introductions", sam)).text
    own.post(at("introduction_remove", sam, made.id), {"version": "2", "reason": "old"})
    assert "Citizens Advice" not in seen(own, at("introductions", sam)).text
    own.post(at("introduction_restore", sam, made.id), {"version": "3"})
    assert "Citizens Advice" in seen(own, at("introductions", sam)).text


def test_sent_twice_it_is_kept_once(sam: Person, peering: Client) -> None:
    """platform: a double submit saves once."""
    one = form()
    peering.post(at("introduction_add", sam), one)
    peering.post(at("introduction_add", sam), one)
    assert Introduction.objects.count() == 1
