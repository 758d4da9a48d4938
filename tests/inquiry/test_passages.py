"""Quotations of a code: fifty a page, each with the words around it, who said it and who coded it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.passages import Chosen, stands_there, trimmed, word_places
from ownwords.inquiry.models import Speaker
from ownwords.inquiry.queries.passages import PAGE, Place, Sought, page_of
from ownwords.people.models import Account
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db


def all_pages(opened: OpenedStudy, wanted: Sought) -> list[list[str]]:
    """Return the words of every page, one after the other."""
    pages, after = [], None
    while True:
        found, after = page_of(opened, wanted, after)
        pages.append([one.words for one in found])
        if after is None:
            return pages
        assert Place.read(str(after)) == after


def test_every_passage_stands_on_one_page_in_the_order_of_the_texts(opened: OpenedStudy) -> None:
    """inquiry 30: a page begins after the last passage of the page before, also in the middle of a text."""
    code, expected = make.code(opened.study), []
    texts = [
        make.source(opened.study, "\n".join(f"P1: {title} {n}" for n in range(40)), title, position=place)
        for place, title in enumerate("abcd")
    ]
    for text in reversed(texts):
        for n in range(40):
            words = f"{text.title} {n}"
            start = text.texts.get().words.index(words + "\n" if n < 39 else words)
            make.coding(code, text, start, start + len(words))
    expected = [f"{text.title} {n}" for text in texts for n in range(40)]
    pages = all_pages(opened, Sought(code.id))
    assert [len(page) for page in pages] == [PAGE, PAGE, PAGE, 10]
    assert [one for page in pages for one in page] == expected
    with asked() as statements:
        page_of(opened, Sought(code.id), None)
    assert len(statements) <= 4


def test_a_quotation_says_who_spoke_who_coded_and_what_stands_around_it(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 29: by pseudonym."""
    text = make.source(opened.study)
    Speaker.objects.filter(label="P1").update(participant=make.participant(opened.study, "Maple"))
    at = make.WORDS.index("with the dog")
    code = make.code(opened.study)
    make.coding(code, text, at, at + 12, memo="First word of it")
    page = leads.get(reverse("inquiry:code_passages", args=[opened.study.id, code.id])).content.decode()
    assert '<q class="inq-quote__said">with the dog</q>' in page
    assert "… Walking " in page
    assert "P1:" not in page
    assert "Maple" in page
    assert "coded by Ines Okafor" in page
    assert "First word of it" in page
    assert f"/texts/{text.id}/code/?at=2#turn-2" in page


def test_passages_are_chosen_by_person_text_and_note(
    leads: Client, opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 12 of users' wishes: one list for all."""
    code, text = make.code(opened.study), make.source(opened.study)
    other = make.source(opened.study, title="Interview 2")
    make.coding(code, text, 0, 5)
    make.coding(code, other, 0, 6, coder, memo="n")
    address = reverse("inquiry:passages", args=[opened.study.id])
    for asked_for in (f"source={other.id}", f"coder={coder.id}", "note=yes"):
        page = leads.get(f"{address}?{asked_for}").content.decode()
        assert "1 passage<" in page
        assert "Asker:</q>" in page
    assert "2 passages" in leads.get(address).content.decode()
    assert leads.get(f"{address}?after=x.y&source=nonsense").status_code == 200


def test_a_code_of_another_study_has_no_passages_here(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 22."""
    elsewhere = make.code(make.study(make.researcher(opened.study.organisation)))
    address = reverse("inquiry:code_passages", args=[opened.study.id, elsewhere.id])
    assert leads.get(address).status_code == 404


@given(st.text(alphabet="ab \n\t", max_size=20), st.integers(0, 50))
def test_blanks_around_a_passage_are_left_out(words: str, start: int) -> None:
    """inquiry 7."""
    begin, end = trimmed(start, words)
    assert words[begin - start : end - start] == words.strip()
    assert start <= begin <= end <= start + len(words)
    assert [words[a:b] for a, b in word_places(words)] == words.split()
    assert stands_there(Chosen(0, 1, 1, words[:3].replace("\n", "\r\n"), words[-3:]), words)
