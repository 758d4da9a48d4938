"""Columns for whole services give what the pure functions give for each person."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ownwords.peers.method import frame_curves, frames
from ownwords.peers.method import spells as pure
from ownwords.peers.method.cumulative import History, mean_cumulative
from ownwords.peers.method.returns import Came, Time, incidence, times
from ownwords.peers.method.spells import Observed
from tests.peers.method.people import day, person, services, some_times


def tables(people: list[Observed]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return people as the two tables that the columns are made from."""
    rows = [(one.person, contact.on, contact.met) for one in people for contact in one.contacts]
    contacts = pl.DataFrame(
        rows, schema={"person": pl.String, "on": pl.Date, "met": pl.Boolean}, orient="row"
    )
    ends = [(one.person, one.until, one.kind.value) for one in people]
    observed = pl.DataFrame(
        ends, schema={"person": pl.String, "until": pl.Date, "kind": pl.String}, orient="row"
    )
    return contacts, observed


def prepared(people: list[Observed]) -> frames.Contacts:
    """Return people in columns; through tables with names for people it is the same."""
    found, named = frames.from_people(people), frames.prepare(*tables(people))
    for name in frames.Contacts.__slots__:
        assert getattr(found, name).tolist() == getattr(named, name).tolist()
    return found


@given(services(), some.integers(1, 60))
def test_counts_at_three_gaps_are_those_of_the_pure_functions(people: list[Observed], gap: int) -> None:
    """PS-15: spells, returns and everything beside them, at half the gap, the gap and double the gap."""
    expected = tuple(pure.counts(people, days) for days in pure.three_gaps(gap))
    found = frames.service(prepared(people), gap)
    assert (found.half, found.given, found.double) == expected


@given(services(), some.integers(1, 60))
def test_the_curve_is_that_of_the_pure_functions(people: list[Observed], gap: int) -> None:
    """PS-16: the same steps, numbers at risk, incidence and variance."""
    away = [time for one in people for time in pure.times_away(one, gap)]
    check_curve(times(away), frames.service(prepared(people), gap).curve.to_dict(as_series=False))


@settings(max_examples=300)
@given(some_times())
def test_the_curve_of_any_times_away_is_that_of_the_pure_functions(given_: list[Time]) -> None:
    """PS-16: also with many ties, several times away of one person, and everything happening on one day."""
    found = frame_curves.incidence(
        np.array([time.person for time in given_], int),
        np.array([time.days for time in given_], int),
        np.array([time.came is Came.BACK for time in given_], bool),
        np.array([time.came is Came.GONE for time in given_], bool),
    )
    check_curve(given_, {name: list(column) for name, column in found.items()})


def check_curve(given_: list[Time], found: dict[str, list[float]]) -> None:
    """Compare columns with the exact steps."""
    exact = incidence(given_)
    for name in ("day", "at_risk", "events", "competing", "censored"):
        assert list(found[name]) == [getattr(step, name) for step in exact]
    for name in ("incidence", "away", "variance"):
        assert found[name] == pytest.approx([float(getattr(step, name)) for step in exact], abs=1e-12)


@some.composite
def histories(draw: some.DrawFn) -> list[History]:
    """Some people with tied events, late entries and ends on event times."""
    found = []
    late = draw(some.booleans())
    for _ in range(draw(some.integers(0, 8))):
        entry = draw(some.integers(0, 8)) if late else None
        end = draw(some.integers((entry or 0) + (entry is not None), 20))
        low = 0 if entry is None else entry + 1
        found.append(History(tuple(draw(some.lists(some.integers(low, end), max_size=6))), end, entry))
    return found


@settings(max_examples=300)
@given(histories())
def test_the_mean_count_is_that_of_the_pure_function(people: list[History]) -> None:
    """PS-17: estimate and variance, also with late entry, several events of one person at one time."""
    rows = [(at, float(time)) for at, one in enumerate(people) for time in one.events]
    events = pl.DataFrame(rows, schema={"person": pl.Int64, "time": pl.Float64}, orient="row")
    ends = [(at, one.end, one.entry) for at, one in enumerate(people)]
    observed = pl.DataFrame(
        ends, schema={"person": pl.Int64, "end": pl.Float64, "entry": pl.Float64}, orient="row"
    )
    if not people or people[0].entry is None:
        observed = observed.drop("entry")
    found = frames.mean_cumulative(events, observed)
    exact = mean_cumulative(people)
    assert found.get_column("time").to_list() == [point.time for point in exact]
    assert found.get_column("at_risk").to_list() == [point.at_risk for point in exact]
    assert found.get_column("events").to_list() == [point.events for point in exact]
    for name in ("estimate", "variance"):
        assert found.get_column(name).to_list() == pytest.approx(
            [float(getattr(point, name)) for point in exact], abs=1e-12
        )


@given(services(), some.integers(1, 60))
def test_returns_since_the_first_contact_are_those_of_the_pure_function(
    people: list[Observed], gap: int
) -> None:
    """PS-17: what the mean count of returns is made from."""
    exact = [found for one in people if (found := pure.returns_since_first(one, gap)) is not None]
    events, observed = frames.returns_since_first(prepared(people), gap)
    assert observed.get_column("end").to_list() == [end for _, end in exact]
    curve = frames.mean_cumulative(events, observed)
    expected = mean_cumulative(History(days, end) for days, end in exact)
    assert curve.get_column("estimate").to_list() == pytest.approx(
        [float(point.estimate) for point in expected]
    )


def test_a_gap_of_a_half_day_is_told_apart_from_a_whole_one() -> None:
    """PS-15: half of 5 is 2 1/2, so that 2 days are no gap and 3 are one."""
    people = [person("a", "0 2 5", 20)]
    assert frames.counts(prepared(people), Fraction(5, 2)).spells == 2
    assert frames.service(prepared(people), 5).half.gap == Fraction(5, 2)


Broken = Callable[[pl.DataFrame, pl.DataFrame], tuple[pl.DataFrame, pl.DataFrame]]


@pytest.mark.parametrize(
    "broken",
    [
        lambda contacts, ends: (contacts, pl.concat([ends, ends])),
        lambda contacts, ends: (contacts, ends.head(0)),
        lambda contacts, ends: (contacts, ends.with_columns(kind=pl.lit("vanished"))),
        lambda contacts, ends: (contacts, ends.with_columns(until=pl.lit(day(-1)))),
        lambda contacts, ends: (contacts.with_columns(met=pl.lit(None, pl.Boolean)), ends),
    ],
)
def test_tables_that_contradict_themselves_are_refused(broken: Broken) -> None:
    """Bad input: somebody twice, somebody unknown, an unknown end, a contact after the end, a blank."""
    with pytest.raises(ValueError):
        frames.prepare(*broken(*tables([person("a", "0 5", 20)])))


def test_events_outside_the_observation_are_refused() -> None:
    """Bad input: negative times, events after the end, events of nobody, not a number."""
    ends = pl.DataFrame({"person": ["a"], "end": [5.0]})
    for whose, when in (("a", -1.0), ("a", 6.0), ("b", 1.0), ("a", float("nan"))):
        with pytest.raises(ValueError):
            frames.mean_cumulative(pl.DataFrame({"person": [whose], "time": [when]}), ends)
    late = ends.with_columns(entry=pl.lit(3.0))
    with pytest.raises(ValueError):
        frames.mean_cumulative(pl.DataFrame({"person": ["a"], "time": [3.0]}), late)
    none = np.zeros(1, bool)
    with pytest.raises(ValueError):
        frame_curves.incidence(np.zeros(1, int), np.array([-1]), none, none)
    with pytest.raises(ValueError):
        frames.spells(prepared([]), 0)
