"""Reminders: asked for, one a day at most, by day, without a word of the record, stopped with one press."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.ledger.models import Act, Outgoing
from ownwords.ledger.outbox import send_waiting
from ownwords.ledger.sending import Message, NotSent
from ownwords.measures.actions.reminders import (
    decide_reminders,
    drop_unwanted,
    stop_reminders,
    stop_token,
    whose_token,
)
from ownwords.measures.actions.schedules import (
    About,
    Reminding,
    Rhythm,
    change_schedule,
    end_schedule,
    make_schedule,
    pause_schedule,
)
from ownwords.measures.models import Line, Rating, RatingLink, Schedule
from ownwords.measures.queries.links import door
from ownwords.people.models import Person
from tests import factories as make
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _no_counts() -> None:
    cache.clear()


@pytest.fixture
def sam() -> Person:
    """A person who can be written to both ways."""
    return make.person(called="Sam", email="sam@example.org", phone="07700 900123")


def at(day: date, hour: int = 12) -> Any:
    """Travel to an hour of a day, by the service's clock."""
    moment = datetime.combine(day, time(hour), tzinfo=timezone.get_default_timezone())
    return time_machine.travel(moment, tick=False)


def decided_on(day: date, hour: int = 12) -> int:
    with at(day, hour):
        return decide_reminders()


def plan(
    of: Person, every: str = "week", *, by: str = "email", first: date = MONDAY, **more: Any
) -> Schedule:
    """Let somebody plan on the Monday, before breakfast, and ask to be reminded."""
    about = more.pop("about", None) or About(make.line(of, "A secret wish").id)
    with at(MONDAY, 7):
        who = opened_by(of.account, of)
        rhythm = Rhythm(first, every, more.pop("until", None))
        return make_schedule(opened=who, about=about, rhythm=rhythm, reminding=Reminding(by), **more)


def test_a_reminder_asked_for_two_years_ahead_comes(sam: Person) -> None:
    """RS-15: schedule at 24 months fires, once."""
    plan(sam, "once", first=date(2028, 11, 23))
    assert decided_on(date(2028, 11, 22)) == 0
    assert [decided_on(date(2028, 11, 23), hour) for hour in (8, 9, 12, 18)] == [0, 1, 0, 0]
    assert decided_on(date(2028, 11, 24)) == 0
    assert Act.objects.filter(verb="reminded", about_id=sam.id).count() == 1


def test_the_message_holds_nothing_of_the_record(sam: Person) -> None:
    """refocus R17: just that they asked, a link, and how to stop; no name, no words, no kind of service."""
    plan(sam)
    decided_on(MONDAY)
    message = Outgoing.objects.get()
    assert (message.channel, message.address) == ("email", "sam@example.org")
    assert "asked to be reminded" in message.body
    for hidden in ("Sam", "secret", "wish", "mental", "health", "recovery", "team"):
        assert hidden not in message.subject + message.body
    assert len(re.findall(r"http\S+/rate/\S{43}/", message.body)) == 1
    assert len(re.findall(r"http\S+/reminders/stop/\S+/", message.body)) == 1


def test_a_text_message_is_short_and_goes_to_the_number(sam: Person) -> None:
    """refocus R17: at least two channels."""
    plan(sam, by="text")
    decided_on(MONDAY)
    message = Outgoing.objects.get()
    assert (message.channel, message.address, message.subject) == ("text", "07700900123", "")
    assert "To stop:" in message.body


def test_however_much_is_due_it_is_one_message_a_day(sam: Person) -> None:
    """Never nagging: merged, and then no link for a single line."""
    for _number in range(3):
        plan(sam)
    plan(sam, by="text", about=About())
    assert [decided_on(MONDAY), decided_on(MONDAY, 15)] == [1, 0]
    assert "/rate/" not in Outgoing.objects.get().body
    assert set(Schedule.objects.values_list("reminded_for", flat=True)) == {MONDAY}
    assert [decided_on(MONDAY + timedelta(days=n)) for n in range(1, 8)] == [0, 0, 0, 0, 0, 0, 1]


@pytest.mark.parametrize(("hour", "count"), [(0, 0), (8, 0), (9, 1), (18, 1), (19, 0), (23, 0)])
def test_it_is_quiet_from_evening_to_morning(sam: Person, hour: int, count: int) -> None:
    """Sent between nine and seven; what could not be sent by then is not sent at night."""
    plan(sam)
    assert decided_on(MONDAY, hour) == count
    if count:
        assert timezone.localtime(Outgoing.objects.get().not_after).hour == 19


def test_nobody_is_reminded_who_answered_since(sam: Person) -> None:
    """No reminder when something was rated since the due day."""
    row = plan(sam)
    with at(MONDAY):
        make.rating(row.line, 5, MONDAY)  # type: ignore[arg-type]
    assert [decided_on(MONDAY), decided_on(MONDAY + timedelta(days=7))] == [0, 1]


def test_nobody_is_reminded_without_their_yes(sam: Person) -> None:
    """Opt-in: the database itself refuses a reminder without one."""
    row = plan(sam, by="")
    assert decided_on(MONDAY) == 0
    with pytest.raises(DatabaseError), transaction.atomic():
        Schedule.objects.filter(pk=row.pk).update(remind_by="email")


@pytest.mark.parametrize(
    "columns",
    [
        {"closed_on": MONDAY, "closed_as": "resting"},
        {"removed_at": timezone.now(), "removed_by_id": "0" * 32, "removed_reason": "Let go"},
    ],
)
def test_a_closed_or_removed_line_is_left_alone(sam: Person, columns: dict[str, Any]) -> None:
    """None for removed or closed lines."""
    plan(sam)
    Line.objects.update(**columns)
    assert decided_on(MONDAY) == 0


def test_none_after_the_last_day_none_when_ended(sam: Person) -> None:
    """Not after `until`, and not once somebody ended it."""
    plan(sam, until=MONDAY)
    assert decided_on(MONDAY + timedelta(days=7)) == 0
    row = plan(sam)
    with at(MONDAY, 8):
        end_schedule(opened=opened_by(sam.account, sam), schedule_id=row.id, version=1)
    Schedule.objects.filter(until=MONDAY).update(reminded_for=MONDAY)
    assert decided_on(MONDAY) == 0


def test_none_in_a_pause_and_afterwards_not_several_at_once(sam: Person) -> None:
    """RS-15: a pause stops prompts; what fell into it is not made up for."""
    row = plan(sam)
    with at(MONDAY, 8):
        until = MONDAY + timedelta(days=16)
        pause_schedule(opened=opened_by(sam.account, sam), schedule_id=row.id, version=1, until=until)
    days = [MONDAY + timedelta(days=n) for n in range(22)]
    assert [n for n, day in enumerate(days) if decided_on(day)] == [21]


def test_a_service_that_was_away_reminds_late_by_three_days_at_most(sam: Person) -> None:
    """A reminder that comes a week late is of no use."""
    plan(sam, "month")
    assert decided_on(MONDAY + timedelta(days=4)) == 0
    assert decided_on(MONDAY + timedelta(days=3)) == 1


def test_yes_said_after_the_day_does_not_remind_of_that_day(sam: Person) -> None:
    """Saying yes is not itself answered with a message."""
    row = plan(sam, by="")
    with at(MONDAY + timedelta(days=1)):
        change_schedule(
            opened=opened_by(sam.account, sam), schedule_id=row.id, version=1,
            rhythm=Rhythm(MONDAY, "week"), reminding=Reminding("email"),
        )  # fmt: skip
        assert decide_reminders() == 0
    assert decided_on(MONDAY + timedelta(days=7)) == 1


def test_reminders_go_on_after_the_support_has_ended(sam: Person) -> None:
    """RS-14: for as long as the person wants."""
    plan(sam)
    sam.placements.update(ends_on=MONDAY, ended_by="person")
    assert decided_on(MONDAY + timedelta(days=7)) == 1


def test_somebody_without_an_account_gets_a_link_for_one_line_a_day() -> None:
    """A reminder must lead somewhere: each of two lines on a day of its own."""
    jo = make.person(called="Jo", signs_in=False, email="jo@example.org")
    worker = make.staff(jo.placements.get().team)
    with at(MONDAY, 7):
        for number in range(2):
            line = make.line(jo, f"Line {number}", by=worker)
            make_schedule(
                opened=opened_by(worker, jo), about=About(line.id), rhythm=Rhythm(MONDAY, "month"),
                reminding=Reminding("email", agreed=True),
            )  # fmt: skip
    assert [decided_on(MONDAY + timedelta(days=n)) for n in range(4)] == [1, 1, 0, 0]
    assert all("/rate/" in body for body in Outgoing.objects.values_list("body", flat=True))


def test_without_an_address_nothing_is_decided(sam: Person) -> None:
    """An address that was taken out after the yes."""
    plan(sam)
    Person.objects.update(email="")
    assert decided_on(MONDAY) == 0


class Broken:
    """A mail server that refuses."""

    def send(self, message: Message) -> None:
        raise NotSent("SMTP 550", for_good=True)


def test_a_reminder_that_never_left_is_decided_once_more(sam: Person) -> None:
    """A mail server that was away for a day: the next day, with a new link; the earlier one no longer works."""
    plan(sam, "year")
    with at(MONDAY):
        assert decide_reminders() == 1
        assert send_waiting({"email": Broken()}).given_up == 1
    assert [decided_on(MONDAY + timedelta(days=n)) for n in (1, 2, 3)] == [1, 0, 0]
    assert RatingLink.objects.filter(withdrawn_at__isnull=True).count() == 1
    assert RatingLink.objects.count() == 2


def test_the_link_of_a_reminder_rates_its_line(sam: Person, client: Client) -> None:
    """From the message to the answer, without signing in."""
    row = plan(sam)
    with at(MONDAY):
        decide_reminders()
        link = re.search(r"/rate/\S{43}/", Outgoing.objects.get().body)
        assert link
        assert client.post(link[0], {"value": "8"}).status_code == 303
        assert Rating.objects.get().line_id == row.line_id
    assert decided_on(MONDAY + timedelta(days=1)) == 0


def test_one_press_stops_all_reminders_and_keeps_the_plans(sam: Person, client: Client) -> None:
    """A link in each message that works without signing in; looking at the page stops nothing yet."""
    plan(sam)
    plan(sam, by="text", about=About())
    other = plan(make.person(called="Jo", email="jo@example.org"))
    decided_on(MONDAY)
    link = re.search(r"/reminders/stop/\S+/", Outgoing.objects.get(about_id=sam.id).body)
    assert link
    assert "Stop the reminders" in client.get(link[0]).content.decode()
    assert Schedule.objects.exclude(remind_by="").count() == 3
    for _time in range(2):
        answer = client.post(link[0])
        assert "no more reminders" in client.get(answer["Location"]).content.decode()
    assert list(Schedule.objects.exclude(remind_by="")) == [other]
    assert Schedule.objects.filter(person=sam, ended_at__isnull=True).count() == 2
    assert Act.objects.filter(about_id=sam.id, actor_id=None, reason="By the link in a reminder").count() == 2
    assert decided_on(MONDAY + timedelta(days=7)) == 1


@pytest.mark.parametrize("token", ["x", "x.y", "AAAAAAAAAAAAAAAAAAAAAA.forged", "ü.ü"])
def test_a_forged_stop_link_stops_nothing(sam: Person, client: Client, token: str) -> None:
    """Bad input: a signature that is not ours."""
    plan(sam)
    address = reverse("stop_reminders", args=[token])
    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]
    assert not stop_reminders(token=token)
    assert Schedule.objects.exclude(remind_by="").count() == 1
    assert whose_token(stop_token(sam.id)) == sam.id


def test_the_database_lets_a_stop_link_do_nothing_else(sam: Person) -> None:
    """The second lock: schedules of that person only, and only to take the reminder out."""
    plan(sam)
    other = plan(make.person(called="Jo", email="jo@example.org"))
    with door("stopping", str(sam.id)):
        assert other.id not in set(Schedule.objects.values_list("id", flat=True))
        assert not Person.objects.exists()
        assert not Line.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Schedule.objects.update(first_on=date(2030, 1, 1))


def test_a_no_counts_also_for_a_message_that_waits(sam: Person) -> None:
    """Opt-out: what a server did not take in the morning does not leave at noon when somebody said no in between."""
    jo = make.person(called="Jo", email="jo@example.org")
    plan(sam)
    plan(jo)
    assert decided_on(MONDAY, 9) == 2
    with at(MONDAY, 10):
        assert drop_unwanted() == 0
        assert stop_reminders(token=stop_token(sam.id))
        assert drop_unwanted() == 1
    kept = Outgoing.objects.get(about_id=sam.id)
    assert (kept.body, kept.last_fault, kept.sent_at) == ("", "no longer wanted", None)
    assert Outgoing.objects.get(about_id=jo.id).given_up_at is None
