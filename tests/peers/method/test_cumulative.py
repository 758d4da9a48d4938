"""Mean cumulative returns: exact values, a bootstrap over people, and how often the interval holds the truth."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.peers.method import frame_curves
from ownwords.peers.method.cumulative import History, bounds, mean_by, mean_cumulative, monthly

FOUR = [History((5, 9), 12), History((5,), 10), History((), 8), History((11, 3, 7), 14)]

LISTS = some.lists(some.lists(some.integers(0, 20), max_size=6), min_size=1, max_size=8)


def test_the_worked_fixture_is_met_exactly() -> None:
    """PS-17: Lawless and Nadeau's variance by hand, four people."""
    found = [
        (point.time, point.at_risk, point.events, point.estimate, point.variance)
        for point in mean_cumulative(FOUR)
    ]
    assert found == [
        (3, 4, 1, Fraction(1, 4), Fraction(3, 64)),
        (5, 4, 2, Fraction(3, 4), Fraction(3, 64)),
        (7, 4, 1, Fraction(1), Fraction(1, 8)),
        (9, 3, 1, Fraction(4, 3), Fraction(31, 216)),
        (11, 2, 1, Fraction(11, 6), Fraction(49, 216)),
    ]


def test_late_entry_keeps_people_out_of_earlier_numbers_at_risk() -> None:
    """PS-17: d comes at 4, so at 3 three are at risk; at risk means entry < t."""
    late = [*FOUR[:3], History((7, 11), 14, entry=4)]
    found = mean_cumulative([*late, History((3,), 3)])
    assert [(point.time, point.at_risk) for point in found] == [(3, 4), (5, 4), (7, 4), (9, 3), (11, 2)]
    assert found[0].estimate == Fraction(1, 4)
    at_entry = mean_cumulative([History((5,), 9), History((), 9, entry=5)])
    assert at_entry[0].at_risk == 1


def test_reading_the_curve() -> None:
    """peer-support 3.3: by month; before the first event the mean is 0."""
    found = mean_cumulative(FOUR)
    assert mean_by(found, 2) is None
    assert mean_by(found, 10) == found[3]
    assert monthly(found, 2) == (found[-1], found[-1])
    assert monthly(mean_cumulative([History((31,), 99)]), 2)[0] is None
    assert mean_cumulative([]) == mean_cumulative([History((), 9)]) == ()
    low, high = bounds(1.0, 0.25)
    assert (low, high) == pytest.approx((1 - 1.959964 / 2, 1 + 1.959964 / 2))
    assert bounds(0.1, 1)[0] == 0
    for estimate, variance, level in ((1, -1, 0.95), (1, 1, 0), (1, 1, 1)):
        with pytest.raises(ValueError):
            bounds(estimate, variance, level)


@pytest.mark.parametrize(
    ("events", "end", "entry"), [((6,), 5, None), ((-1,), 5, None), ((3,), 5, 3), ((), 5, 5), ((), -1, None)]
)
def test_impossible_histories_are_refused(events: tuple[int, ...], end: int, entry: int | None) -> None:
    """Bad input: an event after the end, a negative time, an event at the entry, an end at the entry."""
    with pytest.raises(ValueError):
        History(events, end, entry)


@given(LISTS)
def test_with_everybody_seen_to_the_end_it_is_the_plain_mean_and_its_variance(lists: list[list[int]]) -> None:
    """PS-17: then the estimate is events per person, and the variance that of a mean: sum of squares / n squared."""
    people, n = [History(tuple(events), 20) for events in lists], len(lists)
    for point in mean_cumulative(people):
        own = [sum(event <= point.time for event in events) for events in lists]
        mean = Fraction(sum(own), n)
        assert (point.estimate, point.variance) == (mean, sum((one - mean) ** 2 for one in own) / n**2)


@given(LISTS, some.randoms(use_true_random=False))
def test_order_changes_nothing_and_the_curve_only_rises(lists: list[list[int]], dice: object) -> None:
    """Bad input: rows in any order."""
    people = [History(tuple(events), max(events, default=0)) for events in lists]
    mixed = list(people)
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    found = mean_cumulative(people)
    assert mean_cumulative(mixed) == found
    assert all(one.estimate < other.estimate for one, other in pairwise(found))


@given(LISTS, some.integers(2, 5))
def test_times_in_another_unit_give_the_same_curve(lists: list[list[int]], factor: int) -> None:
    """PS-17: days or weeks."""
    people = [History(tuple(events), 20) for events in lists]
    other = [History(tuple(event * factor for event in events), 20 * factor) for events in lists]
    for point, same in zip(mean_cumulative(people), mean_cumulative(other), strict=True):
        assert (same.time, same.estimate, same.variance) == (
            point.time * factor,
            point.estimate,
            point.variance,
        )


def frail(dice: np.random.Generator, people: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return person, time and end: on average one return a year, but gamma (shape 1) between people; seen 1-4 years."""
    end = dice.uniform(1, 4, people)
    number = dice.poisson(dice.gamma(1, 1, people) * end)
    person = np.repeat(np.arange(people), number)
    return person, dice.uniform(0, 1, person.size) * end[person], end


def at(curve: frame_curves.Columns, time: float) -> tuple[float, float]:
    """Return estimate and variance at a time."""
    place = int(np.searchsorted(curve["time"], time, side="right")) - 1
    return float(curve["estimate"][place]), float(curve["variance"][place])


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    """PS-17: 1,000 seeded runs of 150 people, truth at 2 years 2. Taken for independent it would be too narrow."""
    dice = np.random.default_rng(20261122)
    runs = [frail(dice, 150) for _ in range(1000)]
    found = np.array([at(frame_curves.mean_cumulative(*run), 2) for run in runs])
    error = np.sqrt(found[:, 1])
    inside = np.abs(found[:, 0] - 2) <= 1.959964 * error
    assert 0.92 <= inside.mean() <= 0.97
    assert error.mean() == pytest.approx(found[:, 0].std(), rel=0.08)
    assert np.sqrt(2 / 150) < 0.75 * found[:, 0].std()


def test_a_bootstrap_over_people_gives_the_same_variance() -> None:
    """PS-17: 4,000 draws of 80 people with late entry, all at once."""
    dice = np.random.default_rng(3)
    person, time, end = frail(dice, 80)
    entry = dice.uniform(0, 0.9, 80)
    kept = time > entry[person]
    person, time = person[kept], time[kept]
    times, place = np.unique(time, return_inverse=True)
    own = np.zeros((80, times.size))
    np.add.at(own, (person, place), 1)
    at_risk = (entry[:, None] < times) & (times <= end[:, None])
    weights = dice.multinomial(80, np.full(80, 1 / 80), 4000).astype(float)
    risk = weights @ at_risk
    drawn = np.cumsum(np.divide(weights @ own, risk, out=np.zeros_like(risk), where=risk > 0), axis=1)
    found = frame_curves.mean_cumulative(person, time, end, entry)
    place_2 = int(np.searchsorted(times, 2, side="right")) - 1
    assert found["variance"][place_2] == pytest.approx(drawn[:, place_2].var(), rel=0.1)
