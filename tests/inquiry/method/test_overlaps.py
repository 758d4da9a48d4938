"""Overlapping passages: every stretch knows what lies on it, and what lies on it can be told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.overlaps import Segment, lanes, segments
from ownwords.inquiry.method.text.spans import Span

places = st.integers(0, 30)
spans = st.lists(st.builds(lambda a, b: Span(min(a, b), max(a, b)), places, places), max_size=12)


def test_two_passages_that_cross_are_cut_into_three_stretches() -> None:
    """inquiry 8: [2, 6) and [4, 9) in [0, 10)."""
    assert segments(0, 10, [Span(2, 6), Span(4, 9)]) == (
        Segment(0, 2, ()),
        Segment(2, 4, (0,), opens=(0,)),
        Segment(4, 6, (0, 1), opens=(1,), closes=(0,)),
        Segment(6, 9, (1,), closes=(1,)),
        Segment(9, 10, ()),
    )
    assert lanes([Span(2, 6), Span(4, 9), Span(6, 7)]) == (0, 1, 0)


def test_a_passage_that_goes_on_beyond_the_turn_neither_begins_nor_ends_in_it() -> None:
    """inquiry 8."""
    assert segments(5, 8, [Span(0, 20)]) == (Segment(5, 8, (0,)),)


@given(st.integers(0, 15), st.integers(16, 30), spans)
def test_the_stretches_are_the_whole_text_and_each_knows_what_covers_it(
    start: int, end: int, given_spans: list[Span]
) -> None:
    """inquiry 8: any number, against a count character by character."""
    found = segments(start, end, given_spans)
    assert [one.start for one in found] == [start, *[one.end for one in found[:-1]]]
    assert found[-1].end == end
    for one in found:
        for at in range(one.start, one.end):
            assert set(one.covered_by) == {n for n, s in enumerate(given_spans) if s.start <= at < s.end}
    assert [n for one in found for n in one.opens] == [
        n for at in range(start, end) for n, s in enumerate(given_spans) if s.start == at < s.end
    ]
    assert len({n for one in found for n in one.closes}) == sum(
        1 for s in given_spans if s.start < s.end and start < s.end <= end
    )


@given(spans)
def test_passages_that_share_a_character_never_share_a_lane_and_no_lane_is_wasted(
    given_spans: list[Span],
) -> None:
    """inquiry 8."""
    found = lanes(given_spans)
    fullest = 0
    for at in range(31):
        here = [lane for lane, s in zip(found, given_spans, strict=True) if s.start <= at < s.end]
        assert len(set(here)) == len(here)
        fullest = max(fullest, len(here))
    used = {lane for lane, s in zip(found, given_spans, strict=True) if s.start < s.end}
    assert used == set(range(fullest))
