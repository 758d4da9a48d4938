"""Names: folded for finding, sorted, shortened to initials."""

from __future__ import annotations

import doctest
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ownwords.people.method import names
from ownwords.people.method.folding import fold
from ownwords.people.method.names import initials, sort_key, surname_key


def test_the_examples_in_the_documentation_run() -> None:
    """Docstrings are part of the library; DESIGN 3."""
    assert doctest.testmod(names).failed == 0


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Siân Ní Dhomhnaill", "sian ni dhomhnaill"),
        ("O'Brien", "OBRIEN"),
        ("O’Brien", "o'brien"),
        ("Anne-Marie", "anne marie"),
        ("Łukasz Ørsted", "lukasz orsted"),
        ("Straße", "strasse"),
        ("İpek Işık", "ipek isik"),
        ("Nguyễn Thị Ánh", "nguyen thi anh"),
        ("Γιώργος", "γιωργος"),
        ("مُحَمَّد", "محمد"),
        ("\u202bمحمد\u202c", "محمد"),
        ("ＡＬＩ", "ali"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("  Mary\u00a0  Ann ", "mary ann"),
    ],
)
def test_a_name_is_found_however_it_is_typed(written: str, typed: str) -> None:
    """Find and filter with accents folded; the record and homes."""
    assert fold(written) == fold(typed)


def test_vowel_signs_that_are_letters_stay() -> None:
    """Taking them off would make different Hindi names one."""
    assert fold("मीना") != fold("मना")


@given(st.text(max_size=60))
@example("ŉ")
@example("ﷺ")
@example("\u0149\u1fb7")
def test_folding_twice_is_folding_once(text: str) -> None:
    """A stored folded name can be folded again without harm."""
    assert fold(fold(text)) == fold(text)
    assert fold(text) == " ".join(fold(text).split())


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_the_short_way_for_plain_letters_gives_the_same(text: str) -> None:
    """A letter beyond ASCII somewhere in the text must not change how the rest is folded."""
    assert fold(f"{text} é") == f"{fold(text)} e".strip()


@given(st.text(max_size=60))
def test_how_a_letter_is_composed_does_not_matter(text: str) -> None:
    """Combining marks and composed letters look the same and are found the same."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=60), st.sampled_from([1, 2]))
def test_any_name_has_initials(name: str, most: int) -> None:
    """Emoji, marks and right-to-left text give letters or nothing; bad input."""
    short = initials(name, most)
    assert len(short) <= len(name) * 3
    assert not short or not unicodedata.category(short[0]).startswith("M")


def test_lists_sort_by_either_end_of_a_name() -> None:
    """Caseload lists can be sorted as written or by last word; homes."""
    people = ["Élodie Young", "ben Adams", "Zoë Baker", "Prince"]
    assert sorted(people, key=sort_key) == ["ben Adams", "Élodie Young", "Prince", "Zoë Baker"]
    assert sorted(people, key=surname_key) == ["ben Adams", "Zoë Baker", "Prince", "Élodie Young"]


def test_initials_keep_their_marks() -> None:
    """A name keeps its letters: Émile is É, not E."""
    assert initials("E\u0301mile Zola") == "ÉZ"
    assert initials("李 小龙") == "李小"
    assert initials("") == ""
