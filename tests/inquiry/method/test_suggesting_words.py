"""Words of rules in texts: held against a search that tries every place."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ownwords.inquiry.method.folding import folded
from ownwords.inquiry.method.suggesting.expressions import (
    MOST_WORDS,
    read_expression,
    read_expressions,
    wrong_lines,
)
from ownwords.inquiry.method.suggesting.found_words import words_in
from ownwords.inquiry.method.suggesting.matching import Matcher

SOME = st.sampled_from(["dog", "Dogs", "café", "cafe\u0301", "walk", "walking", "Ünder", "狗", "x", "the"])
GAPS = st.sampled_from([" ", "\n", "-", "’", ". ", ", ", "  ", " 🐕 "])
TEXTS = st.lists(st.tuples(SOME, GAPS), max_size=30).map(lambda parts: "".join(a + b for a, b in parts))
LINES = st.lists(st.tuples(SOME, st.booleans()), min_size=1, max_size=3).map(
    lambda parts: " ".join(word + ("*" if star else "") for word, star in parts)
)


def places(text: str, *lines: str) -> list[tuple[str, str]]:
    """Return which line is found in which words."""
    matcher = Matcher({line: read_expressions(line) for line in lines})
    return [(hit.key, text[hit.start : hit.end]) for hit in matcher.hits(text)]


def by_hand(text: str, line: str) -> list[tuple[int, int]]:
    """Return every place of a line, by trying all pairs of word beginnings and endings."""
    parts = [(folded(part.rstrip("*")), part.endswith("*")) for part in line.split()]
    inside = [sign.isalnum() or unicodedata.category(sign).startswith("M") for sign in text]
    begins = [n for n, one in enumerate(inside) if one and (n == 0 or not inside[n - 1])]
    ends = [next((m for m in range(n, len(text)) if not inside[m]), len(text)) for n in begins]
    found = []
    for first in range(len(begins) - len(parts) + 1):
        chosen = range(first, first + len(parts))
        plain = [folded(text[begins[n] : ends[n]]) for n in chosen]
        fits = all(
            word.startswith(p) if star else word == p for word, (p, star) in zip(plain, parts, strict=True)
        )
        gaps = [text[ends[n] : begins[n + 1]] for n in list(chosen)[:-1]]
        if fits and all(set(gap) <= set(" \n-’") for gap in gaps):
            found.append((begins[first], ends[chosen[-1]]))
    return found


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, LINES)
def test_it_finds_what_trying_every_place_finds(text: str, line: str) -> None:
    """inquiry 9: whole words, a star for any ending, places in code points."""
    hits = [(hit.start, hit.end) for hit in Matcher({0: read_expressions(line)}).hits(text)]
    assert hits == by_hand(text, line)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_words_are_where_they_say(text: str) -> None:
    """inquiry 9: in order, none over another, each folded from what stands there."""
    at = 0
    for word in words_in(text):
        assert at <= word.start < word.end
        assert folded(text[word.start : word.end]) == word.plain
        at = word.end


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("A dog. Dogs, DOG’s and hotdog", "dog", ["dog", "DOG"]),
        ("Support, supported, unsupported", "support*", ["Support", "supported"]),
        ("She felt heard; feeling  heard", "fe* heard", ["felt heard", "feeling  heard"]),
        ("dog-walking and dog, walking", "dog walk*", ["dog-walking"]),
        ("😀 CAFÉ cafe\u0301", "café", ["CAFÉ", "cafe\u0301"]),
        ("Straße strasse", "STRASSE", ["Straße", "strasse"]),
    ],
)
def test_worked_examples(text: str, line: str, found: list[str]) -> None:
    """inquiry 9: capitals and accents make no difference; a stop or comma parts words."""
    assert [words for _line, words in places(text, line)] == found


def test_many_rules_are_read_in_one_go() -> None:
    """inquiry 9: each hit says whose it is, in the order of the text."""
    assert places("The dog walked", "walk*", "dog", "the dog") == [
        ("the dog", "The dog"), ("dog", "dog"), ("walk*", "walked"),
    ]  # fmt: skip


def test_what_cannot_be_looked_for_is_named() -> None:
    """inquiry 9: a rule is refused with the line that is wrong."""
    long = " ".join(["a1"] * (MOST_WORDS + 1))
    wrong = wrong_lines(f"dog*\n\n*\n a* b\n?!\nd*g\n{long}\nbe* heard")
    assert wrong == {"no_words": ["*", "?!", "d*g"], "too_open": ["a* b"], "too_long": [long]}
    assert read_expression("") == ()
    assert len(read_expressions("Dog\ndóg\n\nwalk*")) == 2


def test_twice_the_text_takes_no_more_than_some_times_as_long() -> None:
    """inquiry 30: linear; 200 lines that begin alike, over 40,000 and 160,000 words."""
    lines = "\n".join(f"walk with {n}x" for n in range(200))
    matcher = Matcher({0: read_expressions(lines)})
    took = []
    for times in (10_000, 40_000):
        text = "Walk with the dog. " * times
        begun = time.process_time()
        assert list(matcher.hits(text)) == []
        took.append(time.process_time() - begun)
    assert took[1] < 12 * took[0] + 0.2
