"""Shares and their interval."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.peers.method.shares import Share, Spread, spread, wilson

SHARES = some.integers(0, 400).flatmap(lambda whole: some.tuples(some.integers(0, whole), some.just(whole)))


def test_the_score_interval_worked_by_hand() -> None:
    """Wilson 1927: 5 of 10 is 1/2 -/+ z / (2 sqrt(10 + z^2)); 0 of 10 is 0 to z^2 / (10 + z^2)."""
    z = 1.959963984540054
    half = z / (2 * sqrt(10 + z * z))
    found, none, all_ = (wilson(Share(part, 10)) for part in (5, 0, 10))
    assert found is not None
    assert none is not None
    assert all_ is not None
    assert (found.low, found.high) == pytest.approx((0.5 - half, 0.5 + half))
    assert (none.low, none.high) == pytest.approx((0, z * z / (10 + z * z)))
    assert (all_.low, all_.high) == pytest.approx((10 / (10 + z * z), 1))
    assert wilson(Share(0, 0)) is None


@given(SHARES)
def test_the_interval_holds_the_share_and_its_ends_solve_the_score_equation(given_: tuple[int, int]) -> None:
    """Wilson 1927: at both ends |share - p| = z sqrt(p (1 - p) / n)."""
    share = Share(*given_)
    found = wilson(share)
    if found is None:
        assert share.whole == 0
        return
    p = share.part / share.whole
    assert 0 <= found.low <= p <= found.high <= 1
    for end in (found.low, found.high):
        if 0 < end < 1:
            assert abs(p - end) == pytest.approx(1.959963984540054 * sqrt(end * (1 - end) / share.whole))


def test_impossible_shares_and_levels_are_refused() -> None:
    """Bad input."""
    for part, whole in ((-1, 3), (4, 3)):
        with pytest.raises(ValueError):
            Share(part, whole)
    with pytest.raises(ValueError):
        wilson(Share(1, 2), level=1)


def test_the_median_says_how_many_are_not_known() -> None:
    """PS-18: unknowns are counted beside what is known."""
    assert spread([3, None, 8, 1, None]) == Spread(3.0, 3, 2)
    assert spread([None]) == Spread(None, 0, 1)
