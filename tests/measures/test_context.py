"""What went on around the numbers: in the person's words, with days, never with a score."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.measures.models import ContextEvent
from ownwords.people.models import Person
from tests.measures.pages import Page, at, day_of, key, seen

pytestmark = pytest.mark.django_db
MOVED = {
    "words": "Moved to Elm Road", "kind": "housing", "help": "helped", "inside_therapy": "outside",
    "visibility": "team",
}  # fmt: skip


def test_something_that_happened_is_kept_with_its_kind_its_days_and_whether_it_helped(
    sam: Person, own: Client, staff: Client
) -> None:
    """RS-16: housing, benefits, work, loss, therapy; inside or outside therapy."""
    own.post(at("event_add", sam), MOVED | {"submission": key()})
    event = ContextEvent.objects.get()
    assert (event.kind, event.help, event.inside_therapy) == ("housing", "helped", False)
    assert event.starts_on == timezone.localdate()
    text = seen(staff, at("events", sam)).text
    assert "Moved to Elm Road" in text
    assert "Outside therapy" in text


def test_it_has_no_number(sam: Person, own: Client) -> None:
    """RS-16: unscored: the table has no column that could hold one."""
    numbers = {"DecimalField", "FloatField", "IntegerField", "SmallIntegerField", "PositiveSmallIntegerField"}
    assert not [f.name for f in ContextEvent._meta.concrete_fields if f.get_internal_type() in numbers]
    assert "10" not in seen(own, at("event_add", sam)).values("help")


def test_sent_twice_it_is_kept_once(sam: Person, own: Client) -> None:
    """platform: a double submit saves once."""
    form = MOVED | {"submission": key()}
    own.post(at("event_add", sam), form)
    own.post(at("event_add", sam), form)
    assert ContextEvent.objects.count() == 1


def test_an_end_before_the_beginning_is_refused_and_comes_back_filled(sam: Person, own: Client) -> None:
    """bad input."""
    today = timezone.localdate()
    days = day_of(today, "starts_on") | day_of(today - timedelta(days=2), "ends_on")
    answer = own.post(at("event_add", sam), MOVED | days | {"submission": key()})
    assert answer.status_code == 422
    assert "before the first one" in Page(answer).text
    assert Page(answer).value("words") == "Moved to Elm Road"


def _event(sam: Person, **columns: str) -> ContextEvent:
    return ContextEvent.objects.create(
        person=sam, starts_on=timezone.localdate(), written_by=sam.account, changed_by_id=sam.account_id,
        **{"visibility": "team", "kind": "work", "words": "Began at the bakery", **columns},
    )  # fmt: skip


def test_it_can_be_said_differently_by_whose_it_is_and_two_at_once_lose_nothing(
    sam: Person, own: Client, staff: Client
) -> None:
    """house rule 7; RS-24."""
    event = _event(sam)
    assert staff.get(at("event_change", sam, event.id)).status_code == 404
    form = MOVED | {"version": "1", "words": "Began at the bakery, mornings", "kind": "work"}
    own.post(at("event_change", sam, event.id), form | day_of(event.starts_on, "starts_on"))
    event.refresh_from_db()
    assert (event.words, event.version) == ("Began at the bakery, mornings", 2)
    answer = own.post(at("event_change", sam, event.id), form | {"words": "Mine"})
    assert answer.status_code == 409
    assert "Began at the bakery, mornings" in Page(answer).text
    assert "Mine" in answer.content.decode()


def test_who_sees_it_is_the_persons_to_decide(sam: Person, own: Client, staff: Client) -> None:
    """house rule 2."""
    event = _event(sam)
    own.post(at("event_sight", sam, event.id), {"version": "1", "visibility": "me"})
    assert "Began at the bakery" not in seen(staff, at("events", sam)).text
    assert "only you" in seen(own, at("events", sam)).text


def test_out_of_view_and_back(sam: Person, own: Client) -> None:
    """RS-24."""
    event = _event(sam)
    own.post(at("event_remove", sam, event.id), {"version": "1", "reason": "Too much"})
    assert "Began at the bakery" not in seen(own, at("events", sam)).text
    assert "Too much" in seen(own, at("removed", sam)).text
    own.post(at("event_restore", sam, event.id), {"version": "2"})
    assert "Began at the bakery" in seen(own, at("events", sam)).text
