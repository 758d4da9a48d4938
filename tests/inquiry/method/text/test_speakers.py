"""Speakers proposed from the forms that transcripts have."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.text.speakers import propose


def said(text: str) -> list[tuple[str | None, str, int | None]]:
    """Return (label, words, time) of each turn."""
    return [(turn.label, text[turn.said_from : turn.end], turn.at_ms) for turn in propose(text).turns]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Anna: hello\nBen: hi", [("Anna", "hello", None), ("Ben", "hi", None)]),
        ("ANNA: hello\nBEN B.: hi", [("ANNA", "hello", None), ("BEN B.", "hi", None)]),
        ("**Anna:** hello\n**Ben**: hi", [("Anna", "hello", None), ("Ben", "hi", None)]),
        ("[Anna] hello\n[Ben]\nhi", [("Anna", "hello", None), ("Ben", "hi", None)]),
        ("Anna  0:45\nhello\n\nBen Lee  1:02:03\nhi", [("Anna", "hello", 45000), ("Ben Lee", "hi", 3723000)]),
        ("<v Anna>hello\n<v Ben>hi", [("Anna", "hello", None), ("Ben", "hi", None)]),
        ("[00:01:02] Anna: hello\nBen (0:45): hi", [("Anna", "hello", 62000), ("Ben", "hi", 45000)]),
        ("00:01:02 Anna: hello\nBen [00:00:45.5]: hi", [("Anna", "hello", 62000), ("Ben", "hi", 45500)]),
        ("#00:01:02-5# P1: hello\nP2: #00:02:00-0# hi", [("P1", "hello", 62500), ("P2", "hi", 120000)]),
        ("00:01:02\nAnna: hello\n00:02:00\nBen: hi", [("Anna", "hello", 62000), ("Ben", "hi", 120000)]),
        (
            "interviewer: why?\nParticipant 2: because",
            [("interviewer", "why?", None), ("Participant 2", "because", None)],
        ),
        (
            "O’Neill: no\nAnna-Maria de Souza: yes",
            [("O’Neill", "no", None), ("Anna-Maria de Souza", "yes", None)],
        ),
        ("面接者：はい\nمريم: نعم", [("面接者", "はい", None), ("مريم", "نعم", None)]),
    ],
)
def test_the_usual_forms_are_found(text: str, turns: list[tuple[str | None, str, int | None]]) -> None:
    """inquiry 4: Name:, NAME:, [Name], Name  0:45, <v Name>, with their times in milliseconds."""
    assert said(text) == turns


@pytest.mark.parametrize(
    "line",
    [
        "17:30 we met at the door",
        "http://example.org is a page",
        "HTTP://EXAMPLE.ORG",
        "I said this: stop it",
        "And then he told me: go home",
        "It is 5: not 6",
        "C:\\folder",
        "12:45: we stopped",
        "[00:10:12] we stopped",
        "[laughs] yes",
        "[Laughter]",
        "[Page](http://example.org)",
        "Note: this is a draft",
        "John 3:16 was read",
        "see you at 17:30",
    ],
)
def test_what_only_looks_like_a_speaker_is_none(line: str) -> None:
    """inquiry 4 and bad input: 17:30, http: and a sentence with a colon are no speakers."""
    text = f"Anna: hello\n{line}\nBen: hi\nAnna: bye"
    assert [turn.label for turn in propose(text).turns] == ["Anna", "Ben", "Anna"]
    assert not propose(line).speakers


def test_a_word_with_a_colon_in_prose_is_no_speaker() -> None:
    """inquiry 4: one label among many lines is not a transcript."""
    text = "We went out and came home.\n" * 9 + "Truth: it rained.\n"
    assert propose(text).turns == ()
    assert [one.label for one in propose(text, also=["Truth"]).speakers] == ["Truth"]


def test_a_group_gives_each_speaker_the_right_number_of_turns() -> None:
    """inquiry 3: turns, and the first words to know them by; what stands above is nobody's."""
    text = "Focus group two\n\nMODERATOR: Who begins?\nP1: I do.\nAnd go on.\nP2: No, I.\nP1: Fine.\n"
    found = propose(text)
    assert [(one.label, one.turns, one.first_words) for one in found.speakers] == [
        ("MODERATOR", 1, "Who begins?"),
        ("P1", 2, "I do. And go on."),
        ("P2", 1, "No, I."),
    ]
    assert [turn.label for turn in found.turns] == [None, "MODERATOR", "P1", "P2", "P1"]
    assert text[found.turns[2].start : found.turns[2].end] == "P1: I do.\nAnd go on."


@given(
    st.lists(
        st.sampled_from(
            ["Anna: ", "Ben", "[X1] ", "0:45", "\n", "hi 😀", " ", ":", "<v A>", "[00:01:02]", "\t"]
        )
    ).map("".join)
)
def test_turns_are_in_order_and_within_the_text(text: str) -> None:
    """inquiry 4: a proposal never cuts or doubles words."""
    turns = propose(text).turns
    assert all(0 <= turn.start <= turn.said_from <= turn.end <= len(text) for turn in turns)
    assert all(one.end <= other.start for one, other in pairwise(turns))
    covered = "".join(text[turn.start : turn.end] for turn in turns)
    assert not turns or covered.split() == text.split() or "".join(covered.split()) == "".join(text.split())
