"""Times: rules by week and month held against a calendar walked day by day, clocks that change, and words refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from ownwords.connections.method.times import (
    Freq,
    Rule,
    State,
    Weekday,
    days_between,
    next_sessions,
    session,
    state,
    weekdays,
)
from ownwords.connections.method.times_reading import read_rule

LONDON = ZoneInfo("Europe/London")
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
TUESDAYS = Rule(Freq.WEEKLY, days=(Weekday(1),), opens=time(10), closes=time(12, 30))


def by_dateutil(rule: Rule, first: date, last: date) -> list[date]:
    """The days of a rule as another library finds them. It is never asked for a rule that names no day for years."""
    begins = rule.dtstart or first
    # Asked for "the last Tuesday, and Sundays", it finds days that are both; so Sundays are asked for one by one.
    counted = any(one.ordinal for one in rule.days)
    named = [
        rrule.weekday(one.day, ordinal or None)
        for one in rule.days
        for ordinal in (range(1, 6) if counted and not one.ordinal else (one.ordinal,))
    ]
    by_month = rule.freq is Freq.MONTHLY
    made = rrule.rrule(
        rrule.MONTHLY if by_month else rrule.WEEKLY, dtstart=datetime.combine(begins, time()), wkst=rrule.MO,
        interval=rule.interval, byweekday=named or None, bymonthday=rule.month_days or None, count=rule.count,
    )  # fmt: skip
    end = min(last, rule.until) if rule.until else last
    found = []
    for moment in made:
        if moment.date() > end:
            break
        if moment.date() >= first:
            found.append(moment.date())
    return found


def brute(rule: Rule, first: date, last: date) -> list[date]:
    """Weekly days by counting weeks from the Monday of the first, each day looked at for itself."""
    begins = rule.dtstart or first
    monday = begins - timedelta(days=begins.weekday())
    wanted = {one.day for one in rule.days} or {begins.weekday()}
    days = [begins + timedelta(days=n) for n in range((last - begins).days + 1)]
    days = [day for day in days if day.weekday() in wanted and (day - monday).days // 7 % rule.interval == 0]
    return [day for day in days[: rule.count] if day >= first and (rule.until is None or day <= rule.until)]


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Any rule by week or month."""
    freq = draw(st.sampled_from([Freq.WEEKLY, Freq.MONTHLY]))
    ordinals = st.just(0) if freq is Freq.WEEKLY else st.sampled_from([0, 1, 2, 3, 4, 5, -1, -2, -5])
    days = draw(st.lists(st.builds(Weekday, st.integers(0, 6), ordinals), max_size=3, unique=True))
    in_month = st.sampled_from([1, 2, 15, 28, 29, 30, 31, -1, -2, -31])
    month_days = draw(st.lists(in_month, max_size=2, unique=True)) if freq is Freq.MONTHLY else []
    return Rule(
        freq,
        interval=draw(st.integers(1, 5)),
        days=tuple(days),
        month_days=tuple(month_days),
        dtstart=draw(st.none() | DAYS),
        count=draw(st.none() | st.integers(1, 30)),
        until=draw(st.none() | DAYS),
    )


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(rules(), DAYS, st.integers(0, 500))
def test_the_days_of_a_rule_are_those_that_another_library_finds(rule: Rule, first: date, ahead: int) -> None:
    """connecting R20: weekly and monthly rules, interval, ordinals, until, count; against python-dateutil."""
    last = first + timedelta(days=ahead)
    open_ended = replace(rule, count=None, until=None)
    far = max(rule.dtstart or first, last) + timedelta(days=1_600)
    assume(rule.in_step and next(days_between(open_ended, last, far), None))
    assume(rule.count is None or len(list(days_between(open_ended, rule.dtstart or first, far))) > rule.count)
    assert list(days_between(rule, first, last)) == by_dateutil(rule, first, last)


@given(rules(), DAYS, st.integers(0, 500))
def test_the_days_of_a_weekly_rule_are_those_that_counting_weeks_finds(
    rule: Rule, first: date, ahead: int
) -> None:
    """connecting R20: against brute force."""
    assume(rule.in_step and rule.freq is Freq.WEEKLY)
    last = first + timedelta(days=ahead)
    assert list(days_between(rule, first, last)) == brute(rule, first, last)


def test_a_rule_that_never_comes_costs_no_more_than_another() -> None:
    """Bad input: the second Monday that is the first of a month; day 31 of every February."""
    never = Rule(Freq.MONTHLY, days=(Weekday(0, 2),), month_days=(1,))
    assert list(days_between(never, date(2026, 1, 1), date(2036, 1, 1))) == []
    february = Rule(Freq.MONTHLY, interval=12, month_days=(31,), dtstart=date(2026, 2, 1), count=9)
    assert state(february, date(2026, 7, 1)) is State.ENDED


@given(rules(), DAYS)
def test_a_rule_opens_only_on_its_days_of_the_week(rule: Rule, day: date) -> None:
    """What the filter by day knows is what the rule does."""
    named = weekdays(rule)
    if named:
        assert {one.weekday() for one in days_between(rule, day, day + timedelta(days=90))} <= named


def test_past_until_it_has_ended_and_past_its_validity_it_is_not_confirmed() -> None:
    """connecting R20; 3.3: until ends the series, valid_to ends what anybody vouches for."""
    rule = Rule(Freq.WEEKLY, days=(Weekday(1),), until=date(2026, 6, 30), valid_to=date(2026, 3, 31))
    assert state(rule, date(2026, 3, 31)) is State.CURRENT
    assert state(rule, date(2026, 4, 1)) is State.NOT_CONFIRMED
    assert state(rule, date(2026, 6, 30)) is State.NOT_CONFIRMED
    assert state(rule, date(2026, 7, 1)) is State.ENDED
    later = Rule(Freq.WEEKLY, days=(Weekday(1),), valid_from=date(2027, 1, 1))
    assert state(later, date(2026, 7, 1)) is State.NOT_CONFIRMED


def test_a_counted_series_and_a_single_day_end() -> None:
    """count and dtstart without a rule."""
    four = Rule(Freq.WEEKLY, dtstart=date(2026, 3, 3), count=4)
    assert [day.day for day in days_between(four, date(2026, 1, 1), date(2026, 12, 31))] == [3, 10, 17, 24]
    assert state(four, date(2026, 3, 24)) is State.CURRENT
    assert state(four, date(2026, 3, 25)) is State.ENDED
    once = Rule(Freq.ONCE, dtstart=date(2026, 3, 3))
    assert (state(once, date(2026, 3, 3)), state(once, date(2026, 3, 4))) == (State.CURRENT, State.ENDED)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            Rule(Freq.MONTHLY, days=(Weekday(1, 2),)),
            [date(2026, 1, 13), date(2026, 2, 10), date(2026, 3, 10)],
        ),
        (
            Rule(Freq.MONTHLY, days=(Weekday(4, -1),)),
            [date(2026, 1, 30), date(2026, 2, 27), date(2026, 3, 27)],
        ),
        (Rule(Freq.MONTHLY, month_days=(-1,)), [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]),
        (Rule(Freq.MONTHLY, month_days=(31,)), [date(2026, 1, 31), date(2026, 3, 31)]),
        (
            Rule(Freq.WEEKLY, interval=4, dtstart=date(2026, 1, 7)),
            [date(2026, 1, 7), date(2026, 2, 4), date(2026, 3, 4)],
        ),
    ],
)
def test_worked_examples_of_rules(rule: Rule, expected: list[date]) -> None:
    """RFC 5545, 3.3.10: second Tuesday, last Friday, last day, day 31, every fourth week."""
    assert list(days_between(rule, date(2026, 1, 1), date(2026, 3, 31))) == expected


@pytest.mark.parametrize(
    ("day", "opens", "utc"),
    [
        (date(2026, 3, 24), time(10), datetime(2026, 3, 24, 10, tzinfo=UTC)),
        (date(2026, 3, 31), time(10), datetime(2026, 3, 31, 9, tzinfo=UTC)),
        (date(2026, 3, 29), time(1, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(10), datetime(2026, 10, 25, 10, tzinfo=UTC)),
    ],
)
def test_ten_on_the_wall_is_ten_on_the_wall_before_and_after_the_clocks_change(
    day: date, opens: time, utc: datetime
) -> None:
    """DST days: 29 March and 25 October 2026; an hour that is skipped is told as a clock shows it."""
    one = session(Rule(Freq.WEEKLY, opens=opens, closes=time(12)), day, LONDON)
    assert one.starts == utc
    assert one.starts is not None
    assert one.starts.astimezone(UTC).astimezone(LONDON).time() == one.starts.time()


def test_closing_before_opening_is_past_midnight() -> None:
    """22:00 to 02:00."""
    one = session(Rule(Freq.WEEKLY, opens=time(22), closes=time(2)), date(2026, 3, 28), LONDON)
    assert one.ends is not None
    assert one.starts is not None
    assert (one.ends.day, one.ends - one.starts) == (29, timedelta(hours=4))
    clocks_skip = one.ends.astimezone(UTC) - one.starts.astimezone(UTC)
    assert clocks_skip == timedelta(hours=3)


def test_what_comes_next_is_in_order_and_holds_what_is_open_now() -> None:
    """Next open times."""
    now = datetime(2026, 3, 3, 11, tzinfo=LONDON)
    fridays = Rule(Freq.WEEKLY, days=(Weekday(4),), opens=time(9))
    found = next_sessions([fridays, TUESDAYS], now, most=3)
    assert [one.day for one in found] == [date(2026, 3, 3), date(2026, 3, 6), date(2026, 3, 10)]
    assert next_sessions([TUESDAYS], now.replace(hour=13), most=1)[0].day == date(2026, 3, 10)


def test_what_nobody_vouches_for_comes_next_never() -> None:
    """connecting R20."""
    old = Rule(Freq.WEEKLY, days=(Weekday(1),), valid_to=date(2021, 1, 1))
    unsaid = Rule(Freq.WEEKLY, days=(Weekday(1),), interval=2)
    assert next_sessions([old, unsaid], datetime(2026, 3, 3, tzinfo=LONDON)) == []
    with pytest.raises(ValueError, match="zone"):
        next_sessions([TUESDAYS], datetime(2026, 3, 3))


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"opens_at": "3pm"}, "opens_at"),
        ({"opens_at": "10:00:00"}, "opens_at"),
        ({"opens_at": "hh:mm:ss"}, "opens_at"),
        ({"opens_at": "25:00"}, "opens_at"),
        ({"opens_at": "24:00"}, "opens_at"),
        ({"opens_at": "9:00"}, "opens_at"),
        ({"opens_at": 10}, "opens_at"),
        ({"closes_at": ["10:00"]}, "closes_at"),
        ({"opens_at": "10:00", "closes_at": "10:00"}, "closes_at"),
        ({"freq": "DAILY"}, "freq"),
        ({"freq": 7}, "freq"),
        ({"freq": ""}, "freq"),
        ({"byday": "Tuesday"}, "byday"),
        ({"byday": "2TU"}, "byday"),
        ({"byday": {"TU": 1}}, "byday"),
        ({"freq": "MONTHLY", "byday": "9TU"}, "byday"),
        ({"freq": "MONTHLY", "bymonthday": "32"}, "bymonthday"),
        ({"interval": 0}, "interval"),
        ({"interval": "2"}, "interval"),
        ({"interval": True}, "interval"),
        ({"count": 10**9}, "count"),
        ({"count": float("nan")}, "count"),
    ],
)
def test_what_is_not_written_as_it_should_be_is_refused_with_a_reason(
    given: dict[str, object], key: str
) -> None:
    """connecting R20: "3pm", "hh:mm:ss" are rejected with reasons, not guessed; wrong types at any place."""
    _rule, faults = read_rule({"freq": "WEEKLY", "byday": "TU", **given})
    assert key in {fault.key for fault in faults if fault.fatal}
    assert all(fault.reason.endswith(".") for fault in faults)


@pytest.mark.parametrize("written", ["10:00", "10:00Z", "10:00+01:00", " 10:00 "])
def test_times_with_hours_and_minutes_are_read_as_they_stand_on_the_wall(written: str) -> None:
    """3.3: a suffix says where the clock hangs; the time on it stays."""
    rule, faults = read_rule({"freq": "weekly", "byday": "mo, we", "opens_at": written})
    assert faults == []
    assert rule is not None
    assert (rule.opens, rule.days) == (time(10), (Weekday(0), Weekday(2)))


@given(st.dictionaries(
    st.sampled_from(["freq", "interval", "byday", "bymonthday", "count", "opens_at", "closes_at", "timezone"]),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.lists(st.integers(), max_size=2)
    | st.sampled_from(["WEEKLY", "MONTHLY", "TU,TH", "-1FR", "10:00", "12:30"]),
))  # fmt: skip
def test_anything_can_be_read_and_nothing_breaks(given: dict[str, object]) -> None:
    """Bad input: a rule or reasons, and what is read can be kept to."""
    rule, _faults = read_rule(given, dtstart=date(2026, 1, 1))
    if rule is not None:
        list(days_between(rule, date(2026, 1, 1), date(2026, 2, 1)))
        state(rule, date(2026, 1, 1))


def test_years_that_end_the_calendar_are_no_trouble() -> None:
    """Bad input: dates at the edge of what is read (1900 to 2200)."""
    rule = Rule(Freq.MONTHLY, month_days=(31,), dtstart=date(1900, 1, 1), until=date(2200, 12, 31))
    assert next(days_between(rule, date(2199, 12, 1), date(2200, 12, 31))) == date(2199, 12, 31)
