"""Single-case statistics, against published worked values."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.measures.method.definitions import Direction
from ownwords.measures.method.single_case import nap, tau, tau_bc, tau_u

TARLOW = [1, 2, 3, 4, 5], [6, 7, 8, 9, 10]
PARKER = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]
PARKER_2 = [3, 3, 4, 5], [4, 5, 6, 7, 7]
PHASE = some.lists(some.integers(0, 10), min_size=3, max_size=9)


def test_tarlows_example() -> None:
    """measures 21: A 1..5, B 6..10: Tau 1, Tau-U 0.6, baseline-corrected Tau 0 (Tarlow 2017)."""
    assert (tau(*TARLOW), tau_u(*TARLOW), tau_bc(*TARLOW).tau) == (1, 0.6, 0)
    assert tau_bc(*TARLOW, kendall=True).tau == 0


def test_the_examples_of_parker_vannest_and_davis() -> None:
    """measures 21: NAP 38.5/42, Tau 35/42; second example Tau 16/20, Tau-U 11/20 (Parker, Vannest & Davis 2011)."""
    assert nap(*PARKER) == pytest.approx(38.5 / 42)
    assert tau(*PARKER) == pytest.approx(35 / 42)
    assert tau(*PARKER_2) == pytest.approx(16 / 20)
    assert tau_u(*PARKER_2) == pytest.approx(11 / 20)


def test_kendalls_tau_with_ties_matches_the_book() -> None:
    """Tau-b of phase and value: S over the square root of untied pairs times pairs between the phases."""
    flat = [1, 3, 2], [4, 2, 5]  # no trend in A: slopes 2, .5, -1, median .5
    found = tau_bc(*flat, kendall=True)
    values = [1 - 0.5, 3 - 1, 2 - 1.5, 4 - 2, 2 - 2.5, 5 - 3]
    better = sum((b > a) - (b < a) for a in values[:3] for b in values[3:])
    untied = sum(x != y for i, x in enumerate(values) for y in values[i + 1 :])
    assert found.slope == 0.5
    assert found.tau == pytest.approx(better / math.sqrt(untied * 9))


def test_a_tie_counts_half_in_nap_and_nothing_in_tau() -> None:
    """Parker & Vannest 2009."""
    assert nap([5, 5, 5], [5, 5, 5]) == 0.5
    assert tau([5, 5, 5], [5, 5, 5]) == tau_u([5, 5, 5], [5, 5, 5]) == 0
    assert tau_bc([5, 5, 5], [5, 5, 5], kendall=True).tau == 0


def test_a_straight_line_in_decimals_is_still_exactly_straight() -> None:
    """0.1 + 0.2 is not 0.3 in binary; a rounding error must not look like an effect."""
    series = [round(0.1 * step, 1) for step in range(1, 13)]
    assert tau_bc(series[:6], series[6:]).tau == 0


def test_tau_u_can_leave_its_range() -> None:
    """measures 1.4: Tau-U can exceed 1, which is why it never stands alone."""
    assert tau_u([5, 4, 3, 2, 1], [6, 7, 8]) > 1


@pytest.mark.parametrize("statistic", [nap, tau, tau_u, tau_bc])
def test_short_phases_and_missing_values_are_refused(statistic: object) -> None:
    """Bad input: a clear answer that names the phase."""
    assert callable(statistic)
    with pytest.raises(ValueError, match="phase A has 2 points"):
        statistic([1, 2], [3, 4, 5])
    with pytest.raises(ValueError, match="phase B has 0 points"):
        statistic([1, 2, 3], [])
    with pytest.raises(ValueError, match="phase B holds"):
        statistic([1, 2, 3], [3, math.nan, 5])


@given(PHASE, PHASE)
def test_better_downwards_mirrors_better_upwards(before: list[int], after: list[int]) -> None:
    """As in the tests of the R package SingleCaseES: the direction turns the sign and nothing else."""
    assert tau(before, after, direction=Direction.DOWN) == -tau(before, after)
    assert nap(before, after, direction=Direction.DOWN) == pytest.approx(1 - nap(before, after))
    assert tau_u(before, after, direction=Direction.DOWN) == -tau_u(before, after)
    down, up = tau_bc(before, after, direction=Direction.DOWN), tau_bc(before, after)
    assert (down.tau, down.slope, down.intercept) == (-up.tau, up.slope, up.intercept)


@given(PHASE, PHASE, some.integers(-50, 50), some.integers(1, 5))
def test_they_do_not_depend_on_the_scale(before: list[int], after: list[int], shift: int, times: int) -> None:
    """Only the order of values counts, after a straight trend as before."""
    moved = ([shift + times * value for value in phase] for phase in (before, after))
    first, second = moved
    assert tau_u(first, second) == tau_u(before, after)
    assert tau_bc(first, second).tau == tau_bc(before, after).tau


@given(PHASE, PHASE)
def test_they_keep_their_ranges(before: list[int], after: list[int]) -> None:
    """NAP 0 to 1; Tau and baseline-corrected Tau -1 to 1."""
    assert 0 <= nap(before, after) <= 1
    assert abs(tau(before, after)) <= 1
    assert abs(tau_bc(before, after).tau) <= 1
    assert abs(tau_bc(before, after, kendall=True).tau) <= 1 + 1e-9
