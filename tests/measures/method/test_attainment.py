"""Goal attainment scaling, against values worked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.measures.method.attainment import t_score

LEVELS = some.lists(some.integers(-2, 2), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("levels", "weights", "t"),
    [
        ((1, 1, 1), None, 63.69),
        ((1, -1), (2, 1), 54.02),
        ((2,), None, 70),
        ((0, 0), None, 50),
        ((-2,), (3,), 30),
    ],
)
def test_the_worked_values(levels: tuple[int, ...], weights: tuple[float, ...] | None, t: float) -> None:
    """measures 21: rho 0.3; three equal goals all +1, weights 2 and 1 with +1 and -1, one goal +2."""
    assert t_score(levels, weights) == pytest.approx(t, abs=0.005)


@pytest.mark.parametrize(
    ("levels", "weights", "said"),
    [((), None, "at least one"), ((3,), None, "between"), ((1,), (1, 2), "weights"), ((1,), (0,), "above 0")],
)
def test_impossible_goals_are_refused(
    levels: tuple[int, ...], weights: tuple[float, ...] | None, said: str
) -> None:
    """Bad input: a clear answer."""
    with pytest.raises(ValueError, match=said):
        t_score(levels, weights)
    with pytest.raises(ValueError, match="rho"):
        t_score([1], rho=1.5)


@given(LEVELS, some.floats(0.1, 9))
def test_only_the_proportion_of_weights_counts(levels: list[int], scale: float) -> None:
    """The formula has no unit of weight."""
    assert t_score(levels, [scale] * len(levels)) == pytest.approx(t_score(levels))


@given(LEVELS)
def test_the_opposite_levels_lie_as_far_on_the_other_side_of_50(levels: list[int]) -> None:
    """As expected is 50."""
    assert t_score(levels) + t_score([-level for level in levels]) == pytest.approx(100)
