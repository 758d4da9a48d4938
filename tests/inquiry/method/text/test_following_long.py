"""Correcting long transcripts takes bounded time."""

from __future__ import annotations

import random
import time

import pytest

from ownwords.inquiry.method.text.following import follow
from ownwords.inquiry.method.text.spans import Span

VOCABULARY = (
    "the team and what people said about it was heard home before after care time ask them why".split()
)


def talk(end: str) -> str:
    """Return some 200,000 characters, each eleven words followed by `end`."""
    chance = random.Random(5)
    words = (chance.choice(VOCABULARY) + (end if number % 11 == 10 else " ") for number in range(41_000))
    return "".join(words)


@pytest.mark.parametrize(
    "before",
    [talk(".\n"), talk(" "), "Yes.\n" * 40_000],
    ids=["lines", "one line", "the same line again and again"],
)
def test_two_hundred_thousand_characters_with_small_corrections(before: str) -> None:
    """inquiry 5: a correction near the beginning and one near the end, and twenty between, within four seconds."""
    after = before
    for at in range(2_000, len(before) - 2_000, len(before) // 20):
        after = after[:at] + "XY" + after[at + 3 :]
    spans = [Span(at, at + 50, at) for at in range(0, len(before) - 60, 500)]
    began = time.monotonic()
    found = follow(before, after, spans)
    assert time.monotonic() - began < 4
    assert len(found.edits) <= 60
    assert len(found.changed) <= 60
    assert not found.gone


def test_one_letter_again_and_again_takes_bounded_time() -> None:
    """inquiry 26: nothing to hold on to; the stretch between the first change and the last counts as replaced."""
    text = "a" * 200_000
    began = time.monotonic()
    found = follow(text, f"{text[:9]}b{text[:190_000]}b{text[:9]}", [Span(0, 5), Span(100, 200)])
    assert time.monotonic() - began < 4
    assert [one.change for one in found.spans] == ["same", "gone"]


def test_two_texts_that_share_nothing_take_bounded_time() -> None:
    """inquiry 26: a whole new transcript in place of the old one."""
    began = time.monotonic()
    found = follow(talk(".\n"), talk("!\n").upper(), [Span(10, 20)])
    assert time.monotonic() - began < 6
    assert found.gone or found.changed
