"""Matching: nothing but shared words, told in the person's own spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.connections.method.matching import EMPTY, Word, match, stem, telling, words_in
from ownwords.people.method.folding import fold


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("caresses", "caress"), ("ponies", "poni"), ("ties", "ti"), ("caress", "caress"), ("cats", "cat"),
        ("feed", "feed"), ("agreed", "agree"), ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"),
        ("sing", "sing"), ("conflated", "conflate"), ("troubled", "trouble"), ("sized", "size"), ("hopping", "hop"),
        ("tanned", "tan"), ("falling", "fall"), ("hissing", "hiss"), ("fizzed", "fizz"), ("failing", "fail"),
        ("filing", "file"), ("happy", "happi"), ("sky", "sky"),
    ],
)  # fmt: skip
def test_stems_of_the_published_examples(word: str, expected: str) -> None:
    """Porter 1980, step 1: the examples of the paper."""
    assert stem(word) == expected or len(word) <= 3


def test_forms_of_a_word_are_one_word_and_the_reason_is_in_the_persons_spelling() -> None:
    """connecting R22: a match always says why, in the person's words."""
    found = match(
        telling(["I used to COOK for twenty", "Fixing bicycles", "sleep"]),
        {"name": "Bicycle Kitchen", "description": "Cooking and mending together"},
    )
    assert found is not None
    assert [(one.text, one.words) for one in found.reasons] == [(0, ("COOK",)), (1, ("bicycles",))]
    assert found.fields == ("name", "description")
    assert found.shared == 2


@pytest.mark.parametrize("text", ["", "I like to help people", "a b c", "2026 12", "-- !!", "🙂"])
def test_words_that_say_nothing_match_nothing(text: str) -> None:
    """What everybody says is no reason."""
    assert match(telling([text]), {"name": "Help for people who like things, 2026 12"}) is None


TEXTS = st.lists(st.text(alphabet="abcdefghijklmnopqrst '’-éß\n", max_size=40), max_size=4)


@given(TEXTS, st.text(alphabet="abcdefghijklmnopqrst é", max_size=60))
def test_every_reason_stands_in_both(texts: list[str], name: str) -> None:
    """connecting R22: the reason is exact: the word is in the person's text, its stem in the thing's."""
    found = match(telling(texts), {"name": name})
    stems = {word.stem for word in words_in(name)}
    shared = {word.stem for text in texts for word in words_in(text)} & stems
    assert (found is not None) == bool(shared)
    if found:
        assert found.shared == len(shared)
        for reason in found.reasons:
            for word in reason.words:
                assert word in texts[reason.text]
                assert stem(fold(word)) in stems


@given(st.text(max_size=80))
def test_the_words_of_any_text_are_whole_telling_and_each_once(text: str) -> None:
    """Any text at all."""
    found = words_in(text)
    assert len({one.stem for one in found}) == len(found)
    assert all(
        isinstance(one, Word) and one.written in text and fold(one.written) not in EMPTY for one in found
    )
