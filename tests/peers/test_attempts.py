"""Contacts and attempts: a few taps, no text, nothing that nags, and nothing that moves a door."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import Error, transaction
from django.test import Client
from django.utils import timezone

from ownwords.peers.actions.attempts import follow_up, keep_attempt
from ownwords.peers.models import Attempt, DoorChange
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.pages import Page, day_of, seen
from tests.peers.at_the_door import at, attempt, kept, rule_of, today, told_of, tried

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(sam: Person) -> None:
    """Sam was told of the rule."""
    told_of(sam, rule_of(sam))


@pytest.mark.usefixtures("ready")
def test_a_contact_is_kept_with_a_day_a_means_an_outcome_and_no_text(
    sam: Person, peer: Account, peering: Client
) -> None:
    """PS-02: save with empty content succeeds."""
    answer = peering.post(at("contact_add", sam), kept())
    assert answer.status_code == 303
    row = Attempt.objects.get()
    assert (row.on, row.note, row.setting, row.present, row.with_account) == (today(), "", "", "", peer)
    assert (row.by_peer, row.door_status, row.visibility) == (True, "open", "team")


@pytest.mark.usefixtures("ready")
def test_the_screen_has_no_text_field_and_nothing_calls_a_contact_incomplete(
    sam: Person, peering: Client
) -> None:
    """PS-02: no screen nags for text; no "incomplete" state exists."""
    page = peering.get(at("contact_add", sam)).content.decode().split("<main")[1]
    assert "<textarea" not in page
    boxes = re.findall(r'<input[^>]*name="([^"]+)"[^>]*type="text"', page)
    assert set(boxes) <= {"on_day", "on_month", "on_year", "minutes"}
    for word in ("incomplete", "missing", "unfinished"):
        assert word not in page.lower()
        assert word not in peering.get(at("contacts", sam)).content.decode().lower()
    assert not [f.name for f in Attempt._meta.concrete_fields if "complete" in f.name or "draft" in f.name]


@pytest.mark.usefixtures("ready")
def test_a_contact_dated_tomorrow_is_refused_in_words(sam: Person, peering: Client) -> None:
    """bad input: a peer contact dated tomorrow."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = peering.post(at("contact_add", sam), kept(day_of(tomorrow, "on"), outcome="met"))
    assert answer.status_code == 422
    assert "This day has not come yet" in Page(answer).text
    assert Page(answer).chosen("outcome") == ["met"]
    assert not Attempt.objects.exists()


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(
    "form",
    [
        {"outcome": "no_answer", "kind": "social"},
        {"outcome": "no_answer", "minutes": "20"},
        {"outcome": "no_answer", "booked": "5"},
        {"outcome": "met", "booked": "3"},
        {"outcome": "met", "minutes": "0"},
        {"outcome": "met", "minutes": "long"},
        {"outcome": "failed"},
        {"means": "pigeon"},
        {"started_by": ""},
        {"setting": "somewhere I type"},
        {"present": "his mother"},
        {"with_account": "nobody"},
    ],
)
def test_answers_that_do_not_fit_come_back_filled_and_keep_nothing(
    sam: Person, peering: Client, form: dict[str, str]
) -> None:
    """PS-02, PS-12: closed answers only; bad input."""
    answer = peering.post(at("contact_add", sam), kept(form))
    assert answer.status_code == 422
    assert not Attempt.objects.exists()


@pytest.mark.usefixtures("ready")
def test_everything_that_can_be_said_is_kept_and_shown(sam: Person, peering: Client, own: Client) -> None:
    """PS-12."""
    form = {
        "outcome": "met",
        "means": "out",
        "kind": "social",
        "minutes": "45",
        "setting": "cafe",
        "booked": "6",
    }
    peering.post(at("contact_add", sam), kept(form, present=["family", "group"], started_by="person"))
    text = seen(own, at("contacts", sam)).text
    for words in (
        "Met, out and about",
        "45 minutes",
        "in a café",
        "family or a friend and a group",
        "social time",
    ):
        assert words in text
    assert "came late, and was seen" in text
    assert "started by the person" in text


@pytest.mark.usefixtures("ready")
def test_sent_twice_it_is_kept_once_and_the_same_form_for_something_else_is_refused(
    sam: Person, peering: Client
) -> None:
    """platform: a double submit saves once."""
    form = kept()
    peering.post(at("contact_add", sam), form)
    peering.post(at("contact_add", sam), form)
    assert Attempt.objects.count() == 1
    assert peering.post(at("contact_add", sam), form | {"outcome": "met"}).status_code == 422


@pytest.mark.usefixtures("ready")
def test_another_one_like_the_last_takes_one_press_and_copies_no_appointment(
    sam: Person, peer: Account, peering: Client
) -> None:
    """issue: "another one like the last"; pressed twice it is one."""
    attempt(sam, peer, outcome="met", booked="5", on=today(7), kind="social", minutes=30)
    assert "Another one like the last" in seen(peering, at("contacts", sam)).text
    form = {"submission": "0190a0a0-0000-7000-8000-000000000001"}
    for _press in range(2):
        assert peering.post(at("contact_again", sam), form).status_code == 303
    again = Attempt.objects.get(on=today())
    assert (again.outcome, again.kind, again.minutes, again.booked) == ("met", "social", 30, "")


def test_without_one_of_their_own_there_is_nothing_to_repeat(sam: Person, peering: Client) -> None:
    """bad input."""
    assert "Another one like the last" not in seen(peering, at("contacts", sam)).text
    peering.post(at("contact_again", sam), {})
    assert not Attempt.objects.exists()


def test_the_person_always_sees_it_and_the_team_as_the_person_set(
    sam: Person, peer: Account, own: Client, staff: Client, peering: Client
) -> None:
    """PS-01, house rule 2."""
    told_of(sam, rule_of(sam))
    Person.objects.filter(pk=sam.pk).update(default_visibility="me")
    opened = opened_by(peer, sam)
    with seen_by(peer.id, "peer_worker"):
        keep_attempt(opened=opened, tried=tried(peer))
    row = Attempt.objects.get()
    assert row.visibility == "named"
    assert "Spoke, by phone" in seen(own, at("contacts", sam)).text
    assert "Spoke, by phone" in seen(peering, at("contacts", sam)).text
    assert "Spoke, by phone" not in seen(staff, at("contacts", sam)).text
    assert staff.get(at("contact", sam, row.id)).status_code == 404
    own.post(at("contact_sight", sam, row.id), {"version": "1", "visibility": "team"})
    assert "Spoke, by phone" in seen(staff, at("contacts", sam)).text
    own.post(at("contact_sight", sam, row.id), {"version": "2", "visibility": "me"})
    assert "Spoke, by phone" not in seen(peering, at("contacts", sam)).text


def test_whoever_kept_it_can_change_it_and_its_history_stays(
    sam: Person, peer: Account, peering: Client, staff: Client
) -> None:
    """house rule 7."""
    row = attempt(sam, peer)
    form = {**kept(outcome="met"), "version": "1", "with_account": str(peer.id)}
    assert staff.post(at("contact_change", sam, row.id), form).status_code == 404
    assert peering.get(at("contact_change", sam, row.id)).status_code == 200
    assert peering.post(at("contact_change", sam, row.id), form).status_code == 303
    row.refresh_from_db()
    assert (row.outcome, row.version) == ("met", 2)
    history = apps.get_model("peers", "AttemptEvent").objects.filter(pgh_obj_id=row.id)
    assert [one.outcome for one in history.order_by("pgh_id")] == ["spoke", "met"]
    answer = peering.post(at("contact_change", sam, row.id), form | {"outcome": "spoke"})
    assert answer.status_code == 409


def test_it_can_be_taken_out_of_view_with_a_reason_and_put_back(
    sam: Person, peer: Account, peering: Client, own: Client, staff: Client
) -> None:
    """house rule 7: nothing is lost."""
    row = attempt(sam, peer)
    assert staff.post(at("contact_remove", sam, row.id), {"version": "1", "reason": "x"}).status_code == 404
    assert (
        peering.post(
            at("contact_remove", sam, row.id), {"version": "1", "reason": "wrong person"}
        ).status_code
        == 303
    )
    assert "Spoke, by phone" not in seen(own, at("contacts", sam)).text
    assert "wrong person" in seen(peering, at("out_of_view", sam)).text
    assert "wrong person" in seen(own, at("out_of_view", sam)).text
    assert "wrong person" not in seen(staff, at("out_of_view", sam)).text
    peering.post(at("contact_restore", sam, row.id), {"version": "2"})
    assert "Spoke, by phone" in seen(own, at("contacts", sam)).text


def test_a_worker_keeps_a_contact_with_somebody_without_an_account(worker: Account) -> None:
    """people without an account exist; the rule about peer workers' notes does not stop a worker."""
    of_team = worker.memberships.get().team
    jo = make.person(of_team, "Jo", signs_in=False)
    opened = opened_by(worker, jo)
    with seen_by(worker.id, "worker"):
        row = keep_attempt(opened=opened, tried=tried(worker, started_by="clinician"))
    assert row.by_peer is False


def test_a_worker_who_keeps_what_a_peer_worker_did_is_held_to_the_same_rule(
    sam: Person, peer: Account, worker: Account
) -> None:
    """PS-04."""
    rule_of(sam)
    with pytest.raises(Refused):
        keep_attempt(opened=opened_by(worker, sam), tried=tried(peer))
    assert keep_attempt(opened=opened_by(worker, sam), tried=tried(peer), told=True).by_peer


def test_a_supporter_keeps_nothing(sam: Person) -> None:
    """PS-01: default denies."""
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    with pytest.raises(NotFound):
        keep_attempt(opened=opened_by(sister, sam), tried=tried(sister))


def test_three_missed_appointments_leave_the_door_as_it_is_and_give_three_follow_ups(
    sam: Person, peer: Account, peering: Client, own: Client
) -> None:
    """PS-11: nothing closes, escalates or changes a door by itself."""
    told_of(sam, rule_of(sam))
    before = seen(own, at("door", sam)).text
    for days in (9, 6, 3):
        form = kept(day_of(today(days), "on"), outcome="no_answer", booked="3")
        assert peering.post(at("contact_add", sam), form).status_code == 303
    assert {row.door_status for row in Attempt.objects.all()} == {"open"}
    assert not DoorChange.objects.exists()
    assert seen(own, at("door", sam)).text == before
    home = seen(peering, "/walking-beside/")
    assert home.text.count("A friendly word by") == 3


def test_a_follow_up_that_is_done_leaves_the_list_and_is_done_once(
    sam: Person, peer: Account, peering: Client
) -> None:
    """PS-11."""
    row = attempt(sam, peer, outcome="no_answer", booked="3")
    assert "A friendly word by" in seen(peering, "/walking-beside/").text
    peering.post(at("followed_up", sam, row.id), {"version": "1"})
    assert "A friendly word by" not in seen(peering, "/walking-beside/").text
    with pytest.raises(Refused):
        follow_up(opened=opened_by(peer, sam), attempt_id=row.id, version=2)


def test_attempts_are_never_deleted(sam: Person, peer: Account) -> None:
    """house rule 7."""
    row = attempt(sam, peer)
    with pytest.raises(Error), transaction.atomic():
        row.delete()


def test_the_door_as_it_was_on_that_day_is_kept_with_the_contact(sam: Person, peer: Account) -> None:
    """3.2: linked door status, worked out and kept."""
    told_of(sam, rule_of(sam))
    attempt(sam, peer, on=today(100))
    row = keep_attempt(opened=opened_by(peer, sam), tried=tried(peer))
    assert row.door_status == "quiet"
