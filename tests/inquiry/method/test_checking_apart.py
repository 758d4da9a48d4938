"""How far groups differ in what they say to a finding, and which finding is looked at first."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.checking_back.apart import Counts, apart, furthest
from ownwords.inquiry.method.checking_back.order import most_apart_first

few = st.integers(0, 30)
counts = st.builds(Counts, few, few, few, few, few)
standing = counts.filter(lambda one: one.stands > 0)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Counts(agree=5), Counts(agree=1), Fraction(0)),
        (Counts(agree=5), Counts(no=1), Fraction(1)),
        (Counts(agree=5), Counts(partly=2), Fraction(1, 2)),
        (Counts(agree=3, no=1), Counts(agree=1, partly=1, no=2), Fraction(3, 8)),
        (Counts(agree=5), Counts(not_mine=5), None),
        (Counts(), Counts(), None),
    ],
)
def test_worked_examples_of_how_far_groups_are_apart(
    one: Counts, other: Counts, expected: Fraction | None
) -> None:
    """connecting R25: not something I have experience of is no disagreement; nobody took a stand is undefined."""
    assert apart(one, other) == expected


@given(standing, standing)
def test_it_is_the_same_both_ways_and_between_nothing_and_one(one: Counts, other: Counts) -> None:
    """connecting R25: symmetric, bounded."""
    found = apart(one, other)
    assert found == apart(other, one)
    assert found is not None
    assert 0 <= found <= 1


@given(standing, st.integers(1, 9))
def test_groups_that_answer_alike_are_not_apart_however_large_they_are(one: Counts, times: int) -> None:
    """connecting R25: 0 where groups answer alike."""
    larger = Counts(one.agree * times, one.partly * times, one.no * times)
    assert apart(one, larger) == 0


@given(standing, standing, st.integers(1, 9))
def test_how_large_a_group_is_changes_nothing_so_nothing_is_pooled(
    one: Counts, other: Counts, times: int
) -> None:
    """connecting R25: never pooled. A measure on pooled counts would move with the size of a group."""
    larger = Counts(other.agree * times, other.partly * times, other.no * times)
    assert apart(one, other) == apart(one, larger)


@given(counts, counts, few, few)
def test_no_experience_and_no_answer_are_no_disagreement(
    one: Counts, other: Counts, not_mine: int, not_answered: int
) -> None:
    """connecting R25: neither counts for or against."""
    assert apart(one, other) == apart(replace(one, not_mine=not_mine, not_answered=not_answered), other)


@given(standing, standing, standing)
def test_it_is_a_distance_on_shares(one: Counts, other: Counts, third: Counts) -> None:
    """connecting R25: a way round is never shorter, and 0 means equal shares."""
    straight, there, on = apart(one, other), apart(one, third), apart(third, other)
    assert straight is not None
    assert there is not None
    assert on is not None
    assert straight <= there + on
    alike = one.agree * other.stands == other.agree * one.stands and (
        one.no * other.stands == other.no * one.stands
    )
    assert (straight == 0) == alike


@given(st.lists(counts, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_groups_changes_nothing(groups: list[Counts], chance: object) -> None:
    """connecting R25: with several groups, the two that are furthest apart; undefined where none can be compared."""
    shuffled = list(groups)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = furthest(groups), furthest(shuffled)
    assert (first and first[0]) == (second and second[0])
    assert (first is None) == (sum(one.stands > 0 for one in groups) < 2)
    if first:
        assert apart(groups[first[1]], groups[first[2]]) == first[0]


@given(st.lists(st.lists(counts, min_size=2, max_size=3), max_size=6))
def test_findings_on_which_groups_disagree_most_come_first_and_undefined_ones_last(
    rows: list[list[Counts]],
) -> None:
    """connecting R25: disagreement between groups is listed first."""
    listed = most_apart_first(rows, lambda row: row)
    assert sorted(map(repr, listed)) == sorted(map(repr, rows))
    found = [furthest(row) for row in listed]
    defined = [one[0] for one in found if one]
    assert defined == sorted(defined, reverse=True)
    assert all(one is None for one in found[len(defined) :])
