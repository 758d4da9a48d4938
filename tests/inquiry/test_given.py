"""Own words from the record enter a study by the person's own act alone, and leave it when they take them back."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.withdrawing import withdraw_participant
from ownwords.inquiry.models import (
    Consent,
    EntryGiven,
    Participant,
    ParticipantKey,
    Source,
    SourceText,
    Study,
    Turn,
)
from ownwords.ledger.models import Act
from ownwords.people.models import Account, Person
from ownwords.people.viewer import seen_by
from ownwords.record.models import Entry
from tests import factories
from tests import studying as make
from tests.around_sam import own, sam, staff, worker
from tests.inquiry.bringing import at
from tests.inquiry.test_striking import kept_anywhere
from tests.signed_in import client_for

__all__ = ["own", "sam", "staff", "worker"]
pytestmark = pytest.mark.django_db
WORDS = "I want to keep pigeons on the roof again."


@pytest.fixture
def entry(sam: Person) -> Entry:
    """Words of Sam's own."""
    return factories.entry(sam, WORDS, "matters")


@pytest.fixture
def maple(inquiry: Study, sam: Person) -> Participant:
    """Sam takes part, under a pseudonym, and the key says so."""
    who = make.participant(inquiry)
    ParticipantKey.objects.create(participant=who, study=inquiry, name="Sam", person=sam)
    Consent.objects.create(study=inquiry, participant=who, to="part", agreed=True, made_by=inquiry.made_by)
    return who


def page(name: str, person: Person, *more: Any) -> str:
    """Return an address below Sam's record."""
    return reverse(f"given:{name}", args=[person.id, *more])


def give(client: Client, who: Participant, person: Person, *entries: Entry) -> int:
    """Give entries; return the status."""
    typed = {"entries": [f"{one.kind}:{one.id}" for one in entries]}
    return client.post(page("give", person, who.id), typed).status_code


def test_the_page_lists_only_the_studies_that_somebody_takes_part_in(
    own: Client, sam: Person, maple: Participant, leader: Account
) -> None:
    """RS-30: title, who leads it, what they agreed to; other studies are not there."""
    make.study(leader, title="A study of others")
    text = own.get(page("studies", sam)).content.decode()
    for words in (maple.study.title, "Ines Okafor", "Maple", "taking part"):
        assert words in text
    assert "A study of others" not in text
    assert "Studies I take part in" in own.get(reverse("home"), follow=True).content.decode()


def test_what_is_chosen_becomes_a_text_with_one_turn_and_nothing_else_of_the_record(
    own: Client, leads: Client, sam: Person, entry: Entry, maple: Participant
) -> None:
    """RS-30: the words alone, under the pseudonym; sent twice it is one text."""
    other = factories.entry(sam, "Something I keep to myself.", "matters")
    assert "only what you said" not in own.get(page("give", sam, maple.id)).content.decode()
    assert give(own, maple, sam, entry) == 303
    assert give(own, maple, sam, entry) == 422
    text = Source.objects.get()
    assert (text.kind, text.title, text.made_by) == (
        "answers",
        "From the record of Maple",
        maple.study.made_by,
    )
    assert SourceText.objects.get().words == WORDS
    turn = Turn.objects.get()
    assert turn.speaker is not None
    assert (turn.speaker.participant, turn.start, turn.end) == (maple, 0, len(WORDS))
    shown = leads.get(at("text", maple.study, text.id)).content.decode()
    assert WORDS in shown
    assert sam.called not in shown
    assert other.words not in shown
    act = Act.objects.get(verb="study_entry_given")
    assert (act.actor_id, act.about_id, act.thing_id) == (None, None, maple.study_id)


def test_only_own_words_of_the_own_record_can_be_given(own: Client, sam: Person, maple: Participant) -> None:
    """RS-30, attack: what a worker said of them, somebody else's entry, a made-up one, nothing."""
    said_of_them = factories.entry(sam, "A worker's words.", "matters", said_by="worker")
    theirs = factories.entry(factories.person(called="Jo"), "Jo's own.", "matters")
    for one in (said_of_them, theirs):
        assert give(own, maple, sam, one) == 422
    for typed in ("matters:x", "matters:00000000-0000-0000-0000-000000000000", ""):
        assert own.post(page("give", sam, maple.id), {"entries": [typed]}).status_code == 422
    assert Source.objects.count() == 0


def test_taken_back_words_are_gone_from_the_study_and_new_copies_and_it_is_listed_without_them(
    own: Client, leads: Client, sam: Person, entry: Entry, maple: Participant
) -> None:
    """RS-30: withdrawal removes the entry from new exports and is listed in the study's log."""
    give(own, maple, sam, entry)
    text = Source.objects.get()
    made = make.coding(make.code(maple.study), text, 0, 6, memo="note")
    given = EntryGiven.objects.get()
    assert WORDS in own.get(page("take_back", sam, given.id)).content.decode()
    assert own.post(page("take_back", sam, given.id)).status_code == 303
    assert own.post(page("take_back", sam, given.id)).status_code == 404
    assert set(kept_anywhere(WORDS)) == {"record_entry", "record_entryevent"}
    made.refresh_from_db()
    assert made.start == made.end
    taken = leads.post(at("exchange", maple.study), {"form": "qdpx"})
    with zipfile.ZipFile(io.BytesIO(taken.content)) as files:
        assert all(b"pigeons" not in files.read(one) for one in files.namelist())
    log = leads.get(at("steps", maple.study)).content.decode()
    assert "Maple took back words" in log
    assert "pigeons" not in log
    assert Act.objects.filter(verb="study_entry_taken_back", actor_id=None).count() == 1
    again = own.get(page("studies", sam)).content.decode()
    assert "Taken back on" in again
    assert give(own, maple, sam, entry) == 303


def test_a_worker_a_researcher_and_another_person_find_nothing_of_it(
    own: Client, staff: Client, leads: Client, sam: Person, worker: Account, entry: Entry, maple: Participant
) -> None:
    """RS-30: no page, no row; who works in another study sees nothing of this one."""
    give(own, maple, sam, entry)
    given = EntryGiven.objects.get()
    other = factories.person(called="Jo")
    elsewhere = make.researcher(maple.study.organisation)
    make.study(elsewhere, title="Another")
    for visitor in (staff, leads, client_for((other.account, "person"))):
        for where in (page("studies", sam), page("give", sam, maple.id), page("take_back", sam, given.id)):
            assert visitor.get(where).status_code == 404
            assert visitor.post(where, {}).status_code == 404
    assert client_for((other.account, "person")).post(page("take_back", other, given.id)).status_code == 404
    assert maple.study.title not in staff.get(reverse("record:record", args=[sam.id])).content.decode()
    seen_as = [
        (worker, "worker"),
        (elsewhere, "researcher"),
        (maple.study.made_by, "researcher"),
        (other.account, "person"),
    ]
    for who, role in seen_as:
        assert who is not None
        with seen_by(who.id, role):
            assert EntryGiven.objects.count() == 0
            assert Source.objects.count() == (1 if who == maple.study.made_by else 0)
    assert EntryGiven.objects.filter(taken_back_at__isnull=True).count() == 1


def test_who_withdraws_or_does_not_take_part_gives_nothing(
    own: Client, sam: Person, entry: Entry, maple: Participant, opened: OpenedStudy
) -> None:
    """RS-30: after withdrawal what was given is gone, and nothing says any more who they were."""
    give(own, maple, sam, entry)
    Consent.objects.create(
        study=maple.study, participant=maple, to="part", agreed=False, made_by=maple.made_by
    )
    assert own.get(page("give", sam, maple.id)).status_code == 404
    with seen_by(opened.me, "researcher"):
        withdraw_participant(opened=opened, participant_id=maple.id, version=maple.version)
    assert set(kept_anywhere(WORDS)) == {"record_entry", "record_entryevent"}
    assert EntryGiven.objects.count() == 0
    assert maple.study.title not in own.get(page("studies", sam)).content.decode()
