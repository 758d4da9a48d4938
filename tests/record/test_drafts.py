"""Drafts: kept while somebody types, only theirs, never over newer words, gone when saved."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.people.models import Person
from ownwords.people.refusals import Refused
from ownwords.record.actions.drafts import keep_draft
from ownwords.record.models import Draft, Entry
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db


def keep(client: Client, sam: Person, words: str, form: str = "add:matters", **more: str):
    """Post a draft as the page does."""
    return client.post(reverse("record:draft", args=[sam.id]) + f"?form={form}", {"words": words, **more})


def form_page(client: Client, sam: Person) -> str:
    """The form for something that matters."""
    return client.get(reverse("record:entry_add", args=[sam.id, "matters"])).content.decode()


def test_the_form_opens_with_what_was_typed_and_says_so(sam: Person, own: Client) -> None:
    """platform 19: nothing typed is lost."""
    words = "  half a <b>thought</b>\nשלום "
    assert keep(own, sam, words, visibility="me", happened_on_day="31").status_code == 204
    page = form_page(own, sam)
    assert "You have started this" in page
    assert "half a &lt;b&gt;thought&lt;/b&gt;\nשלום " in page
    assert 'value="me" checked' in page
    assert "Error:" not in page.split("</title>")[0]


def test_saving_lets_the_draft_go(sam: Person, own: Client) -> None:
    """A saved form is no draft any more."""
    tab = str(uuid4())
    keep(own, sam, "half", submission=tab, draft_moment="1")
    address = reverse("record:entry_add", args=[sam.id, "matters"])
    own.post(address, {"words": "whole", "visibility": "team", "submission": tab})
    assert not Draft.objects.exists()
    assert keep(own, sam, "late post of the same window", submission=tab, draft_moment="2").status_code == 204
    assert not Draft.objects.exists()


def test_an_older_post_never_overwrites_a_newer_one(sam: Person, own: Client) -> None:
    """fault test F5: posts of one window may overtake each other."""
    tab = str(uuid4())
    keep(own, sam, "newer", submission=tab, draft_moment="2000")
    keep(own, sam, "older", submission=tab, draft_moment="1000")
    assert Draft.objects.get().fields["values"]["words"] == ["newer"]


def test_two_windows_lose_neither_text(sam: Person, own: Client) -> None:
    """fault test F5: 0 lost words, one draft a form."""
    one, two = str(uuid4()), str(uuid4())
    keep(own, sam, "typed in the first window", submission=one, draft_moment="1")
    keep(own, sam, "typed in the second window", submission=two, draft_moment="2")
    assert Draft.objects.count() == 1
    page = form_page(own, sam)
    assert "typed in the first window" in page
    assert "typed in the second window" in page
    address = reverse("record:entry_add", args=[sam.id, "matters"])
    own.post(address, {"words": "typed in the second window", "visibility": "team", "submission": two})
    assert "typed in the first window" in form_page(own, sam)


def test_nobody_else_sees_or_saves_over_a_draft(sam: Person, own: Client, staff: Client) -> None:
    """platform 12: drafts are the account's own."""
    keep(own, sam, "only mine")
    keep(staff, sam, "the worker's")
    assert "only mine" not in form_page(staff, sam)
    assert "the worker" not in form_page(own, sam)
    assert Draft.objects.count() == 2


def test_a_draft_can_be_thrown_away(sam: Person, own: Client) -> None:
    """The button does what it says, and leads nowhere else."""
    keep(own, sam, "half")
    drop = reverse("record:draft_drop", args=[sam.id])
    answer = own.post(drop, {"form": "add:matters", "back": "https://elsewhere.example/"})
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/people/")
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ("", {"words": ["x"]}),
        ("ADD:x", {"words": ["x"]}),
        ("add:" + "x" * 500, {"words": ["x"]}),
        ("add:matters", {"words": ["x\x00"]}),
        ("add:matters", {"words": ["\ud800"]}),
        ("add:matters", {"words": ["x" * 300_000]}),
        ("add:matters", {str(number): ["x"] for number in range(500)}),
    ],
)
def test_what_cannot_be_kept_is_refused(sam: Person, form: str, values: dict[str, list[str]]) -> None:
    """Bad input."""
    with pytest.raises(Refused):
        keep_draft(opened=opened_by(sam.account, sam), form=form, values=values)


def test_the_address_answers_in_few_words(sam: Person, own: Client) -> None:
    """Never 500, whatever arrives."""
    address = reverse("record:draft", args=[sam.id])
    assert own.get(address).status_code == 405
    assert own.post(address + "?form=add:matters", {"words": "x\x00"}).status_code == 422
    for moment in ("", "x", "-1", "9" * 60, "²"):
        assert keep(own, sam, "x", draft_moment=moment, submission="no key").status_code == 204
    assert not Entry.objects.exists()
