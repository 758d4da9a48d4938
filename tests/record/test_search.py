"""Searching a record: in any form of a word, without accents, nearly spelt, and never what is hidden."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ownwords.people.models import Account, Person
from ownwords.record.method.marking import START, STOP, marked, nearly
from ownwords.record.queries.search import LONGEST, clean_query, search_of
from tests import factories as make
from tests.queries import asked
from tests.record import talks

HOSTILE = [
    "'", '"', "\\", "a & | ! ( )", ":*", "<->", '"unbalanced', "' OR 1=1 --", "\x00", "%", "_", "x" * 100_000,
    "🫠" * 300, "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "-", "- - -", "or", "the",
    "\u202eabc", START + STOP, "a" + "\u0301" * 200, "((((((((((" * 30, "<b>sea</b>",
]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(), st.text())
def test_marking_loses_no_word_and_adds_none(query: str, text: str) -> None:
    """DESIGN house rule 1: what was said stays as it was said."""
    assert "".join(piece for _hit, piece in nearly(query, text)) == text
    plain = text.replace(START, "").replace(STOP, "")
    assert "".join(piece for _hit, piece in marked(text)) == plain


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=2_000))
def test_a_query_is_always_short_and_clean(typed: str) -> None:
    """Bad input."""
    query = clean_query(typed)
    assert len(query) <= LONGEST
    assert "\x00" not in query


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("gardening", "I garden every day"),
        ("cafe", "Meet at the café"),
        ("CAFÉ", "Meet at the café"),
        ("pigons", "I want pigeons again"),
        ('"every day"', "I garden every day"),
        ("garden -cafe", "I garden every day"),
        ("أزرع", "أريد أن أزرع"),
    ],
)
def test_words_are_found_in_any_form_without_accents_and_nearly_spelt(
    sam: Person, worker: Account, query: str, words: str
) -> None:
    """Promised: full text and pg_trgm, accents folded."""
    for one in ("I garden every day", "Meet at the café", "I want pigeons again", "أريد أن أزرع"):
        make.entry(sam, one)
    found = search_of(talks.opened_by(worker, sam), query)
    assert [one.entry.words for one in found.found] == [words]


@pytest.mark.django_db
def test_every_text_of_a_record_is_searched(sam: Person, worker: Account) -> None:
    """Promised: every text is found."""
    goal = talks.goal(
        sam, "g", why="albatross", obstacles=[{"obstacle": "badger", "then": "cormorant"}],
        needs=[{"kind": "money", "words": "dormouse"}], outcome_words="egret",
        rewording="falcon", rewording_by=worker,
    )  # fmt: skip
    talks.step(goal, "gannet", what_happened="heron")
    make.entry(sam, "w", about="ibis", tag_words="jackdaw")
    opened = talks.opened_by(worker, sam)
    for word in "albatross badger cormorant dormouse egret falcon gannet heron ibis jackdaw".split():
        assert len(search_of(opened, word).found) == 1, word
    assert search_of(opened, "obstacle").found == []


@pytest.mark.django_db
def test_what_is_found_reads_as_it_was_said(sam: Person, worker: Account) -> None:
    """refocus R11: each text on its own line, no signs of how lists are kept, no empty lines."""
    goal = talks.goal(
        sam, "albatross", obstacles=[{"obstacle": "badger", "then": "cormorant"}],
        needs=[{"kind": "money", "words": "dor\"mouse"}, {"kind": "money", "words": "egret"}],
    )  # fmt: skip
    talks.step(goal, "gannet")
    opened = talks.opened_by(worker, sam)
    lines = {
        word: "".join(text for _, text in search_of(opened, word).found[0].pieces)
        for word in ("badger", "gannet")
    }
    assert lines == {"badger": 'albatross\nbadger\ncormorant\ndor"mouse\negret', "gannet": "gannet"}


@pytest.mark.django_db
def test_hidden_words_are_not_found_by_anybody_else(sam: Person, worker: Account) -> None:
    """refocus R11: visibility respected, in near spelling as well."""
    make.entry(sam, "albatross", visibility="me")
    talks.step(talks.goal(sam, "x", visibility="me"), "albatross")
    make.entry(make.person(), "albatross")
    for query in ("albatross", "albatros"):
        assert search_of(talks.opened_by(worker, sam), query).found == []
        assert len(search_of(talks.opened_by(sam.account, sam), query).found) == 2


@pytest.mark.django_db
def test_found_words_are_marked_and_markup_in_words_stays_text(sam: Person, worker: Account) -> None:
    """Bad input: highlighted safely."""
    make.entry(sam, f"<script>alert('sea')</script> the sea {START}here{STOP}")
    text = talks.page_of(worker).get(talks.to("search", sam) + "?q=sea").content.decode()
    assert "<mark>sea</mark>" in text
    assert "<script>alert" not in text


@pytest.mark.django_db
@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_breaks_the_page(sam: Person, worker: Account, query: str) -> None:
    """Bad input: hostile queries never 500."""
    make.entry(sam, "the sea & me")
    response = talks.page_of(worker).get(talks.to("search", sam), {"q": query})
    assert response.status_code == 200


@pytest.mark.django_db
def test_a_search_asks_the_same_number_of_questions_for_5_and_50_entries(
    sam: Person, worker: Account
) -> None:
    """platform 5.4: at most 12 queries."""
    client, counts = talks.page_of(worker), []
    client.get(talks.to("search", sam))
    for more in (1, 9):
        talks.full(sam, worker, more)
        with asked() as statements:
            client.get(talks.to("search", sam) + "?q=number")
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12, counts
