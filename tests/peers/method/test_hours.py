"""Answering hours by the clock on the wall, right when the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.peers.method.hours import Hours, next_opening, open_at, windows

LONDON = ZoneInfo("Europe/London")
ZONES = [LONDON, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/New_York"), ZoneInfo("UTC")]
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))


@st.composite
def weeks(draw: st.DrawFn) -> list[Hours]:
    """Weekly hours, overlapping ones among them."""
    times = st.times(max_value=time(23, 59)).map(lambda one: one.replace(second=0, microsecond=0))
    spans = st.tuples(st.integers(0, 6), times, times).filter(lambda one: one[1] != one[2])
    return [Hours(day, min(a, b), max(a, b)) for day, a, b in draw(st.lists(spans, min_size=1, max_size=6))]


def at(*parts: int) -> datetime:
    """A moment by the clock on the wall in London."""
    return datetime(*parts, tzinfo=LONDON)  # type: ignore[misc,arg-type]


def test_a_worked_week() -> None:
    """PS-22: Tuesdays from ten to four."""
    week = [Hours(1, time(10), time(16))]
    assert open_at(week, at(2026, 11, 24, 10), LONDON)
    assert open_at(week, at(2026, 11, 24, 15, 59), LONDON)
    assert not open_at(week, at(2026, 11, 24, 16), LONDON)
    assert next_opening(week, at(2026, 11, 24, 16), LONDON) == at(2026, 12, 1, 10)


def test_ten_on_the_wall_is_another_moment_in_summer() -> None:
    """PS-22: the clocks go forward on 29 March 2026 in London."""
    week = [Hours(day, time(10), time(11)) for day in range(7)]
    before, after = (
        next_opening(week, at(2026, 3, 28, 9), LONDON),
        next_opening(week, at(2026, 3, 29, 9), LONDON),
    )
    assert before is not None
    assert after is not None
    assert before.astimezone(UTC).hour == 10
    assert after.astimezone(UTC).hour == 9


def test_an_hour_that_there_is_not_moves_on_and_a_doubled_one_counts_twice() -> None:
    """PS-22: half past one on the Sundays in 2026 on which London's clocks change."""
    week = [Hours(6, time(1, 15), time(1, 45))]
    spring = windows(week, datetime(2026, 3, 29, tzinfo=UTC), LONDON)[0]
    assert spring.opens.astimezone(LONDON).time() == time(2, 15)
    assert spring.closes - spring.opens == timedelta(minutes=30)
    autumn = windows(week, datetime(2026, 10, 25, tzinfo=UTC), LONDON)[0]
    assert autumn.closes - autumn.opens == timedelta(minutes=90)


def test_without_hours_nothing_is_ever_answered() -> None:
    """PS-22."""
    assert next_opening([], at(2026, 1, 1), LONDON) is None
    assert not open_at([], at(2026, 1, 1), LONDON)


@pytest.mark.parametrize("wrong", [(7, time(1), time(2)), (-1, time(1), time(2)), (0, time(2), time(2))])
def test_hours_that_make_no_sense_are_refused(wrong: tuple[int, time, time]) -> None:
    """bad input."""
    with pytest.raises(ValueError, match=r"there is no|before they close"):
        Hours(*wrong)


def test_a_moment_without_a_zone_is_refused() -> None:
    """bad input."""
    with pytest.raises(ValueError, match="has a zone"):
        windows([], datetime(2026, 1, 1), LONDON)


@given(weeks(), MOMENTS, st.sampled_from(ZONES))
def test_the_next_opening_is_open_and_nothing_before_it_is(
    week: list[Hours], moment: datetime, zone: ZoneInfo
) -> None:
    """PS-22: what is promised holds, in every zone, on every day of fifteen years."""
    found = next_opening(week, moment, zone)
    assert found is not None
    assert found >= moment
    assert found - moment <= timedelta(days=8)
    assert open_at(week, found, zone)
    assert (found == moment) is open_at(week, moment, zone)
    for part in range(8):
        between = moment + (found - moment) * part / 8
        assert between >= found or not open_at(week, between, zone)


@given(weeks(), MOMENTS, st.sampled_from(ZONES))
def test_every_stretch_lasts_at_least_as_long_as_it_says_and_is_never_empty(
    week: list[Hours], moment: datetime, zone: ZoneInfo
) -> None:
    """PS-22."""
    for one in windows(week, moment, zone):
        assert timedelta(0) < one.closes - one.opens <= timedelta(hours=26)
