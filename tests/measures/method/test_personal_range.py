"""A usual range that does not cry wolf: simulated people, seeds fixed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from ownwords.measures.method.outside_range import Outside, outside
from ownwords.measures.method.personal import Point
from ownwords.measures.method.personal_range import autocorrelation, usual_range

DAY = date(2026, 1, 1)
PEOPLE = 1000


def points(*values: float) -> list[Point]:
    """Return one rating a week."""
    return [Point(DAY + timedelta(weeks=at), value) for at, value in enumerate(values)]


def series(dice: Random, length: int, tie: float, *, shift: float = 0, after: int = 8) -> list[float]:
    """Return a stable series with spread 1 and lag-1 autocorrelation ``tie``, moved by ``shift`` from ``after`` on."""
    values = [dice.gauss(0, 1)]
    for _ in range(length - 1):
        values.append(tie * values[-1] + (1 - tie * tie) ** 0.5 * dice.gauss(0, 1))
    return [value + (shift if at >= after else 0) for at, value in enumerate(values)]


def flagged(length: int, tie: float, *, shift: float = 0, baseline: int = 8, rounded: bool = False) -> float:
    """Return the share of simulated people whose series leaves the usual range."""
    dice, found = Random(20261122), 0
    for _ in range(PEOPLE):
        values = series(dice, length, tie, shift=shift, after=baseline)
        if rounded:  # 0 to 10 in whole numbers, spread 1.5 around 5
            values = [min(10, max(0, round(5 + 1.5 * value))) for value in values]
        whole = points(*values)
        usual = usual_range(whole, baseline=baseline, step=1 if rounded else 0)
        assert usual is not None
        found += bool(outside(whole, usual))
    return found / PEOPLE


def xmr(length: int, tie: float) -> float:
    """Return the same share for the usual control chart over the whole series: mean and 2.66 moving ranges."""
    dice, found = Random(20261122), 0
    for _ in range(PEOPLE):
        values = series(dice, length, tie)
        centre = sum(values) / length
        moving = sum(abs(b - a) for a, b in pairwise(values)) / (length - 1)
        found += any(abs(value - centre) > 2.66 * moving for value in values)
    return found / PEOPLE


def test_fewer_than_one_in_ten_stable_people_are_flagged() -> None:
    """measures 22: autocorrelation .6 and 20 points: under 10%, where the raw control chart flags about 45%."""
    assert flagged(20, 0.6) < 0.10
    assert flagged(20, 0.6, rounded=True) < 0.10
    assert 0.40 < xmr(20, 0.6) < 0.50


@pytest.mark.parametrize(
    ("length", "tie", "most"), [(20, 0, 0.01), (32, 0.6, 0.12), (20, 0.8, 0.16), (12, 0.6, 0.03)]
)
def test_stable_people_in_other_circumstances(length: int, tie: float, most: float) -> None:
    """The limits of the promise: it holds up to 24 later ratings and an autocorrelation of about .6."""
    assert flagged(length, tie) <= most


def test_a_lasting_shift_is_still_found() -> None:
    """measures 22: power beside the false alarms; two and three standard deviations, and a longer baseline."""
    assert flagged(20, 0.6, shift=2) > 0.40
    assert flagged(32, 0.6, shift=2) > 0.55
    assert flagged(20, 0.6, shift=3) > 0.70
    assert flagged(32, 0.6, shift=2, baseline=12) > flagged(32, 0.6, shift=2)


def test_there_is_no_range_before_the_eighth_rating() -> None:
    """measures 22: only with 8 or more points."""
    assert usual_range(points(1, 2, 3, 4, 5, 6, 7)) is None
    with pytest.raises(ValueError, match="at least 8"):
        usual_range(points(*range(9)), baseline=7)


def test_the_baseline_is_frozen() -> None:
    """measures 22: later ratings never move the range."""
    first = [4, 5, 6, 5, 4, 5, 6, 5]
    early, late = usual_range(points(*first)), usual_range(points(*first, 10, 10, 0, 10))
    assert early == late
    assert early is not None
    assert early.baseline == 8


def test_time_order_is_enforced() -> None:
    """measures 22: reshuffling changes what is usual, so it is refused."""
    mixed = [*points(1, 2), *points(3), *points(*range(8))]
    with pytest.raises(ValueError, match="time order"):
        usual_range(mixed)
    usual = usual_range(points(*range(8)))
    assert usual is not None
    with pytest.raises(ValueError, match="time order"):
        outside(mixed, usual)
    with pytest.raises(ValueError, match="finite"):
        usual_range(points(*range(7), float("nan")))


def test_one_rating_outside_means_nothing_and_four_in_a_row_do() -> None:
    """The rule in plain numbers."""
    base = [5, 5, 6, 5, 4, 5, 5, 5]
    usual = usual_range(points(*base))
    assert usual is not None
    assert usual.high < 10
    assert outside(points(*base, 10, 10, 10, 5, 10), usual) == ()
    assert outside(points(*base, 5, 10, 10, 10, 10, 5), usual) == (Outside(9, 12, 1),)
    assert outside(points(*base, 10, 10, 0, 0, 0, 0), usual) == (Outside(10, 13, -1),)
    assert outside(points(*base, 10, 10, 10, 0, 10), usual) == ()


def test_somebody_who_always_says_five_has_not_left_their_range_with_a_six() -> None:
    """The range is at least one step of the scale to each side."""
    usual = usual_range(points(*[5] * 8))
    assert usual is not None
    assert (usual.low, usual.high, usual.autocorrelation) == (4, 6, None)
    assert outside(points(*[5] * 8, 6, 6, 6, 6, 6), usual) == ()


def test_the_autocorrelation_of_a_worked_series() -> None:
    """1, 2, 3, 4: gaps -1.5, -.5, .5, 1.5; products .75 - .25 + .75 over 5."""
    assert autocorrelation([1, 2, 3, 4]) == pytest.approx(0.25)
