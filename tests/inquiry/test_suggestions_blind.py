"""Suggestions where coding is blind: open to all; what one made of them is hidden until both have finished."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.finishing import finish_source
from ownwords.inquiry.actions.suggestions import accept, set_aside
from ownwords.inquiry.models import Coding, Source, Suggestion
from ownwords.inquiry.queries.suggest_open import decided, open_suggestions
from ownwords.people.models import Account
from ownwords.people.viewer import seen_by
from tests.inquiry.suggesting import as_seen_by, ready, suggestion, switched_on

pytestmark = pytest.mark.django_db
Both = tuple[OpenedStudy, OpenedStudy, Source, list[Suggestion]]


@pytest.fixture
def both(opened: OpenedStudy, coder: Account) -> Both:
    """A blind study with two suggestions, opened by two who code in it."""
    text, code = ready(opened)
    switched_on(opened.study, blind=True)
    rows = [suggestion(code, text, 24, 47), suggestion(code, text, 60, 70)]
    return opened, as_seen_by(coder, opened.study), text, rows


def open_ids(opened: OpenedStudy) -> set[Any]:
    """Return what is open to somebody, by both locks."""
    with seen_by(opened.me, opened.viewer.role):
        return set(open_suggestions(opened).values_list("id", flat=True))


def test_what_one_asks_for_is_open_to_all(both: Both) -> None:
    """inquiry 22: a proposal says nothing of anybody's coding."""
    one, other, _text, rows = both
    assert open_ids(one) == open_ids(other) == {row.id for row in rows}


def test_what_one_decides_changes_nothing_for_the_other(both: Both) -> None:
    """inquiry 22: accepted or set aside, both stay open to the other, who decides for themselves."""
    one, other, _text, rows = both
    accept(opened=one, ids=[rows[0].id])
    set_aside(opened=one, ids=[rows[1].id])
    assert open_ids(one) == set()
    assert open_ids(other) == {row.id for row in rows}
    with seen_by(other.me, other.viewer.role):
        assert not decided(other).exists()
    accept(opened=other, ids=[rows[0].id, rows[1].id])
    assert Coding.objects.count() == 3
    assert open_ids(other) == set()


def test_the_database_alone_hides_it_too(both: Both) -> None:
    """inquiry 22: the second lock, without the condition in Python."""
    one, other, _text, rows = both
    accept(opened=one, ids=[rows[0].id])
    with seen_by(other.me, other.viewer.role):
        assert not Suggestion.objects.filter(accepted__isnull=False).exists()
        assert Suggestion.objects.filter(accepted__isnull=False).update(score=1) == 0
        assert Suggestion.objects.filter(accepted__isnull=False).delete()[0] == 0
    with seen_by(one.me, one.viewer.role):
        assert Suggestion.objects.filter(accepted=True).count() == 1


def test_once_both_have_finished_each_sees_what_the_other_accepted(both: Both, codes: Client) -> None:
    """inquiry 22, inquiry 9: and where it came from."""
    one, other, text, rows = both
    accept(opened=one, ids=[rows[0].id])
    laid = Coding.objects.get()
    page = reverse("inquiry:passage", args=[one.study.id, laid.id])
    finish_source(opened=one, source_id=text.id)
    assert codes.get(page).status_code == 404
    finish_source(opened=other, source_id=text.id)
    assert "Accepted by Ines Okafor" in codes.get(page).content.decode()
    assert open_ids(other) == {rows[1].id}


def test_no_page_of_the_other_differs(both: Both, codes: Client) -> None:
    """inquiry 22: the list, the overview and the desk are the same before and after."""
    one, other, text, rows = both
    names = [("suggestions_listed", f"?source={text.id}"), ("suggestions", ""), ("desk", "")]

    def pages() -> list[str]:
        found = []
        for name, more in names:
            ids = [one.study.id, text.id] if name == "desk" else [one.study.id]
            page = codes.get(reverse(f"inquiry:{name}", args=ids) + more).content.decode()
            found.append(re.sub(r'value="\w{64}"', "", page.partition("<main")[2]))
        return found

    before = pages()
    accept(opened=one, ids=[rows[0].id])
    set_aside(opened=one, ids=[rows[1].id])
    for now, then in zip(pages(), before, strict=True):
        assert now == then
    assert other.me != one.me


def test_own_words_are_no_name_for_a_code_where_coding_is_blind(both: Both, leads: Client) -> None:
    """inquiry 22: everybody sees the names of codes, so the name would tell what was coded."""
    one, _other, text, _rows = both
    desk = reverse("inquiry:desk", args=[one.study.id, text.id])
    assert "Its own words as the code" not in leads.get(desk).content.decode()
    sent = {"start": "24", "end": "46", "text_version": "1", "do": "in_vivo"}
    answer = leads.post(reverse("inquiry:passage_add", args=[one.study.id, text.id]), sent)
    assert answer.status_code == 422
    assert "Name the code in words of your own." in answer.content.decode()
    assert not Coding.objects.exists()
    switched_on(one.study, blind=False)
    assert leads.post(reverse("inquiry:passage_add", args=[one.study.id, text.id]), sent).status_code == 303
    assert Coding.objects.get().how == "in_vivo"
