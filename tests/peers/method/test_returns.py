"""Time to return with competing risks: fixtures worked by hand, exact properties, and a seeded simulation."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.peers.method import frame_curves
from ownwords.peers.method.returns import (
    Came,
    Time,
    incidence,
    times,
)
from ownwords.peers.method.spells import EndKind, times_away
from tests.peers.method.people import person, simulated, some_times

BACK, GONE, STILL = Came.BACK, Came.GONE, Came.STILL_AWAY
SIX = [
    Time("a", 100, BACK),
    Time("b", 120, GONE),
    Time("c", 120, BACK),
    Time("d", 150, STILL),
    Time("e", 180, BACK),
    Time("f", 200, GONE),
]


def test_incidence_worked_by_hand() -> None:
    """PS-16: Aalen-Johansen by hand.

    Day 100: 1/6. Day 120: + 5/6 x 1/5 = 1/3; away 5/6 x 3/5 = 1/2. Day 180 (two left): + 1/2 x 1/2 = 7/12; away 1/4.
    Day 200: the last one dies, and nothing is added.
    """
    found = incidence(reversed(SIX))
    assert [(step.day, step.at_risk, step.events, step.competing, step.censored) for step in found] == [
        (100, 6, 1, 0, 0),
        (120, 5, 1, 1, 0),
        (180, 2, 1, 0, 0),
        (200, 1, 0, 1, 0),
    ]
    assert [step.incidence for step in found] == [
        Fraction(1, 6),
        Fraction(1, 3),
        Fraction(7, 12),
        Fraction(7, 12),
    ]
    assert [step.away for step in found] == [Fraction(5, 6), Fraction(1, 2), Fraction(1, 4), Fraction(0)]


def test_variance_worked_by_hand() -> None:
    """PS-16: with nobody censored p (1 - p) / n: 5/216 and 1/27.

    On day 180 the derivatives, in 72nds, are 5, -7, 5, -1, 8, -10: their squares add up to 264, 264 / 5184 = 11/216.
    When a and e are the same person, 5 and 8 are added first: 344 / 5184 = 43/648.
    """
    assert [step.variance for step in incidence(SIX)] == [
        Fraction(5, 216),
        Fraction(1, 27),
        Fraction(11, 216),
        Fraction(11, 216),
    ]
    same = [replace(time, person="a") if time.person == "e" else time for time in SIX]
    assert incidence(same)[2].variance == Fraction(43, 648)


def test_without_competing_events_it_is_kaplan_meier() -> None:
    """PS-16: 5, 8, 8 (still away), 12: still away 3/4, then 3/4 x 2/3 = 1/2, then none."""
    found = incidence([Time(at, days, came) for at, (days, came) in enumerate([
        (5, BACK), (8, BACK), (8, STILL), (12, BACK)
    ])])  # fmt: skip
    assert [(step.day, step.at_risk, step.censored) for step in found] == [(5, 4, 0), (8, 3, 1), (12, 1, 0)]
    assert [step.away for step in found] == [Fraction(3, 4), Fraction(1, 2), Fraction(0)]
    assert [1 - step.incidence for step in found] == [step.away for step in found]


def test_from_contacts_to_the_curve() -> None:
    """PS-16: four people, gap 60. Away 100 (back), 70 (back) then 130 (moved), 200 (cut off), and one not yet away."""
    people = [
        person("a", "0 100", 130),
        person("b", "0 70 140", 270, EndKind.MOVED_AWAY),
        person("c", "0", 200),
        person("d", "0", 60),
    ]
    found = incidence(times(away for one in people for away in times_away(one, 60)))
    # b is away 70 days twice, each time back; then 130 days until moving.
    assert [(step.day, step.at_risk, step.events, step.competing) for step in found] == [
        (70, 5, 2, 0),
        (100, 3, 1, 0),
        (130, 2, 0, 1),
    ]
    assert [step.incidence for step in found] == [Fraction(2, 5), Fraction(3, 5), Fraction(3, 5)]


def test_where_nobody_came_back_the_curve_has_no_step_and_no_day_lies_before_the_first() -> None:
    """PS-16: still away is no event; a time away of less than nothing is refused."""
    assert incidence([]) == incidence([Time("a", 5, STILL)]) == ()
    with pytest.raises(ValueError):
        incidence([Time("a", -1, BACK)])


@given(some_times())
def test_the_curve_is_a_share_that_only_rises(given_: list[Time]) -> None:
    """PS-16: back, gone and still away are everybody; the number at risk only falls."""
    found = incidence(given_)
    gone = incidence([replace(time, came={BACK: GONE, GONE: BACK}.get(time.came, STILL)) for time in given_])
    for step, other in zip(found, gone, strict=True):
        assert step.incidence + other.incidence + step.away == 1
        assert step.variance >= 0
    assert list(found) == sorted(found, key=lambda step: (step.day, step.incidence, -step.at_risk))


@given(
    some.lists(some.tuples(some.integers(0, 10), some.sampled_from([BACK, GONE])), min_size=1, max_size=20)
)
def test_with_nobody_censored_it_is_the_plain_share_and_its_variance(given_: list[tuple[int, Came]]) -> None:
    """PS-16: share back by the day and p (1 - p) / n, exactly."""
    every = [Time(at, days, came) for at, (days, came) in enumerate(given_)]
    for step in incidence(every):
        p = Fraction(sum(time.came is BACK and time.days <= step.day for time in every), len(every))
        assert (step.incidence, step.variance) == (p, p * (1 - p) / len(every))


@given(some_times(), some.integers(0, 24))
def test_the_derivatives_are_those_of_the_curve(given_: list[Time], at: int) -> None:
    """PS-16: counting one time away a thousandth more often moves the curve by a thousandth of its derivative.

    With each person's derivatives added up, squares give the variance; here for one person of their own.
    """
    if not given_:
        return
    alone = [replace(time, person=0) for time in given_]
    # All times away of one person: their derivatives add up to nothing, since weights alike change nothing.
    assert all(step.variance == 0 for step in incidence(alone))
    split = [replace(time, person=int(place == at % len(given_))) for place, time in enumerate(given_)]
    many = 1000
    copies = [time for time in given_ for _ in range(many)] + [given_[at % len(given_)]]
    nudged = incidence_of_counts(copies)
    for step in incidence(split):
        derivative = (nudged[step.day] - float(step.incidence)) * many
        # The variance is derivative^2 of the one and of all the others, which is the same: twice its square.
        assert float(step.variance) == pytest.approx(2 * derivative**2, rel=0.02, abs=2e-5)


def incidence_of_counts(every: list[Time]) -> dict[int, float]:
    """Return the curve of many times away, without a variance worth having."""
    found = frame_curves.incidence(
        np.zeros(len(every), int),
        np.array([time.days for time in every]),
        np.array([time.came is BACK for time in every]),
        np.array([time.came is GONE for time in every]),
    )
    return {int(day): float(share) for day, share in zip(found["day"], found["incidence"], strict=True)}


def columns(every: list[Time]) -> tuple[float, float]:
    """Return estimate and variance on day 100."""
    return at_100(
        np.array([time.person for time in every]),
        np.array([time.days for time in every]),
        np.array([time.came is BACK for time in every]),
        np.array([time.came is GONE for time in every]),
    )


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """PS-16: 150 people, return 0.012 a day, death 0.004 a day, seen for up to 300 days; 600 seeded runs.

    The truth on day 100 is 3/4 x (1 - exp(-1.6)).
    """
    dice = np.random.default_rng(20261122)
    truth = 0.75 * (1 - np.exp(-1.6))
    found = np.array([columns(simulated(dice, 150, 0.012, 0.004, 300)) for _ in range(600)])
    error = np.sqrt(found[:, 1])
    inside = np.abs(found[:, 0] - truth) <= 1.959964 * error
    assert 0.92 <= inside.mean() <= 0.97
    assert error.mean() == pytest.approx(found[:, 0].std(), rel=0.1)


def test_people_who_often_come_back_do_not_make_the_interval_too_narrow() -> None:
    """PS-16: 100 people with five times away each, whose rate of return varies between people (gamma, shape 1).

    By person the interval holds the truth as often as it says; taken for 500 independent times away it would be too
    narrow by half. The truth on day 100 is the mean over people of r / (r + m) x (1 - exp(-100 (r + m))).
    """
    dice = np.random.default_rng(7)
    rates = 0.012 * dice.gamma(1, 1, 400_000)
    truth = (rates / (rates + 0.002) * (1 - np.exp(-100 * (rates + 0.002)))).mean()
    inside = narrow = 0
    for _ in range(400):
        person, days, back, gone = frail(dice, 100, 5)
        by_person, independent = at_100(person, days, back, gone), at_100(np.arange(500), days, back, gone)
        inside += abs(by_person[0] - truth) <= 1.959964 * by_person[1] ** 0.5
        narrow += abs(by_person[0] - truth) <= 1.959964 * independent[1] ** 0.5
    assert 0.92 <= inside / 400 <= 0.97
    assert narrow / 400 < 0.85


def frail(
    dice: np.random.Generator, people: int, each: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return person, days, back and gone of times away whose rate of return differs between people."""
    person = np.repeat(np.arange(people), each)
    rate = np.repeat(0.012 * dice.gamma(1, 1, people), each)
    returned, left = dice.exponential(1 / rate), dice.exponential(500, person.size)
    seen = dice.uniform(0, 300, person.size)
    days = np.ceil(np.minimum(np.minimum(returned, left), seen)).astype(int)
    back = (returned < left) & (returned < seen)
    return person, days, back, ~back & (left < seen)


def at_100(person: np.ndarray, days: np.ndarray, back: np.ndarray, gone: np.ndarray) -> tuple[float, float]:
    """Return estimate and variance on day 100."""
    found = frame_curves.incidence(person, days, back, gone)
    at = int(np.searchsorted(found["day"], 100, side="right")) - 1
    return float(found["incidence"][at]), float(found["variance"][at])
