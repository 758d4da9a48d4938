"""Two people, or two windows, on one entry: both texts are shown, and somebody chooses."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.people.models import Person
from ownwords.record.actions.details import strength_row
from ownwords.record.actions.entries import Wording, add_entry, change_entry
from ownwords.record.models import Entry, Kind
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(sam: Person) -> Entry:
    """Something that was changed in another window since this one was opened at version 1."""
    opened = opened_by(sam.account, sam)
    entry = add_entry(opened=opened, kind=Kind.MATTERS, wording=Wording("first"))
    return change_entry(opened=opened, entry_id=entry.id, version=1, wording=Wording("there <now>"))


def change(own: Client, sam: Person, entry: Entry, **typed: str):
    """Send the form for changing an entry."""
    return own.post(reverse("record:entry_change", args=[sam.id, entry.id]), typed)


def test_a_stale_save_shows_both_texts_and_changes_nothing(sam: Person, own: Client, entry: Entry) -> None:
    """platform 17; fault test F4."""
    answer = change(own, sam, entry, words="what I typed", version="1", tag_words="sea")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "there &lt;now&gt;" in page
    assert "what I typed" in page
    assert 'name="version" value="2"' in page
    assert 'name="tag_words" value="sea"' in page
    entry.refresh_from_db()
    assert entry.words == "there <now>"


def test_saving_mine_on_top_keeps_theirs_in_the_history(sam: Person, own: Client, entry: Entry) -> None:
    """DESIGN house rule 7: never a silent overwrite, never a lost text."""
    assert change(own, sam, entry, words="mine", version="2").status_code == 303
    words = list(entry.events.order_by("pgh_id").values_list("words", flat=True))
    assert words == ["first", "there <now>", "mine"]


def test_a_broken_version_is_a_stale_one(sam: Person, own: Client, entry: Entry) -> None:
    """Without a token nothing is overwritten."""
    for version in ("", "x", "-1", "9" * 30, "\x00"):
        assert change(own, sam, entry, words="mine", version=version).status_code == 409


def test_what_else_differs_is_shown_in_words(sam: Person, own: Client) -> None:
    """Tags, domains and dates are compared as labels, not as codes."""
    opened = opened_by(sam.account, sam)
    wording = Wording("I listen")
    entry = add_entry(
        opened=opened, kind=Kind.STRENGTH, wording=wording, detail=strength_row(domain="people")
    )
    change_entry(
        opened=opened, entry_id=entry.id, version=1, wording=Wording("I hear", tags=("hope",)),
        detail={"domain": "money"},
    )  # fmt: skip
    page = change(
        own, sam, entry, words="I listen well", version="1", domain="people", time="now"
    ).content.decode()
    for words in ("What else is different", "Money", "People around me", "Hope and optimism", "nothing"):
        assert words in page


def test_the_same_form_sent_twice_saves_once(sam: Person, own: Client) -> None:
    """fault test F6: double click, replayed post."""
    form = {"words": "once", "visibility": "team", "submission": str(uuid4())}
    address = reverse("record:entry_add", args=[sam.id, "matters"])
    first, second = own.post(address, form), own.post(address, form)
    assert first.headers["Location"] == second.headers["Location"]
    assert Entry.objects.count() == 1


def test_going_back_and_sending_other_words_loses_neither(sam: Person, own: Client) -> None:
    """The same key with other words is no repetition: both texts are shown, and the choice changes the entry."""
    key = str(uuid4())
    address = reverse("record:entry_add", args=[sam.id, "matters"])
    own.post(address, {"words": "first thought", "visibility": "team", "submission": key})
    answer = own.post(address, {"words": "second thought", "visibility": "team", "submission": key})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "first thought" in page
    assert "second thought" in page
    entry = Entry.objects.get()
    assert f'action="{reverse("record:entry_change", args=[sam.id, entry.id])}"' in page
    assert change(own, sam, entry, words="second thought", version="1").status_code == 303
    entry.refresh_from_db()
    assert (entry.words, entry.original_words) == ("second thought", "first thought")
