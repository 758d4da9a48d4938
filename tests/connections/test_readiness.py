"""How ready somebody feels to meet people: said on a day, may be skipped, no verdict."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.connections.actions.readiness import HowReady, say_ready
from ownwords.connections.models import Readiness
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from tests.around_sam import opened_by
from tests.connections.tied import asked, at, told
from tests.measures.pages import Page, day_of, key, seen

pytestmark = pytest.mark.django_db


def _send(client: Client, sam: Person, **form: object) -> int:
    address = at("ready_add", sam)
    return client.post(address, {"visibility": "team", "submission": key(), **form}).status_code


def test_it_is_shown_as_what_was_said_on_which_day_and_nothing_else(sam: Person, own: Client) -> None:
    """connecting R10: dated, no chart needed, no verdict."""
    day = timezone.localdate() - timedelta(days=5)
    assert _send(own, sam, answer="0", words="Not this week", **day_of(day, "said_on")) == 303
    assert _send(own, sam, answer="rather-not") == 303
    assert _send(own, sam, words="Maybe with Ann") == 303
    assert sorted(Readiness.objects.values_list("value", flat=True), key=str) == [0, None, None]
    page = seen(own, at("readiness", sam))
    assert "0 of 10" in page.text
    assert "would rather not say" in page.text
    assert "Maybe with Ann" in page.text
    assert not [word for word in ("average", "better", "worse", "low", "high") if f" {word} " in page.text]


@pytest.mark.parametrize(
    ("form", "said"),
    [({}, "nothing has to be said"), ({"answer": "11"}, "in the list"), ({"answer": "-1"}, "in the list")],
)
def test_an_empty_form_and_a_number_off_the_scale_are_refused(
    sam: Person, own: Client, form: dict[str, str], said: str
) -> None:
    """connecting R10: 0 to 10, may be skipped."""
    answer = own.post(at("ready_add", sam), {"visibility": "team", "submission": key(), **form})
    assert answer.status_code == 422
    assert said in Page(answer).text
    assert not Readiness.objects.exists()


def test_tomorrow_is_refused_and_sent_twice_is_kept_once(sam: Person, own: Client) -> None:
    """bad input; platform: a double submit saves once."""
    tomorrow = day_of(timezone.localdate() + timedelta(days=1), "said_on")
    assert _send(own, sam, answer="4", **tomorrow) == 422
    again = key()
    assert [_send(own, sam, answer="4", submission=again) for _time in range(2)] == [303, 303]
    assert Readiness.objects.count() == 1


def test_staff_say_it_for_nobody_who_has_not_asked_them(sam: Person, worker: Account, staff: Client) -> None:
    """connecting R10: the person's; somebody asked writes it down, and the page says so."""
    assert staff.post(at("ready_add", sam), {"answer": "4"}).status_code == 404
    with pytest.raises(NotFound):
        say_ready(opened=opened_by(worker, sam), how=HowReady(value=4))
    assert "Keep" not in seen(staff, at("readiness", sam)).text
    asked(sam, worker)
    assert _send(staff, sam, answer="4") == 303
    assert f"Sam, written down by {worker.name}" in seen(staff, at("readiness", sam)).text


def test_who_sees_it_is_the_persons_to_decide_and_it_can_be_taken_back_and_put_back(
    sam: Person, worker: Account, own: Client, staff: Client
) -> None:
    """house rules 2 and 7."""
    _send(own, sam, answer="7")
    said = Readiness.objects.get()
    own.post(at("ready_sight", sam, said.id), {"version": "1", "visibility": "me"})
    assert "7 of 10" not in seen(staff, at("readiness", sam)).text
    assert told(worker, "worker", "SELECT 1 FROM connections_readiness") == 0
    own.post(at("ready_remove", sam, said.id), {"version": "2", "reason": "Not so"})
    assert "7 of 10" not in seen(own, at("readiness", sam)).text
    assert "Not so" in seen(own, at("ties_removed", sam)).text
    own.post(at("ready_restore", sam, said.id), {"version": "3"})
    assert "7 of 10" in seen(own, at("readiness", sam)).text
