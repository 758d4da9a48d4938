"""Codings follow a corrected transcript."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.text.edits import applied, edits
from ownwords.inquiry.method.text.following import follow, moved_points, undo
from ownwords.inquiry.method.text.spans import Span

WORDS = st.lists(
    st.sampled_from(["the ", "team ", "hears", " heard", ".", "\n", "é", "😀", "a", "b"]), max_size=25
).map("".join)


@st.composite
def spans_of(draw: st.DrawFn, text: str) -> list[Span]:
    """Return spans of a text, empty ones too."""
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=6))
    return [Span(min(pair), max(pair), number) for number, pair in enumerate(pairs)]


@pytest.mark.parametrize(
    ("before", "after", "coded", "now", "change"),
    [
        ("we herd them say it", "we heard them say it", "them", "them", "moved"),
        ("we herd them say it", "we heard them say it", "herd", "heard", "changed"),
        ("we herd them say it", "we heard them say it", "we", "we", "same"),
        ("they hear us", "they heard us", "hear", "heard", "changed"),
        ("say it again", "say it once again", "say it ", "say it ", "same"),
        ("say it again", "oh, say it again", "say", "say", "moved"),
        ("one two three four", "one four", "two three ", "", "gone"),
        ("one two three four", "one four", "three four", "four", "changed"),
        ("one two three four", "one four", "one two", "one ", "changed"),
        ("one two three four", "one four", "one two three four", "one four", "changed"),
        ("my clinic, then", "my hospital, then", "clinic", "hospital", "changed"),
    ],
)
def test_the_rule_for_touched_codings(before: str, after: str, coded: str, now: str, change: str) -> None:
    """inquiry 5: later codings move, touched ones are clipped or grow, those whose words changed are listed."""
    at = before.index(coded)
    found = follow(before, after, [Span(at, at + len(coded), "c")])
    one = found.spans[0]
    assert (after[one.now.start : one.now.end], one.change) == (now, change)
    assert found.changed == (found.spans if change == "changed" else ())
    assert found.gone == (found.spans if change == "gone" else ())


@given(WORDS, WORDS)
def test_edits_make_one_text_of_the_other(before: str, after: str) -> None:
    """inquiry 5: nothing is missed, nothing touches, and backwards it holds too."""
    found = edits(before, after)
    assert applied(before, after, found) == after
    assert applied(after, before, [one.inverse for one in found]) == before
    assert all(one.end < other.start or one.new_end < other.new_start for one, other in pairwise(found))


@given(st.data(), WORDS, WORDS)
def test_codings_outside_any_change_keep_their_words(data: st.DataObject, before: str, after: str) -> None:
    """inquiry 5: and every offset stays within the text."""
    found = follow(before, after, data.draw(spans_of(before)))
    for one in found.spans:
        assert 0 <= one.now.start <= one.now.end <= len(after)
        if all(edit.end < one.was.start or edit.start > one.was.end for edit in found.edits):
            assert after[one.now.start : one.now.end] == before[one.was.start : one.was.end]


@given(st.data(), WORDS)
def test_no_correction_moves_nothing(data: st.DataObject, text: str) -> None:
    """inquiry 5: follow(a, a) is the identity."""
    spans = data.draw(spans_of(text))
    assert [one.now for one in follow(text, text, spans).spans] == spans


@given(st.data(), WORDS, WORDS)
def test_undo_brings_every_coding_back(data: st.DataObject, before: str, after: str) -> None:
    """inquiry 5: undo brings all back, also those that were clipped or gone; later ones follow the rule backwards."""
    spans = data.draw(spans_of(before))
    done = follow(before, after, spans)
    later = [Span(0, len(after), "later")]
    back = undo(before, after, done, [*(one.now for one in done.spans), *later])
    assert [one.now for one in back[: len(spans)]] == spans
    assert 0 <= back[-1].now.start <= back[-1].now.end <= len(before)


@given(st.data(), WORDS, WORDS)
def test_places_stay_in_order_and_within(data: st.DataObject, before: str, after: str) -> None:
    """inquiry 2.4: page starts and times move with the words."""
    points = sorted(data.draw(st.lists(st.integers(0, len(before)))))
    now = moved_points(edits(before, after), points)
    assert list(now) == sorted(now)
    assert all(0 <= point <= len(after) for point in now)


def test_a_coding_outside_the_text_is_an_error() -> None:
    """inquiry 5: offsets are checked, never bent."""
    with pytest.raises(ValueError, match="no stretch"):
        follow("abc", "abd", [Span(1, 9)])
