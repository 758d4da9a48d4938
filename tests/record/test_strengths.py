"""Strengths: a sheet without totals; what others noticed waits for the person."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.people.models import Person
from ownwords.record.models import Entry
from tests import factories as make

pytestmark = pytest.mark.django_db
FORM = {"words": "I fix bicycles", "domain": "work-and-learning", "time": "now", "visibility": "team"}


def sheet(client: Client, sam: Person) -> str:
    """The page of strengths."""
    return client.get(reverse("record:strengths", args=[sam.id])).content.decode()


def add(client: Client, sam: Person, **typed: str) -> int:
    """Send the form; return the status."""
    address = reverse("record:entry_add", args=[sam.id, "strength"])
    return int(client.post(address, {**FORM, "said_by": "person", **typed}).status_code)


def test_a_strength_stands_in_its_box_with_its_example(sam: Person, own: Client) -> None:
    """refocus 1.6: domains by times, category, example, source."""
    assert add(own, sam, example="The Raleigh", category="individual") == 303
    assert add(own, sam, words="We sing", domain="own", domain_words="The choir", time="before") == 303
    page = sheet(own, sam)
    for words in ("I fix bicycles", "The Raleigh", "In me", "The choir", "What has worked before"):
        assert words in page
    assert f"{reverse('record:goal_add', args=[sam.id])}?strength=" in page


def test_what_a_worker_noticed_waits_until_the_person_answers(
    sam: Person, own: Client, staff: Client
) -> None:
    """refocus 1.6: "noticed by" until kept, edited or declined."""
    for words in ("You keep going", "You are kind", "You are loud"):
        assert add(staff, sam, words=words, said_by="worker") == 303
    assert "Noticed by Amina Yusuf. It waits for an answer." in sheet(own, sam)
    keep, edit, decline = Entry.objects.order_by("created_at")
    for entry, typed in (
        (keep, {"standing": "kept"}),
        (edit, {"standing": "edited", "keep_as": "I care"}),
        (decline, {"standing": "declined"}),
    ):
        answer = reverse("record:entry_answer", args=[sam.id, entry.id])
        assert own.post(answer, {**typed, "version": "1"}).status_code == 303
    page = sheet(own, sam)
    assert "Noticed by Amina Yusuf, and kept." in page
    assert "I care" in page
    assert "You are kind" not in page
    assert "Declined" in page
    printed = own.get(reverse("record:strengths_print", args=[sam.id])).content.decode()
    assert "You keep going" in printed
    assert "You are loud" not in printed


def test_keeping_in_own_words_needs_words(sam: Person, own: Client, staff: Client) -> None:
    """A refused answer comes back filled."""
    add(staff, sam, said_by="worker")
    answer = reverse("record:entry_answer", args=[sam.id, Entry.objects.get().id])
    refused = own.post(answer, {"standing": "edited", "answer_words": "hm", "version": "1"})
    assert refused.status_code == 422
    assert "hm" in refused.content.decode()


def test_there_is_no_total_anywhere(sam: Person, own: Client) -> None:
    """refocus 1.6; DESIGN house rule 4."""
    for number in range(3):
        add(own, sam, words=f"strength {chr(97 + number)}")
    text = re.sub(r"<[^>]+>", " ", sheet(own, sam).split("<main")[1].split("</main>")[0])
    assert not re.search(r"\b3\b|total|score", text, re.IGNORECASE)


@pytest.mark.parametrize(
    "wrong",
    [
        {"domain": "nowhere"}, {"domain": ""}, {"domain": "own"}, {"time": "tomorrow"}, {"category": "best"},
        {"said_by": "nobody"}, {"words": ""}, {"example": "x" * 100_000}, {"domain": "own", "domain_words": "x" * 101},
    ],
)  # fmt: skip
def test_what_does_not_fit_comes_back_filled(sam: Person, own: Client, wrong: dict[str, str]) -> None:
    """Bad input: 422 with everything still typed."""
    address = reverse("record:entry_add", args=[sam.id, "strength"])
    answer = own.post(address, {**FORM, "said_by": "person", "tag_words": "still here", **wrong})
    assert answer.status_code == 422
    assert "still here" in answer.content.decode()
    assert not Entry.objects.exists()


def test_a_pressed_box_is_filled_in_already(sam: Person, own: Client) -> None:
    """Nothing is asked twice."""
    address = reverse("record:entry_add", args=[sam.id, "strength"])
    page = own.get(address, {"domain": "place", "time": "build"}).content.decode()
    assert 'value="place" checked' in page
    assert 'value="build" checked' in page
    assert own.get(address, {"domain": "<x>", "time": "\x00"}).status_code == 200


def test_a_blank_sheet_has_every_box(sam: Person, own: Client) -> None:
    """refocus R3: fillable by hand; nothing of the record on it."""
    make.entry(sam, "secret", "note")
    page = own.get(reverse("record:strengths_print", args=[sam.id]), {"blank": "1"}).content.decode()
    assert page.count("ow-paper__box") == 30
    assert "Name:" in page
