"""Words that somebody wants out are gone, and a mark says that something was there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.text.spans import Span
from ownwords.inquiry.method.text.striking import GAP, strike

TEXT = "one two three four"


@pytest.mark.parametrize(
    ("coded", "left", "change"),
    [
        ("one two three four", "one […] four", "changed"),
        ("one two", "one ", "changed"),
        ("three four", " four", "changed"),
        ("two three", "", "gone"),
        ("wo thre", "", "gone"),
        ("four", "four", "moved"),
        ("one", "one", "same"),
        ("two three four", " four", "changed"),
    ],
)
def test_codings_are_clipped(coded: str, left: str, change: str) -> None:
    """inquiry 27, 2.6: words removed leave a gap, codings are clipped, none keeps the words."""
    at = TEXT.index(coded)
    done = strike(TEXT, 4, 13, [Span(at, at + len(coded))])
    one = done.spans[0]
    assert (done.text[one.now.start : one.now.end], one.change) == (left, change)
    assert done.gone == (done.spans if change == "gone" else ())


@given(st.data(), st.text(st.sampled_from("abc😀 "), min_size=1))
def test_nothing_keeps_the_words(data: st.DataObject, text: str) -> None:
    """inquiry 27: the result is what was round the words and the mark, with every offset inside it."""
    ends = st.integers(0, len(text))
    start, end = sorted(data.draw(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1])))
    pairs = data.draw(st.lists(st.tuples(ends, ends)))
    done = strike(text, start, end, [Span(min(pair), max(pair)) for pair in pairs])
    assert done.text == text[:start] + GAP + text[end:]
    for one in done.spans:
        assert 0 <= one.now.start <= one.now.end <= len(done.text)
        if one.was.end <= start or one.was.start >= end:
            assert done.text[one.now.start : one.now.end] == text[one.was.start : one.was.end]
        elif start <= one.was.start and one.was.end <= end:
            assert one.now.start == one.now.end
    assert all(0 <= point <= len(done.text) for point in done.points([0, start, end, len(text)]))


def test_nothing_to_strike_out_is_an_error() -> None:
    """inquiry 27."""
    with pytest.raises(ValueError, match="nothing"):
        strike(TEXT, 4, 4)
