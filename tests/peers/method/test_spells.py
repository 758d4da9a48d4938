"""Spells and times away by a gap that is shown, and how easily people come back."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.peers.method.attempts import Attempt, Means, Outcome, StartedBy
from ownwords.peers.method.ease import Ease, Return, Route, ease, own_approach
from ownwords.peers.method.shares import Share, Spread
from ownwords.peers.method.spells import (
    Away,
    Ending,
    EndKind,
    Observed,
    Start,
    counts,
    returns_since_first,
    spells,
    three_gaps,
    times_away,
)
from tests.peers.method.people import day, observed, person

GAPS = some.integers(1, 60)


def test_three_gaps_give_three_known_counts_of_one_history() -> None:
    """PS-15: contacts on days 0 10 50 130 400, so 10, 40, 80 and 270 apart."""
    history = [person("a", "0 10 50 130 400", 430)]
    found = [counts(history, gap) for gap in three_gaps(60)]
    assert [(one.gap, one.spells, one.returns) for one in found] == [
        (30, 4, 3),
        (60, 3, 2),
        (120, 2, 1),
    ]
    assert three_gaps(45) == (Fraction(45, 2), 45, 90)
    with pytest.raises(ValueError):
        three_gaps(0)


def test_a_gap_of_exactly_the_setting_is_no_gap() -> None:
    """peer-support 3.3: no gap longer than g days; 90 days apart is one spell, 91 two."""
    assert len(spells(person("a", "0 90", 100), 90)) == 1
    one, other = spells(person("a", "0 91", 100), 90)
    assert (one.started, other.started, one.ended, other.ended) == (Start.NEW, Start.RETURN, True, False)
    assert (one.end, other.start, other.met_on) == (day(0), day(91), day(91))


def test_only_meeting_ends_a_time_away() -> None:
    """peer-support 3.3: next *met*. A call on day 100 starts a spell; they meet on 110: away 0 to 110, one return."""
    assert times_away(person("a", "0 100p 110", 150), 60) == (Away("a", day(0), day(110), Ending.RETURNED),)
    only_calls = person("a", "0 100p 300p 500", 520)
    assert [one.days for one in times_away(only_calls, 60)] == [500]
    found = counts([only_calls], 60)
    assert (found.spells, found.returns, found.not_met) == (4, 1, 2)
    still = times_away(person("a", "0 100p", 110), 60)
    assert still == (Away("a", day(0), day(110), Ending.CUT_OFF),)


def test_nobody_is_away_before_the_gap_has_passed() -> None:
    """PS-16: a spell that ended within the gap before the cut-off has not ended; 61 days without contact is away."""
    assert times_away(person("a", "0", 60), 60) == ()
    assert times_away(person("a", "0", 61, EndKind.DIED), 60) == (Away("a", day(0), day(61), Ending.DIED),)
    assert counts([person("a", "0", 60)], 60).spells_not_ended == 1


def test_death_and_moving_away_are_told_apart_from_still_away() -> None:
    """PS-16: three ends of the last time away; a person without any contact is counted, not lost."""
    people = [person(kind.value, "0 100", 300, kind) for kind in EndKind] + [person("none", "", 300)]
    found = counts(people, 60)
    assert (found.people, found.without_contact, found.spells) == (4, 1, 6)
    assert (found.returns, found.away_now, found.competing) == (3, 1, 2)


def test_returns_are_counted_from_the_first_contact() -> None:
    """PS-17: what the mean cumulative count is made from."""
    assert returns_since_first(person("a", "5 105 210", 250), 60) == ((100, 205), 245)
    assert returns_since_first(person("a", "", 250), 60) is None


def test_a_contact_after_the_end_and_a_gap_of_nothing_are_refused() -> None:
    """Bad input."""
    with pytest.raises(ValueError, match="2026-01-11, after the end on 2026-01-10"):
        spells(person("a", "10", 9), 60)
    with pytest.raises(ValueError, match="half a day"):
        spells(person("a", "5", 9), 0)


@given(observed(), GAPS)
def test_a_longer_gap_never_gives_more_spells_or_returns(one: Observed, gap: int) -> None:
    """PS-15."""
    half, given, double = (counts([one], days) for days in three_gaps(gap))
    assert half.spells >= given.spells >= double.spells
    assert half.returns >= given.returns >= double.returns


@given(observed(), GAPS)
def test_spells_hold_every_day_of_contact_and_lie_more_than_the_gap_apart(one: Observed, gap: int) -> None:
    """PS-15: derived by a stated rule."""
    found = spells(one, gap)
    assert sum(spell.contacts for spell in found) == len({contact.on for contact in one.contacts})
    assert all((later.start - spell.end).days > gap for spell, later in pairwise(found))
    assert all(spell.ended for spell in found[:-1])
    assert [spell.started for spell in found] == [
        Start.RETURN if at else Start.NEW for at in range(len(found))
    ]


@given(observed(), GAPS, some.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(one: Observed, gap: int, dice: object) -> None:
    """Bad input: rows in any order, rows twice."""
    mixed = [*one.contacts, *one.contacts[:3]]
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    other = replace(one, contacts=tuple(mixed))
    assert (spells(other, gap), times_away(other, gap)) == (spells(one, gap), times_away(one, gap))


@given(observed(), GAPS)
def test_times_away_never_overlap_and_last_longer_than_the_gap(one: Observed, gap: int) -> None:
    """PS-16: each meeting ends at most one time away; only the last can be open."""
    found = times_away(one, gap)
    assert all(time.days > gap for time in found)
    assert all(time.until <= later.since for time, later in pairwise(found))
    assert all(time.ending is Ending.RETURNED for time in found[:-1])
    met = replace(one, contacts=tuple(replace(contact, met=True) for contact in one.contacts))
    back = sum(time.ending is Ending.RETURNED for time in times_away(met, gap))
    assert back == max(0, len(spells(met, gap)) - 1)


def attempt(who: str, on: int, by: StartedBy) -> Attempt:
    """Return an attempt that nobody answered."""
    return Attempt(who, day(on), by, Means.PHONE, Outcome.NO_ANSWER)


def test_the_own_approach_is_the_first_in_the_time_away() -> None:
    """PS-18: whatever came of it; a call by the peer worker, or one before the time away, is none."""
    away = Away("a", day(10), day(100), Ending.RETURNED)
    person_, peer = StartedBy.PERSON, StartedBy.PEER
    made = [attempt("a", 10, person_), attempt("a", 90, person_), attempt("a", 80, person_)]
    assert own_approach([*made, attempt("a", 70, peer), attempt("b", 60, person_)], away) == day(80)
    assert own_approach([attempt("a", 70, peer), attempt("a", 101, person_)], away) is None
    assert own_approach(made, replace(away, ending=Ending.CUT_OFF)) is None


def test_ease_of_return_counts_what_is_not_known() -> None:
    """PS-18: days 0, 6 and 9 and one unknown; 1 of 3 with referral, one unknown; 1 of 2 through crisis, two unknown."""
    returns = [
        Return(day(9), day(0), referral=True, route=Route.CRISIS),
        Return(day(9), day(9), referral=False),
        Return(day(9), day(3), referral=False, route=Route.WALKED_IN),
        Return(day(9)),
    ]
    assert ease(returns) == Ease(4, Spread(6.0, 3, 1), Share(1, 3), 1, Share(1, 2), 2)
    assert ease([]).referral.fraction is None
    with pytest.raises(ValueError):
        Return(day(9), day(10))
