"""Whatever is sent to a form of an entry: a clear error or safe keeping, never 500, never somebody else's words."""

from __future__ import annotations

from html import unescape
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.people.forms.fields import DatePartsField
from ownwords.people.models import Person
from ownwords.record.models import Entry
from tests import factories as make

pytestmark = pytest.mark.django_db
KINDS = (
    "meaning", "matters", "people", "identity", "story", "helped", "worse", "preference", "crisis", "boundary",
    "note", "strength",
)  # fmt: skip
WHOLE = {
    "about": "Ruth", "subject": "medication", "domain": "people", "time": "now", "said_by": "person",
    "visibility": "team", "tag_words": "still here",
}  # fmt: skip


def whole(kind: str, **typed: str) -> dict[str, str]:
    """A form that fits, but for what is typed."""
    return {**WHOLE, "about": "culture" if kind == "identity" else "Ruth", "words": "words", **typed}


@pytest.mark.parametrize("kind", KINDS)
def test_words_that_cannot_be_kept_come_back_with_everything_typed(
    sam: Person, own: Client, kind: str
) -> None:
    """Empty, blank, 100,000 characters, NUL: 422, and nothing is lost."""
    address = reverse("record:entry_add", args=[sam.id, kind])
    for words in ("", " \n\t", "x" * 100_000, "a\x00b"):
        answer = own.post(address, whole(kind, words=words))
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Error:" in page.split("</title>")[0]
        assert "still here" in page
        assert words in unescape(page) or "\x00" in words
    assert not Entry.objects.exists()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "👩‍👩‍👧‍👦 e\u0301\u0323",
        "\u202eשלום عالم",
        "%s {{ 7*7 }} %(x)s",
        "x" * 20_000,
    ],
)
def test_odd_words_are_kept_letter_for_letter_and_escaped(
    sam: Person, own: Client, kind: str, words: str
) -> None:
    """HTML, emoji and combining marks, right to left, templates and format strings."""
    address = reverse("record:entry_add", args=[sam.id, kind])
    assert own.post(address, whole(kind, words=words)).status_code == 303
    entry = Entry.objects.get()
    assert entry.words == words
    page = own.get(reverse("record:entry", args=[sam.id, entry.id])).content.decode()
    assert words in unescape(page)
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("31", "2", "2019"), "There is no 31 February 2019."),
        (("", "", "2019"), "leave these boxes empty"),
        (("x", "2", "2019"), "Write the date in figures"),
        (("1", "13", "2019"), "a number from 1 to 12"),
        (("1", "2", "19"), "four figures"),
        (("1", "2", "0001"), "four figures"),
        (("9" * 5000, "1", "2019"), "Write the date in figures"),
        (("²", "1", "2019"), "Write the date in figures"),
        (("1\x00", "1", "2019"), "Write the date in figures"),
    ],
)
def test_a_date_that_is_none_is_explained(
    sam: Person, own: Client, typed: tuple[str, str, str], said: str
) -> None:
    """Invalid dates: what is wrong, in words, with what was typed."""
    address = reverse("record:entry_add", args=[sam.id, "story"])
    boxes = dict(zip(("happened_on_day", "happened_on_month", "happened_on_year"), typed, strict=True))
    answer = own.post(address, whole("story", **boxes))
    assert answer.status_code == 422
    assert said in unescape(answer.content.decode())


def test_a_month_may_be_a_name_and_figures_those_of_any_script() -> None:
    """Dates as people write them."""
    field = DatePartsField(required=False)
    assert str(field.clean(["27", "march", "2019"])) == "2019-03-27"
    assert str(field.clean(["٢٧", "Mar.", "2019"])) == "2019-03-27"
    assert field.clean(["", " ", ""]) is None


def test_choices_that_do_not_exist_are_refused(sam: Person, own: Client, staff: Client) -> None:
    """Never 500, for any field of any form."""
    wrong = {
        "tags": "praise", "visibility": "world", "named": str(uuid4()), "approach": "dance", "said_by": "nobody",
        "subject": "x", "force": "x", "submission": "x", "happened_words": "x" * 101, "tag_words": "x" * 201,
    }  # fmt: skip
    for client in (own, staff):
        for kind in KINDS:
            for name, value in wrong.items():
                address = reverse("record:entry_add", args=[sam.id, kind])
                assert client.post(address, whole(kind, **{name: value})).status_code in (303, 422)


def test_ids_of_other_people_are_not_found(sam: Person, own: Client, staff: Client) -> None:
    """Forbidden is missing: the same answer, whatever is sent."""
    other = make.person(called="Jo")
    theirs = make.entry(other, "Jo's own")
    mine = make.entry(sam)
    names = ("entry", "entry_change", "entry_sight", "entry_history", "entry_remove", "view_add",
             "entry_undo", "entry_restore", "entry_answer", "entry_reword", "values_order")  # fmt: skip
    for client in (own, staff):
        for name in names:
            for person_id, entry_id in ((sam.id, theirs.id), (other.id, mine.id), (other.id, theirs.id)):
                address = reverse(f"record:{name}", args=[person_id, entry_id])
                for answer in (
                    (client.post(address, whole("matters", version="1", direction="up"))),
                    client.get(address),
                ):
                    # What only a press does leads back to its page when it is read; that page says nothing of the id.
                    only_pressed = name in ("values_order", "entry_restore") and answer.status_code == 303
                    assert answer.status_code == 404 or only_pressed
    theirs.refresh_from_db()
    assert theirs.version == 1


def test_kinds_that_have_pages_of_their_own_or_do_not_exist_are_not_added_here(
    sam: Person, own: Client
) -> None:
    """One form for each kind."""
    for kind in ("goal", "conversation", "understanding", "nothing"):
        assert own.get(reverse("record:entry_add", args=[sam.id, kind])).status_code == 404


def test_one_form_key_in_two_records_is_refused_in_words(sam: Person, staff: Client) -> None:
    """A replayed key never answers with somebody else's entry."""
    other = make.person(sam.placements.get().team, called="Jo")
    form = whole("matters", submission=str(uuid4()))
    assert staff.post(reverse("record:entry_add", args=[sam.id, "matters"]), form).status_code == 303
    answer = staff.post(reverse("record:entry_add", args=[other.id, "matters"]), form)
    assert answer.status_code == 422
    assert "used before" in answer.content.decode()
