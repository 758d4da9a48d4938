"""Planning to look again: for years, through pauses and endings, and never with a word of blame."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.ledger.models import Act
from ownwords.measures.actions import schedules
from ownwords.measures.actions.schedules import About, Reminding, Rhythm
from ownwords.measures.models import Schedule
from ownwords.measures.queries.schedules import planned
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from tests import factories as make
from tests.around_sam import opened_by
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _noon() -> object:
    with time_machine.travel(datetime(2026, 11, 23, 12, tzinfo=timezone.get_default_timezone()), tick=False):
        yield


def plan(sam: Person, every: str = "week", *, first: date = TODAY, **columns: Any) -> Schedule:
    """Let Sam plan to look at a line again."""
    about = columns.pop("about", None) or About(make.line(sam).id)
    return schedules.make_schedule(
        opened=opened_by(sam.account, sam),
        about=about,
        rhythm=Rhythm(first, every),
        **columns,
    )


def test_a_plan_years_ahead_has_its_day(sam: Person) -> None:
    """RS-15: 24 months ahead; the page says the day, and on that day that it is time."""
    plan(sam, "once", first=date(2028, 11, 23))
    opened = opened_by(sam.account, sam)
    assert planned(opened)[0].next_on == date(2028, 11, 23)
    with time_machine.travel(datetime(2028, 11, 23, 12, tzinfo=timezone.get_default_timezone())):
        assert planned(opened)[0].now


def test_a_plan_survives_the_ending_of_support(sam: Person) -> None:
    """RS-14: it crosses an ending without a break."""
    plan(sam)
    sam.placements.update(ends_on=TODAY, ended_by="agreed")
    opened = opened_by(sam.account, sam)
    assert [one.now for one in planned(opened)] == [True]
    make.rating(Schedule.objects.get().line, 4)  # type: ignore[arg-type]
    assert [(one.now, one.next_on) for one in planned(opened)] == [(False, TODAY + timedelta(days=7))]


def test_a_pause_stops_prompts_and_keeps_everything(sam: Person) -> None:
    """RS-15: until a day, or until I say; afterwards the old rhythm."""
    row = plan(sam, first=TODAY)
    opened = opened_by(sam.account, sam)
    until = TODAY + timedelta(days=10)
    row = schedules.pause_schedule(opened=opened, schedule_id=row.id, version=1, until=until)
    (one,) = planned(opened)
    assert (one.paused, one.now, one.next_on) == (True, False, TODAY + timedelta(days=14))
    with time_machine.travel(datetime(2026, 11, 25, 12, tzinfo=timezone.get_default_timezone())):
        row = schedules.resume_schedule(opened=opened, schedule_id=row.id, version=row.version)
        (one,) = planned(opened)
    assert (one.paused, one.now, one.next_on) == (False, False, TODAY + timedelta(days=7))
    row = schedules.pause_schedule(opened=opened, schedule_id=row.id, version=row.version, until=None)
    assert planned(opened)[0].next_on is None
    assert Act.objects.filter(verb="schedule_changed").count() == 3


def test_an_ended_plan_is_gone_and_what_was_answered_stays(sam: Person) -> None:
    """RS-15: asked for by the person, ended by the person."""
    row = plan(sam)
    rating = make.rating(row.line, 3)  # type: ignore[arg-type]
    opened = opened_by(sam.account, sam)
    schedules.end_schedule(opened=opened, schedule_id=row.id, version=1)
    assert planned(opened) == []
    assert rating.line.ratings.count() == 1
    with pytest.raises(NotFound):
        schedules.end_schedule(opened=opened, schedule_id=row.id, version=2)


@pytest.mark.parametrize(
    ("rhythm", "field"),
    [
        (Rhythm(TODAY - timedelta(days=1), "week"), "first_on"),
        (Rhythm(date(2090, 1, 1), "week"), "first_on"),
        (Rhythm(TODAY, "daily"), "every"),
        (Rhythm(TODAY, "week", TODAY - timedelta(days=1)), "until"),
    ],
)
def test_days_that_make_no_sense_are_refused_in_words(sam: Person, rhythm: Rhythm, field: str) -> None:
    """Bad input: past days, days too far away, a last day before the first."""
    with pytest.raises(Refused) as no:
        schedules.make_schedule(opened=opened_by(sam.account, sam), about=About(), rhythm=rhythm)
    assert list(no.value.messages) == [field]


def test_staff_propose_and_only_the_person_says_yes_to_reminders(sam: Person, worker: Account) -> None:
    """RS-15, refocus R17: opt-in. Without the person's yes nothing is sent; the yes is theirs to give and take."""
    Person.objects.filter(pk=sam.pk).update(email="sam@example.org")
    line, by = make.line(sam), opened_by(worker, sam)
    asked = {
        "opened": by,
        "about": About(line.id),
        "rhythm": Rhythm(TODAY, "month"),
        "asked_by_person": False,
    }
    with pytest.raises(Refused) as no:
        schedules.make_schedule(**asked, reminding=Reminding("email"))  # type: ignore[arg-type]
    assert list(no.value.messages) == ["agreed"]
    row = schedules.make_schedule(**asked)  # type: ignore[arg-type]
    assert (row.asked_by_person, row.agreed_at) == (False, None)
    own = opened_by(sam.account, Person.objects.get(pk=sam.pk))
    row = schedules.change_schedule(
        opened=own, schedule_id=row.id, version=1, rhythm=Rhythm(TODAY, "month"), reminding=Reminding("email")
    )
    assert row.agreed_at is not None
    row = schedules.change_schedule(
        opened=own, schedule_id=row.id, version=2, rhythm=Rhythm(TODAY, "month"), reminding=Reminding()
    )
    assert (row.remind_by, row.agreed_at) == ("", None)


@pytest.mark.parametrize(
    ("columns", "by"),
    [({}, "email"), ({}, "text"), ({"phone": "ring my sister"}, "text"), ({"phone": "12 34"}, "text")],
)
def test_without_an_address_the_page_says_so(sam: Person, columns: dict[str, str], by: str) -> None:
    """refocus R17: a contact that is not there cannot be written to."""
    Person.objects.filter(pk=sam.pk).update(**columns)
    own = opened_by(sam.account, Person.objects.get(pk=sam.pk))
    with pytest.raises(Refused) as no:
        schedules.make_schedule(
            opened=own, about=About(), rhythm=Rhythm(TODAY, "week"), reminding=Reminding(by)
        )
    assert list(no.value.messages) == ["remind_by"]


def test_without_an_account_only_a_single_line_can_be_reminded_of(worker: Account) -> None:
    """A reminder must lead somewhere: a link for one line, or one's own account."""
    team = worker.memberships.get().team
    jo = make.person(team, "Jo", signs_in=False, email="jo@example.org")
    with pytest.raises(Refused) as no:
        schedules.make_schedule(
            opened=opened_by(worker, jo), about=About(), rhythm=Rhythm(TODAY, "week"),
            reminding=Reminding("email", agreed=True),
        )  # fmt: skip
    assert list(no.value.messages) == ["remind_by"]


def test_plans_of_hidden_lines_are_hidden(sam: Person, worker: Account) -> None:
    """House rule 2: the worker sees those of lines that they see."""
    plan(sam, about=About(make.line(sam, "Only mine", visibility="me").id))
    plan(sam, about=About(make.line(sam, "Shared").id))
    plan(sam, about=About())
    assert [one.words for one in planned(opened_by(worker, sam))] == ["Shared", ""]
    assert len(planned(opened_by(sam.account, sam))) == 3
    ruth = make.account("Ruth")
    make.beside(sam, ruth, "supporter")
    assert planned(opened_by(ruth, sam, "supporter")) == []


def test_a_form_sent_twice_makes_one_plan_and_a_stale_one_none(sam: Person) -> None:
    """Bad input: a second press, and two people at once."""
    key = uuid4()
    about = About(make.line(sam).id)
    assert plan(sam, about=about, submission=key).id == plan(sam, about=about, submission=key).id
    row = Schedule.objects.get()
    opened = opened_by(sam.account, sam)
    schedules.pause_schedule(opened=opened, schedule_id=row.id, version=1, until=None)
    with pytest.raises(StaleEdit):
        schedules.end_schedule(opened=opened, schedule_id=row.id, version=1)


def test_the_pages_plan_change_pause_go_on_and_end(sam: Person, own: Client) -> None:
    """RS-15: the whole way through the pages, without a script."""
    line = make.line(sam, "Getting out")
    add = reverse("measures:schedule_add", args=[sam.id])
    page = own.get(f"{add}?about=line:{line.id}").content.decode()
    assert "Getting out" in page
    first = {"first_on_day": "23", "first_on_month": "11", "first_on_year": "2026"}
    typed = {"about": f"line:{line.id}", "every": "month", "submission": str(uuid4()), **first}
    refused = own.post(add, typed | {"remind_by": "email"})
    assert refused.status_code == 422
    assert "No e-mail address is kept for you" in refused.content.decode()
    assert own.post(add, typed).status_code == 303
    row = Schedule.objects.get()
    listed = reverse("measures:schedules", args=[sam.id])
    assert "A good time to look again" in own.get(listed).content.decode()

    def at(name: str) -> str:
        return reverse(f"measures:schedule_{name}", args=[sam.id, row.id])

    changed = own.post(at("change"), typed | {"every": "year", "version": "1"})
    assert changed.status_code == 303
    stale = own.post(at("change"), typed | {"version": "1"})
    assert stale.status_code == 409
    assert own.get(at("pause")).status_code == 200
    own.post(at("pause"), {"version": "2"})
    assert "Paused until you say so." in own.get(listed).content.decode()
    own.post(at("resume"), {"version": "3"})
    assert "End this plan?" in own.get(at("end")).content.decode()
    own.post(at("end"), {"version": "1"})
    assert "Somebody changed this" in own.get(listed).content.decode()
    own.post(at("end"), {"version": "4"})
    assert "Nothing is planned." in own.get(listed).content.decode()


def test_the_worker_proposes_on_the_same_page(sam: Person, staff: Client) -> None:
    """RS-15: asked for by the person, or proposed by staff; the page says which."""
    add = reverse("measures:schedule_add", args=[sam.id])
    assert "Does Sam want to be reminded?" in staff.get(add).content.decode()
    first = {"first_on_day": "23", "first_on_month": "11", "first_on_year": "2028"}
    typed = {"about": "all", "every": "once", "asked": "staff", **first}
    assert staff.post(add, typed).status_code == 303
    page = staff.get(reverse("measures:schedules", args=[sam.id])).content.decode()
    assert "Proposed by the team." in page
    assert "23 November 2028" in page


def test_the_list_never_blames(sam: Person) -> None:
    """DESIGN 4: no "overdue", no counting of what was left out."""
    plan(sam)
    with time_machine.travel(datetime(2027, 3, 1, 12, tzinfo=timezone.get_default_timezone())):
        own = client_for((sam.account, "person"))
        page = own.get(reverse("measures:schedules", args=[sam.id])).content.decode()
    assert "overdue" not in page.lower()
    assert "missed" not in page.lower()
    assert "A good time to look again" in page


def test_the_list_costs_the_same_for_one_plan_and_for_ten(
    sam: Person, django_assert_max_num_queries: object
) -> None:
    """Query budget: no query a plan."""
    for number in range(10):
        plan(sam, about=About(make.line(sam, f"Line {number}").id))
    opened = opened_by(sam.account, sam)
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        assert len(planned(opened)) == 10
