"""When something is open: rules that repeat by week or by month, kept to the day and told in the reader's own time.

A rule is a small part of iCalendar's recurrence rules (RFC 5545, 3.3.10). ``until`` says that the series ends;
``valid_from`` and ``valid_to`` say for how long anybody vouches for the times (connecting 3.3). Nothing here knows
today: the day or the moment is always given. python-dateutil agrees day for day (tests); it is not used here because it
looks for the next day of a rule that never comes up to the year 9999, and a feed may hold such a rule.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

HORIZON = 400
"""Days ahead in which next times are looked for: a little more than a year."""
MIDNIGHT = time(0, 0)
ONE_DAY = timedelta(days=1)
AHEAD = timedelta(days=3_000)


class Freq(StrEnum):
    """How a rule repeats; ``once`` does not."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    ONCE = "once"


class State(StrEnum):
    """How far a rule can be relied on, on a day."""

    CURRENT = "current"
    NOT_CONFIRMED = "not_confirmed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 for Monday to 6; ``ordinal`` 2 is the second in a month, -1 the last, 0 every one."""

    day: int
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """When something is open. ``opens`` and ``closes`` stand on the wall; closing before opening is past midnight."""

    freq: Freq
    interval: int = 1
    days: tuple[Weekday, ...] = ()
    month_days: tuple[int, ...] = ()
    count: int | None = None
    dtstart: date | None = None
    until: date | None = None
    opens: time | None = None
    closes: time | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    zone: str = ""

    @property
    def in_step(self) -> bool:
        """Whether its days can be told at all.

        Every second week counts from a first one, ten times over from a beginning, and a rule that names no day from
        the day on which it begins: without a beginning nobody can say.
        """
        if self.dtstart is not None:
            return True
        named = bool(self.days or self.month_days)
        return self.freq is not Freq.ONCE and named and self.interval == 1 and self.count is None


@dataclass(frozen=True, slots=True)
class Session:
    """One time that something is open; without times only the day is known."""

    day: date
    starts: datetime | None = None
    ends: datetime | None = None


def days_between(rule: Rule, first: date, last: date) -> Iterator[date]:
    """Yield the days on which a rule opens, both ends included; none where nobody can say (``in_step``).

    Each day is looked at for itself, so that a rule that names no day at all ("day 31 of each February") costs no more
    than another; a series that is counted is counted from its beginning.
    """
    if not rule.in_step or last < first:
        return
    begins = rule.dtstart or first
    last = min(last, rule.until) if rule.until else last
    day = begins if rule.count is not None else max(first, begins)
    taken = 0
    while day <= last:
        if _names(rule, day, begins):
            taken += 1
            if rule.count is not None and taken > rule.count:
                return
            if day >= first:
                yield day
        day += ONE_DAY


def _names(rule: Rule, day: date, begins: date) -> bool:
    """Whether a rule names a day on or after its beginning; its end and its count are not looked at."""
    if rule.freq is Freq.ONCE:
        return day == begins
    if rule.freq is Freq.WEEKLY:
        named = (
            any(one.day == day.weekday() for one in rule.days)
            if rule.days
            else day.weekday() == begins.weekday()
        )
        return named and (_week(day) - _week(begins)) % rule.interval == 0
    months = (day.year - begins.year) * 12 + day.month - begins.month
    return months % rule.interval == 0 and _names_in_month(rule, day, begins)


def _week(day: date) -> int:
    """Return the number of a week that begins on Monday."""
    return (day.toordinal() - 1) // 7


def _names_in_month(rule: Rule, day: date, begins: date) -> bool:
    """Whether a month's rule names a day: by day of the week, by date, or by both at once."""
    if not rule.days and not rule.month_days:
        return day.day == begins.day
    length = monthrange(day.year, day.month)[1]
    if rule.month_days and not {day.day, day.day - length - 1} & set(rule.month_days):
        return False
    if not rule.days:
        return True
    nth = (0, (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1))
    return any(one.day == day.weekday() and one.ordinal in nth for one in rule.days)


def state(rule: Rule, today: date) -> State:
    """Return how far a rule can be relied on: past ``until`` it has ended, past its validity nobody vouches for it."""
    over = rule.until is not None and rule.until < today
    if rule.freq is Freq.ONCE and rule.dtstart is not None:
        over = over or rule.dtstart < today
    if rule.count is not None and rule.in_step and not over:
        over = next(days_between(rule, today, today + AHEAD), None) is None
    if over:
        return State.ENDED
    if _vouched(rule, today):
        return State.CURRENT
    return State.NOT_CONFIRMED


def _vouched(rule: Rule, day: date) -> bool:
    return not (
        (rule.valid_from is not None and day < rule.valid_from)
        or (rule.valid_to is not None and day > rule.valid_to)
    )


def weekdays(rule: Rule) -> frozenset[int]:
    """Return the days of the week (0 for Monday) on which it can open; none where that is not said."""
    if rule.freq is Freq.ONCE:
        return frozenset() if rule.dtstart is None else frozenset({rule.dtstart.weekday()})
    if rule.days:
        return frozenset(one.day for one in rule.days)
    if rule.freq is Freq.WEEKLY and rule.dtstart is not None:
        return frozenset({rule.dtstart.weekday()})
    return frozenset()


def session(rule: Rule, day: date, zone: tzinfo) -> Session:
    """Return one opening in the reader's zone; an hour that the clocks skip or repeat is told as a clock shows it."""
    if rule.opens is None:
        return Session(day)
    starts = _real(datetime.combine(day, rule.opens, zone))
    if rule.closes is None:
        return Session(day, starts)
    past_midnight = rule.closes <= rule.opens
    ends = datetime.combine(day + timedelta(days=1 if past_midnight else 0), rule.closes, zone)
    return Session(day, starts, _real(ends))


def _real(moment: datetime) -> datetime:
    """Return a moment as clocks show it: 01:30 on the night when 01:00 becomes 02:00 is 02:30."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo)


def next_sessions(rules: Iterable[Rule], now: datetime, *, most: int = 5) -> list[Session]:
    """Return the next openings of rules that somebody vouches for, in order; what is open now is among them.

    Args:
        now: with a zone; the openings are told in that zone.
    """
    zone = now.tzinfo
    if zone is None:
        raise ValueError("now needs a zone")
    found: set[tuple[date, Session]] = set()
    for rule in rules:
        taken = 0
        yesterday = now.date() - timedelta(days=1)
        for day in days_between(rule, yesterday, now.date() + timedelta(days=HORIZON)):
            one = session(rule, day, zone)
            if not _vouched(rule, day) or _is_over(one, now):
                continue
            found.add((day, one))
            taken += 1
            if taken == most:
                break
    return [one for _day, one in sorted(found, key=_order)][:most]


def _is_over(one: Session, now: datetime) -> bool:
    ends = one.ends or one.starts
    return one.day < now.date() if ends is None else ends <= now


def _order(pair: tuple[date, Session]) -> tuple[date, bool, float, float]:
    day, one = pair
    starts, ends = one.starts, one.ends
    return (day, starts is not None, starts.timestamp() if starts else 0.0, ends.timestamp() if ends else 0.0)
