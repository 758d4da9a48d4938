"""A form sent again with something else in it: what was typed the second time is never lost without a word."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.peers.method.fidelity import packaged
from ownwords.peers.models import OwnKind
from ownwords.people.models import Account, Person
from tests.measures.pages import key
from tests.peers.at_the_door import at, kept, rule_of, told_of, turned

pytestmark = pytest.mark.django_db
SAFETY = {"what": "The address", "to_whom": "The team", "why": "A fire", "told_first": "yes"}
INTRODUCED = {
    "from_words": "Pat", "to_words": "The allotment", "how": "in_person", "taken_up": "yes", "visibility": "team",
    "peer_present": "yes",
}  # fmt: skip


def again(client: Client, address: str, form: dict[str, Any], **other: Any) -> None:
    """Send a form, then the same form with something else in it: it is told, and comes back as it was typed."""
    form = {**form, "submission": key()}
    first = client.post(address, form)
    assert first.status_code == 303
    assert client.post(address, form).status_code == 303
    second = client.post(address, {**form, **other})
    assert second.status_code in (409, 422), "what was typed the second time is lost"


@pytest.mark.parametrize("field", ["to_whom", "why", "what"])
def test_what_is_passed_on_for_safety_sent_again_differently_is_told(
    sam: Person, peer: Account, peering: Client, field: str
) -> None:
    """House rule 7; PS-05."""
    again(peering, at("safety_share_add", sam), SAFETY, **{field: "Something else"})


def test_a_turn_of_the_door_sent_again_with_other_words_is_told(sam: Person, own: Client) -> None:
    """House rule 7; PS-10."""
    again(own, at("door_turn", sam, "pause"), {"version": "0", "words": "A rest"}, words="A long rest")


def test_a_return_sent_again_by_another_way_is_told(sam: Person, staff: Client) -> None:
    """House rule 7; PS-09."""
    turned(sam, "moved_on")
    form = {"version": "1", "route": "called_peer", "words": ""}
    again(staff, at("returned", sam), form, route="walked_in")


@pytest.mark.parametrize("other", [{"from_words": "Ann"}, {"taken_up": "no"}])
def test_an_introduction_sent_again_differently_is_told(
    sam: Person, peer: Account, peering: Client, other: dict[str, str]
) -> None:
    """House rule 7; PS-02."""
    again(peering, at("introduction_add", sam), INTRODUCED, **other)


def test_a_contact_sent_again_differently_is_told(sam: Person, peer: Account, peering: Client) -> None:
    """House rule 7; PS-04."""
    told_of(sam, rule_of(sam))
    again(peering, at("contact_add", sam), kept(with_account=str(peer.id)), outcome="met")


def test_how_peer_support_is_sent_again_differently_is_told(sam: Person, own: Client) -> None:
    """House rule 7; PS-15."""
    words = f"{packaged().domains[0].key}_words"
    again(own, at("rate_support", sam), {words: "Warm"}, **{words: "Warm, and late"})


def test_a_note_of_ones_own_sent_again_as_another_kind_is_told(peer: Account, peering: Client) -> None:
    """House rule 7; PS-08."""
    kinds = list(OwnKind.values)
    form = {"words": "Mine", "kind": kinds[0]}
    again(peering, reverse("own_note_add"), form, kind=kinds[1])
