"""Paragraphs, and turns of a text that was corrected."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.paragraphs import hard_wrapped, paragraphs
from ownwords.inquiry.method.text.edits import edits
from ownwords.inquiry.method.text.speakers import propose
from ownwords.inquiry.method.turns_again import turns_again

TALK = "Ann: One day.\nBen: Two days.\nAnn: Three days.\nBen: Four days."
LINES = st.lists(st.sampled_from(["Ann: yes I did.", "Ben: no.", "and so on", "Cat: well", ""]), max_size=12)


def again(before: str, after: str) -> list[tuple[str | None, str]]:
    """Return who says what after a correction."""
    turns = turns_again(after, edits(before, after), propose(before).turns)
    return [(one.label, after[one.said_from : one.end]) for one in turns]


def test_a_typing_mistake_leaves_who_says_what() -> None:
    """inquiry 5: the words change, the turns stay."""
    assert again(TALK, TALK.replace("Two", "Twenty-two"))[1] == ("Ben", "Twenty-two days.")


def test_a_turn_typed_in_between_is_one() -> None:
    """inquiry 5: of somebody known."""
    said = again(TALK, TALK.replace("\nBen: Four", "\nAnn: Half.\nBen: Four"))
    assert said[3:] == [("Ann", "Half."), ("Ben", "Four days.")]


def test_a_label_that_is_gone_leaves_its_words_to_the_turn_before() -> None:
    """inquiry 5: as somebody who says that a label is no speaker."""
    assert again(TALK, TALK.replace("\nBen: Two", " Two"))[0] == ("Ann", "One day. Two days.")


def test_a_label_that_was_misspelt_is_another_speaker() -> None:
    """inquiry 4: it is looked at again before it counts."""
    assert again(TALK, TALK.replace("Ben: Four", "Bella: Four"))[3] == ("Bella", "Four days.")


def test_a_line_that_was_said_to_be_no_speaker_is_none_after_a_change_in_it() -> None:
    """inquiry 4: what somebody decided stays decided."""
    text = "Ann: One.\nAim: two things.\nAnn: Three."
    turns = [one for one in propose(text).turns if one.label == "Ann"]
    after = text.replace("two", "too")
    assert [one.label for one in turns_again(after, edits(text, after), turns)] == ["Ann", "Ann"]


@given(LINES, LINES)
def test_turns_stand_in_order_within_the_text(before: list[str], after: list[str]) -> None:
    """Whatever is typed, no turn reaches into another or beyond the text."""
    one, other = "\n".join(before), "\n".join(after)
    turns = turns_again(other, edits(one, other), propose(one).turns)
    at = 0
    for turn in turns:
        assert at <= turn.start <= turn.said_from <= turn.end <= len(other)
        at = turn.end


def test_lines_are_paragraphs_unless_a_program_broke_them() -> None:
    """A document's lines; between blank lines where none is long and most reach far; a page begins a new one."""
    assert [one.end for one in paragraphs("One.\n\n  Two. \nThree.")] == [4, 12, 20]
    broken = "\n".join(["x" * 60] * 4 + [""] + ["y" * 60] * 4)
    assert hard_wrapped(broken)
    assert len(paragraphs(broken)) == 2
    assert len(paragraphs(broken, [0, 61])) == 3


@given(st.text(alphabet="ab \n\t", max_size=80), st.lists(st.integers(0, 80), max_size=3))
def test_paragraphs_hold_every_word_and_no_blank_edge(text: str, pages: list[int]) -> None:
    """No word is in none or in two."""
    found = paragraphs(text, pages)
    assert "".join(text[one.start : one.end] for one in found).split() or not text.strip()
    assert sum(
        len(text[one.start : one.end].replace("\n", "").replace(" ", "").replace("\t", "")) for one in found
    ) == len("".join(text.split()))
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in found)
