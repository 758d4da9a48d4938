"""Sentences and turns as passages to propose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.suggesting.pieces import SENTENCE, TURN, pieces
from ownwords.inquiry.method.suggesting.sentences import sentences
from ownwords.inquiry.method.text.spans import Span

TEXTS = st.text(alphabet=st.sampled_from('ab .!?…\n\t"”)。I😀é\u0301'), max_size=60)


@given(TEXTS, st.integers(0, 20), st.integers(0, 60))
def test_every_sign_is_in_one_sentence(text: str, start: int, end: int) -> None:
    """inquiry 9: in order, no blank at an edge, nothing lost, nothing twice."""
    end = max(start, min(end, len(text)))
    start = min(start, end)
    found = list(sentences(text, start, end))
    at = start
    for one in found:
        assert at <= one.start < one.end <= end
        assert not text[at : one.start].strip()
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        at = one.end
    assert not text[at:end].strip()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I came. I stayed!", ["I came.", "I stayed!"]),
        ("Dr. Moss rang at 3.30 p.m. exactly.", ["Dr. Moss rang at 3.30 p.m. exactly."]),
        ("“Stop.” He left…", ["“Stop.”", "He left…"]),
        ("They said no. So I left.", ["They said no.", "So I left."]),
        ("So did I. Then we left.", ["So did I.", "Then we left."]),
        ("等一下。走吧！", ["等一下。", "走吧！"]),
        ("broken to fit\na page\n\nA new paragraph", ["broken to fit\na page", "A new paragraph"]),
    ],
)
def test_worked_examples(text: str, said: list[str]) -> None:
    """inquiry 9: near enough for a person to look at; a short form ends no sentence."""
    assert [text[one.start : one.end] for one in sentences(text)] == said


def test_turns_are_proposed_whole_or_by_sentence() -> None:
    """inquiry 9: a passage never reaches over two turns."""
    text = "P1: One. Two.\nP2:  \nP3: Three"
    turns = [Span(4, 13), Span(18, 19), Span(24, 29)]
    assert [text[s.start : s.end] for s in pieces(text, turns, TURN)] == ["One. Two.", "Three"]
    assert [text[s.start : s.end] for s in pieces(text, turns, SENTENCE)] == ["One.", "Two.", "Three"]
