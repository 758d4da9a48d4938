"""Introductions by how they were made: counts, unknowns, an interval, small numbers hidden, no proof of cause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.peers.method.introductions import CAVEAT, How, Row, TakenUp, report
from ownwords.peers.method.shares import Share, wilson

YES, NO, LATER, UNKNOWN = TakenUp


def made(how: How, yes: int, no: int, later: int, unknown: int) -> list[tuple[How, TakenUp]]:
    """Return so many introductions of one way."""
    return [
        (how, taken)
        for taken, times in zip(TakenUp, (yes, no, later, unknown), strict=True)
        for _ in range(times)
    ]


def test_unknowns_are_printed_and_stay_out_of_the_share() -> None:
    """PS-14: 12 of 18 known, with 7 later and 9 unknown beside them."""
    found = report(
        made(How.IN_PERSON, 12, 6, 7, 9) + made(How.PHONE, 8, 8, 6, 5) + made(How.LETTER, 5, 15, 8, 20)
    )
    in_person, phone, letter, everybody = found.rows
    assert in_person == Row(How.IN_PERSON, 12, 6, 18, 7, 9, 34, Share(12, 18), wilson(Share(12, 18)))
    assert (phone.share, letter.share) == (Share(8, 16), Share(5, 20))
    assert (everybody.how, everybody.share, everybody.unknown, everybody.made) == (
        None,
        Share(25, 54),
        34,
        109,
    )


def test_every_report_says_that_it_proves_no_cause() -> None:
    """PS-14: the key of the sentence comes with the table, also with an empty one."""
    assert report([]).caveat == CAVEAT == "introductions_describe_and_prove_no_cause"


def test_nothing_known_has_no_share() -> None:
    """PS-14: 0 of 0 is undefined, and a way never used is a row of zeros."""
    in_person, _, letter, _ = report(made(How.IN_PERSON, 0, 0, 0, 6)).rows
    assert (in_person.share, in_person.interval, in_person.unknown) == (None, None, 6)
    assert (letter.made, letter.taken_up, letter.share) == (0, 0, None)


def test_small_counts_are_hidden_with_whatever_would_give_them_away() -> None:
    """House rule 10: 2 of 12 by letter is hidden, and so is its share; nobody can subtract it."""
    found = report(
        made(How.IN_PERSON, 12, 6, 7, 9) + made(How.PHONE, 8, 8, 6, 5) + made(How.LETTER, 2, 10, 8, 20)
    )
    letter, everybody = found.rows[2:]
    assert (letter.taken_up, letter.share, letter.interval) == (None, None, None)
    assert letter.known is None or letter.not_taken_up is None
    others = [row.taken_up for row in found.rows[:2]]
    assert everybody.taken_up is None or None in others


@given(
    some.lists(some.tuples(some.sampled_from(list(How)), some.sampled_from(list(TakenUp))), max_size=80),
    some.integers(1, 8),
)
def test_what_is_shown_is_true_and_never_small(given_: list[tuple[How, TakenUp]], below: int) -> None:
    """House rule 10: a number that is shown is 0 or large enough."""
    for row in report(given_, below=below).rows:
        numbers = (row.taken_up, row.not_taken_up, row.known, row.later, row.unknown, row.made)
        assert all(number is None or number == 0 or number >= below for number in numbers)
        if row.share is not None:
            assert (row.share.part, row.share.whole) == (row.taken_up, row.known)
        if None not in numbers:
            assert row.made == row.taken_up + row.not_taken_up + row.later + row.unknown  # type: ignore[operator]


@pytest.mark.parametrize("kind", [How, TakenUp])
def test_the_lists_are_fixed(kind: type[How] | type[TakenUp]) -> None:
    """PS-14: a letter is a way of its own; later and unknown are no refusals."""
    assert [one.value for one in kind] in (
        ["in_person", "phone", "letter"],
        ["yes", "no", "later", "unknown"],
    )
