"""Changing the codebook from its pages: saying differently, moving, out of view, undoing."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.models import Code, Study
from tests import studying as make
from tests.inquiry.test_code_pages import page_of

pytestmark = pytest.mark.django_db
SAID = {"origin": "found", "holds_codings": "on", "colour": ""}


def at(code: Code, name: str) -> str:
    """Return the address of something done with a code."""
    return reverse(f"inquiry:code_{name}", args=[code.study_id, code.id])


def undone(client: Client, page: str) -> str:
    """Press the undo of the notice on a page; return the page that follows."""
    address = re.search(r'action="([^"]+/codes/undo/[^"]+)"', page)
    assert address is not None
    return client.post(address[1], follow=True).content.decode()


def test_a_code_says_something_else_and_its_page_tells_who_changed_what(
    leads: Client, codes: Client, inquiry: Study
) -> None:
    """inquiry 11, COREQ 25: its history, from its versions; undone by the notice."""
    code = make.code(inquiry, "heard")
    codes.post(at(code, "change"), {**SAID, "name": "heard", "definition": "Being listened to", "version": 1})
    answer = leads.post(
        at(code, "change"),
        {**SAID, "name": "listened to", "definition": "Being listened to", "version": 2},
        follow=True,
    )
    page = answer.content.decode()
    assert "Tom Reyes" in page
    assert "changed its name" in page
    assert re.search(r"<del[^>]*>.*heard</del>\s*<ins[^>]*>.*listened to</ins>", page)
    assert "changed “What it is”" in page
    assert "made this code, “heard”" in page
    assert "Undone: changed what a code says" in undone(leads, page)
    code.refresh_from_db()
    assert (code.name, code.definition) == ("heard", "Being listened to")


def test_two_who_change_one_code_see_both_texts(leads: Client, codes: Client, inquiry: Study) -> None:
    """House rule 7: a conflict shows both texts, of the part that differs."""
    code = make.code(inquiry, "heard", definition="Same")
    codes.post(
        at(code, "change"),
        {**SAID, "name": "heard", "definition": "Same", "use_when": "Theirs", "version": 1},
    )
    mine = {**SAID, "name": "heard", "definition": "Same", "use_when": "Mine", "version": 1}
    answer = leads.post(at(code, "change"), mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert '<p class="ow-reworded" dir="auto">Theirs</p>' in page
    assert '<p class="ow-reworded" dir="auto">Mine</p>' in page
    leads.post(at(code, "change"), {**mine, "version": 2})
    code.refresh_from_db()
    assert code.use_when == "Mine"


def test_a_code_is_moved_by_choosing_from_the_tree_without_what_hangs_on_it(
    leads: Client, inquiry: Study
) -> None:
    """inquiry 11: move; undone by the notice."""
    top, other = make.code(inquiry, "Staff"), make.code(inquiry, "Kin", position=1)
    inner = make.code(inquiry, "trust", parent=top)
    page = page_of(leads, inquiry, "code_move", top.id)
    assert f'value="{other.id}"' in page
    assert f'value="{top.id}"' not in page
    assert f'value="{inner.id}"' not in page
    after = leads.post(
        at(inner, "move"), {"parent": str(other.id), "version": 1}, follow=True
    ).content.decode()
    inner.refresh_from_db()
    assert inner.parent_id == other.id
    assert "moved it" in after
    undone(leads, after)
    inner.refresh_from_db()
    assert inner.parent_id == top.id
    leads.post(at(inner, "move"), {"parent": "top", "version": inner.version})
    inner.refresh_from_db()
    assert inner.parent_id is None
    assert leads.post(at(inner, "move"), {"version": inner.version}).status_code == 422


def test_a_code_out_of_view_says_first_what_goes_with_it_and_comes_back(
    leads: Client, inquiry: Study
) -> None:
    """House rule 7: nothing is lost; its page and history stay."""
    code = make.code(inquiry, "support")
    make.coding(code, make.source(inquiry), 0, 5)
    assert "1 passage goes out of view with it." in page_of(leads, inquiry, "code_remove", code.id)
    after = leads.post(at(code, "remove"), {"version": 1}, follow=True).content.decode()
    assert "Out of view: “support”." in after
    gone = page_of(leads, inquiry, "code", code.id)
    assert "This code is out of view" in gone
    assert "took it out of view" in gone
    undone(leads, after)
    assert "put it back" in page_of(leads, inquiry, "code", code.id)


def test_a_notice_undoes_nothing_once_something_else_was_done(leads: Client, inquiry: Study) -> None:
    """inquiry 10: exactly what it tells of, or a reason."""
    one, other = make.code(inquiry, "one"), make.code(inquiry, "other", position=1)
    first = leads.post(at(one, "move"), {"parent": str(other.id), "version": 1}, follow=True).content.decode()
    leads.post(at(other, "change"), {**SAID, "name": "another", "version": 1}, follow=True)
    assert "Something else was done since" in undone(leads, first)
