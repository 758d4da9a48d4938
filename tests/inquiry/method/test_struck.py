"""Several stretches struck out at once, from the present text and from others of its versions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.struck import joined, struck, struck_elsewhere, wordings
from ownwords.inquiry.method.text.spans import Span

STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4)


def test_stretches_that_meet_are_one() -> None:
    """Empty and turned ones are left out."""
    assert joined([(5, 8), (1, 3), (3, 5), (9, 9), (12, 10)]) == [(1, 8)]


def test_passages_and_places_move_with_every_stretch() -> None:
    """inquiry 27: a mark for each, what stands behind moves by all of them."""
    text, spans, points = struck("one two three four", [(4, 7), (14, 18)], [Span(8, 13), Span(0, 18)], [8])
    assert text == "one […] three […]"
    assert [text[one.now.start : one.now.end] for one in spans] == ["three", "one […] three "]
    assert points == [8]


@given(st.text(alphabet="abc ", min_size=40, max_size=40), STRETCHES)
def test_what_is_struck_is_gone_and_the_rest_stands(text: str, stretches: list[tuple[int, int]]) -> None:
    """Letters outside all stretches stay, in order."""
    cut = joined(stretches)
    after, _, _ = struck(text, stretches, ())
    kept = "".join(sign for at, sign in enumerate(text) if not any(a <= at < b for a, b in cut))
    assert after.replace("[…]", "") == kept
    assert after.count("[…]") == len(cut)


def test_an_older_version_loses_the_words_in_its_own_spelling_and_wherever_else_they_stood() -> None:
    """inquiry 27: the place is what counts; the same words elsewhere go where the present text has them no more."""
    present, older = "I like my dog Rex.", "Rex? I like my dogg Rex."
    assert struck_elsewhere(present, [(10, 17)], older, [])[0] == "Rex? I like my […]."
    assert struck_elsewhere(present, [(14, 17)], older, [])[0] == "[…]? I like my dogg […]."


def test_words_are_looked_for_whole_and_by_sentences_that_tell() -> None:
    """A long stretch tells, and a number; "Yes" does not, unless somebody chose exactly that word."""
    assert wordings(["Yes. And so. Rex barked all night.", "Yes", "room 12", "[…]"]) == [
        "Yes. And so. Rex barked all night",
        "Rex barked all night",
        "room 12",
    ]
    assert wordings(["Rex", "so"], chosen=True) == ["Rex"]
