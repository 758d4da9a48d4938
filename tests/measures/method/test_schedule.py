"""Due days: a rhythm that never drifts over years, ends of months, pauses that move nothing."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.measures.method.rhythms import RHYTHMS, nth_day
from ownwords.measures.method.schedule import Pause, Plan, due_days, last_due, next_due
from ownwords.people.method.months import add_months

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
rhythms = st.sampled_from(RHYTHMS)
spans = st.integers(0, 5000).map(lambda n: timedelta(days=n))


def first(plan: Plan, n: int) -> list[str]:
    return [day.isoformat() for day in islice(due_days(plan), n)]


@pytest.mark.parametrize(
    ("every", "begins", "expected"),
    [
        ("once", date(2027, 1, 31), ["2027-01-31"]),
        ("week", date(2026, 12, 28), ["2026-12-28", "2027-01-04", "2027-01-11"]),
        ("fortnight", date(2026, 12, 28), ["2026-12-28", "2027-01-11", "2027-01-25"]),
        ("month", date(2027, 1, 31), ["2027-01-31", "2027-02-28", "2027-03-31"]),
        ("month", date(2028, 1, 31), ["2028-01-31", "2028-02-29", "2028-03-31"]),
        ("quarter", date(2026, 11, 30), ["2026-11-30", "2027-02-28", "2027-05-30"]),
        ("half_year", date(2026, 8, 31), ["2026-08-31", "2027-02-28", "2027-08-31"]),
        ("year", date(2024, 2, 29), ["2024-02-29", "2025-02-28", "2026-02-28"]),
    ],
)
def test_each_rhythm_comes_round_on_its_day(every: str, begins: date, expected: list[str]) -> None:
    """RS-15: the end of a month is clipped against the first day, so 31 January comes back to 31 March."""
    assert first(Plan(begins, every), len(expected)) == expected


def test_a_leap_day_comes_back_in_leap_years() -> None:
    """RS-15: 29 February, years later."""
    assert nth_day(date(2024, 2, 29), "year", 4) == date(2028, 2, 29)


def test_follow_up_at_twenty_four_months_is_due() -> None:
    """RS-15: schedule at 24 months fires."""
    plan = Plan(add_months(date(2026, 11, 22), 24), "once")
    assert last_due(plan, date(2028, 11, 21)) is None
    assert last_due(plan, date(2028, 11, 22)) == date(2028, 11, 22) == next_due(plan, date(2026, 11, 22))
    assert next_due(plan, date(2028, 11, 23)) is None


def test_a_pause_stops_prompts_and_moves_nothing() -> None:
    """RS-15: after a pause the next day is one of the first rhythm, never several missed ones."""
    plan = Plan(date(2027, 1, 4), "week", pause=Pause(date(2027, 1, 10), date(2027, 2, 3)))
    assert first(plan, 3) == ["2027-01-04", "2027-02-08", "2027-02-15"]
    assert last_due(plan, date(2027, 2, 4)) == date(2027, 1, 4)
    assert next_due(plan, date(2027, 1, 10)) == date(2027, 2, 8)


def test_a_pause_without_an_end_has_no_next_day() -> None:
    """RS-15: until I say."""
    plan = Plan(date(2027, 1, 4), "week", pause=Pause(date(2027, 1, 10)))
    assert next_due(plan, date(2027, 1, 5)) is None
    assert first(plan, 5) == ["2027-01-04"]


def test_nothing_is_due_after_the_last_day() -> None:
    """RS-15: `until` is itself a day on which something can be due."""
    plan = Plan(date(2027, 1, 4), "week", until=date(2027, 1, 18))
    assert first(plan, 9) == ["2027-01-04", "2027-01-11", "2027-01-18"]
    assert last_due(plan, date(2030, 1, 1)) == date(2027, 1, 18)
    assert next_due(plan, date(2027, 1, 19)) is None


def test_a_rhythm_that_there_is_not_is_refused() -> None:
    """Bad input: a word that is no rhythm."""
    with pytest.raises(ValueError, match="no rhythm"):
        Plan(date(2027, 1, 1), "daily")


def test_the_end_of_the_calendar_is_an_end() -> None:
    """Bad input: the last year that there is."""
    assert first(Plan(date(9999, 6, 30), "year"), 5) == ["9999-06-30"]
    assert first(Plan(date(9999, 12, 28), "week"), 5) == ["9999-12-28"]


@given(days, rhythms, st.integers(1, 60))
def test_due_days_rise_and_keep_to_the_first_day(begins: date, every: str, many: int) -> None:
    """RS-15: every day is later than the one before, and none drifts off the day of the month it began with."""
    found = list(islice(due_days(Plan(begins, every)), many))
    assert found[0] == begins
    assert all(one < two for one, two in pairwise(found))
    if every not in ("week", "fortnight"):
        assert all(day.day == begins.day or (day + timedelta(days=1)).day == 1 for day in found)


@given(days, rhythms, days, spans, st.none() | spans, st.none() | spans)
def test_next_and_last_agree_with_the_list(
    begins: date, every: str, on: date, before: timedelta, pause: timedelta | None, long: timedelta | None
) -> None:
    """The two short ways give what walking through all days gives."""
    held = None if pause is None else Pause(begins + before, begins + before + pause)
    plan = Plan(begins, every, until=None if long is None else begins + long, pause=held)
    walked = []
    for day in due_days(plan):
        walked.append(day)
        if day > on:
            break
    assert last_due(plan, on) == max((day for day in walked if day <= on), default=None)
    assert next_due(plan, on) == min((day for day in walked if day >= on), default=None)


@given(days, rhythms, days, spans)
def test_no_due_day_lies_in_a_pause(begins: date, every: str, start: date, long: timedelta) -> None:
    """RS-15: a pause stops prompts; what is due outside it is due as without it."""
    held = Pause(start, start + long)
    without = list(islice(due_days(Plan(begins, every)), 40))
    expected = [day for day in without if not held.holds(day)]
    found = list(islice(due_days(Plan(begins, every, until=without[-1], pause=held)), 60))
    assert found == expected


def test_the_day_on_which_a_pause_ends_is_prompted_for_again() -> None:
    """RS-15: "until" is the first day after the pause."""
    pause = Pause(date(2027, 1, 2), date(2027, 1, 8))
    plan = Plan(date(2027, 1, 1), "week", pause=pause)
    assert next_due(plan, date(2027, 1, 2)) == date(2027, 1, 8)
    assert (pause.holds(date(2027, 1, 7)), pause.holds(date(2027, 1, 8))) == (True, False)
