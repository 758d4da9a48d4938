"""Helpers, views, answers and erasing at the same moment; what one keeps is in no other's way."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.connections.models import MapHelper, MapItem, TieView
from ownwords.ledger.ids import Ref
from ownwords.people.actions.erasure import ask_erasure
from ownwords.people.models import Account, Person
from tests.around_sam import opened_by
from tests.at_once import at_once, posting
from tests.connections.map_parts import asked, at, put
from tests.connections.tied import a_tie, a_view
from tests.record.test_erasure import SECRET, places_of

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


def unfailing(answers: list[object]) -> bool:
    """Whether everybody got a page or was sent on, and nobody met a fault."""
    return all(isinstance(status, int) and status < 500 for status in answers)


def test_asking_the_same_helper_twice_at_once_asks_once(sam: Person, worker: Account, own: Client) -> None:
    """connecting R1."""
    for _number in range(ROUNDS):
        form = {"account": str(worker.id), "words": "Please."}
        answers = at_once(*[posting(own, at("map_helpers", sam), form)] * 3)
        assert unfailing(answers), answers
        assert MapHelper.objects.filter(ends_on__isnull=True).count() == 1
        MapHelper.objects.filter(ends_on__isnull=True).delete()


def test_ending_that_somebody_draws_twice_at_once_ends_it(
    sam: Person, worker: Account, own: Client, staff: Client
) -> None:
    """Both meant the same, so both are done."""
    for _round in range(ROUNDS):
        helper = asked(sam, worker)
        answers = at_once(
            *[posting(one, at("map_helper_end", sam, helper.id), {}) for one in (own, staff, own)]
        )
        assert unfailing(answers), answers
        helper.refresh_from_db()
        assert helper.ends_on is not None


def test_a_helper_who_would_change_what_the_person_said_of_a_tie_is_told(
    sam: Person, worker: Account, staff: Client
) -> None:
    """connecting R9: nobody's view is overwritten; and nobody meets a fault."""
    asked(sam, worker)
    tie = a_tie(sam)
    a_view(tie, "person", sam.account, part="none")
    answer = staff.post(at("tie_said", sam, tie.id), {"version": "1", "part": "alongside"})
    assert answer.status_code in (404, 409, 422)
    assert TieView.objects.get().part == "none"


def test_an_item_that_is_erased_while_it_is_told_differently_or_shared_keeps_no_words(
    sam: Person, lead: Account, own: Client, leading: Client
) -> None:
    """Erasing while sharing: whichever comes first, the words are gone at the end."""
    for number in range(ROUNDS):
        item = put(sam, f"{SECRET} {number}", note=SECRET)
        request = ask_erasure(opened=opened_by(sam.account, sam), thing=Ref("mapitem", item.id), reason="x")
        other = (
            posting(own, at("item_sight", sam, item.id), {"version": "1", "visibility": "me"})
            if number % 2
            else posting(own, at("item_change", sam, item.id), {"version": "1", "words": f"{SECRET} other"})
        )
        answers = at_once(
            posting(leading, reverse("erasure_decide", args=[sam.id, request.id]), {"answer": "agree"}), other
        )
        assert unfailing(answers), answers
        assert MapItem.objects.get(pk=item.id).erased_at is not None
        assert places_of(SECRET) == []
