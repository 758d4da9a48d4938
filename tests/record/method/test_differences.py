"""Words added and removed between two texts."""

from __future__ import annotations

import doctest
import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.record.method import differences
from ownwords.record.method.differences import Kind, Piece, compare, unchanged

WORDS = [
    "tea",
    "tea ",
    " ",
    "\n",
    "\n\n",
    "home",
    "é",
    "e\u0301",
    "שלום",
    "مرحبا",
    "🧑‍🤝‍🧑",
    "我",
    "們",
    "\r\n",
    "\t",
    "a.",
    "\x00",
]
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=30).map("".join))


def side(pieces: tuple[Piece, ...], kind: Kind) -> str:
    """The text of one side: what stayed, with what was removed or added."""
    return "".join(piece.text for piece in pieces if piece.kind in (Kind.SAME, kind))


def shown(before: str, after: str) -> list[tuple[str, str]]:
    """The pieces as plain pairs."""
    return [(piece.kind.value, piece.text) for piece in compare(before, after)]


def test_the_examples_in_the_documentation_run() -> None:
    """Docstrings are part of the library; DESIGN 3."""
    assert doctest.testmod(differences).failed == 0


@given(texts, texts)
def test_the_pieces_rebuild_both_texts_letter_for_letter(before: str, after: str) -> None:
    """Nothing is lost between versions; DESIGN house rule 7."""
    pieces = compare(before, after)
    assert side(pieces, Kind.REMOVED) == before
    assert side(pieces, Kind.ADDED) == after


@given(texts, texts)
def test_pieces_are_never_empty_and_neighbours_differ_in_kind(before: str, after: str) -> None:
    """A page shows each piece as one mark."""
    pieces = compare(before, after)
    assert all(piece.text for piece in pieces)
    assert all(one.kind is not other.kind for one, other in pairwise(pieces))


@given(texts)
def test_a_text_compared_with_itself_is_unchanged(text: str) -> None:
    """Saving without a change shows no change."""
    assert unchanged(compare(text, text))
    assert len(compare(text, text)) <= 1


@given(texts, texts, st.integers(0, 60))
def test_coarser_comparison_rebuilds_both_texts_too(before: str, after: str, budget: int) -> None:
    """Whatever the budget, the pieces tell the truth."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(differences, "BUDGET", budget)
        pieces = compare(before, after)
    assert side(pieces, Kind.REMOVED) == before
    assert side(pieces, Kind.ADDED) == after


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("", "tea", [("added", "tea")]),
        ("tea", "", [("removed", "tea")]),
        ("I like tea", "I like tea now", [("same", "I like tea"), ("added", " now")]),
        ("one\ntwo", "one two", [("same", "one"), ("removed", "\n"), ("added", " "), ("same", "two")]),
        ("my mum", "my sister", [("same", "my "), ("removed", "mum"), ("added", "sister")]),
        ("אני אוהב תה", "אני אוהב קפה", [("same", "אני אוהב "), ("removed", "תה"), ("added", "קפה")]),
        ("我喜歡茶", "我不喜歡茶", [("same", "我"), ("added", "不"), ("same", "喜歡茶")]),
        (
            "cafe\u0301 au lait",
            "cafe au lait",
            [("removed", "cafe\u0301"), ("added", "cafe"), ("same", " au lait")],
        ),
    ],
)
def test_changes_are_shown_as_whole_words(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    """Readable and comparable versions; nothing lost."""
    assert shown(before, after) == expected


@given(
    st.lists(
        st.sampled_from(["e\u0301", "が", "か\u3099", "葛\U000e0100", "👩‍👧", "a", " ", "ب\u064e"]),
        max_size=20,
    )
)
def test_no_piece_starts_in_the_middle_of_a_letter(parts: list[str]) -> None:
    """Combining marks and joiners stay with their letter."""
    for piece in compare("".join(parts), "".join(reversed(parts))):
        assert not unicodedata.combining(piece.text[0])
        assert piece.text[0] not in "\u200d\U000e0100"


def long_texts() -> dict[str, tuple[str, str]]:
    """Pairs that are hard for a naive comparison."""
    source = random.Random(7)
    few = ["tea", "home", "work", "sister", "garden", "night"]
    many = [f"word{number}" for number in range(20_000)]
    prose = [" ".join(source.choices(many[:3000], k=12)) + ". " for _ in range(1_200)]
    mixed = list(prose)
    for place in range(0, len(mixed), 7):
        mixed[place] = "Something else was said here. "
    return {
        "100,000 words of six": (
            " ".join(source.choices(few, k=100_000)),
            " ".join(source.choices(few, k=100_000)),
        ),
        "100,000 different words": (
            " ".join(source.choices(many, k=100_000)),
            " ".join(source.choices(many, k=100_000)),
        ),
        "one letter": ("a " * 50_000, "a " * 49_999 + "b"),
        "no spaces": ("a" * 100_000, "b" * 100_000),
        "empty lines": ("\n" * 100_000, "\n " * 50_000),
        "every other word": (
            " ".join(f"x{place} u{place}" for place in range(9_000)),
            " ".join(f"x{place} v{place}" for place in range(9_000)),
        ),
        "reversed": (" ".join(many), " ".join(reversed(many))),
        "prose": ("".join(prose), "".join(mixed)),
        "lines of six": (
            "\n".join(source.choices(few, k=50_000)),
            "\n\n".join(source.choices(few, k=50_000)),
        ),
        "many long lines": (
            "\n".join(" ".join(source.choices(few, k=400)) + f"\nmarker {number}" for number in range(150)),
            "\n".join(" ".join(source.choices(few, k=400)) + f"\nmarker {number}" for number in range(150)),
        ),
        "east": ("我" * 50_000 + "茶", "茶" + "我" * 50_000),
        "spaces": (" " * 100_000, " " * 99_999),
        "full stops": (". " * 50_000, ".\n" * 50_000),
    }


@pytest.mark.parametrize("name", sorted(long_texts()))
def test_long_texts_are_compared_too(name: str) -> None:
    """100,000 characters and more end in an answer; bad input."""
    before, after = long_texts()[name]
    pieces = compare(before, after)
    assert side(pieces, Kind.REMOVED) == before
    assert side(pieces, Kind.ADDED) == after


def test_in_a_long_text_only_what_changed_is_marked() -> None:
    """Falling back to sentences still finds the words."""
    before, after = long_texts()["prose"]
    same = sum(len(piece.text) for piece in compare(before, after) if piece.kind is Kind.SAME)
    assert same > len(before) * 0.8
