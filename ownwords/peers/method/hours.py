"""When messages are answered: weekly hours by the clock on the wall, right also when the clocks change.

Hours are kept as somebody would say them: "Tuesdays from ten to four". What that means in time that passes is worked
out for each day in the service's own zone: where the clocks go back the window covers both of the doubled hours;
where they go forward, an hour that there is not moves on to the hour that there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAYS_AHEAD = 8


@dataclass(frozen=True, slots=True, order=True)
class Hours:
    """A stretch of one weekday (0 Monday to 6 Sunday), from `opens` up to but not including `closes`.

    Raises:
        ValueError: no such weekday, or it does not open before it closes.
    """

    weekday: int
    opens: time
    closes: time

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"there is no weekday {self.weekday}")
        if not self.opens < self.closes:
            raise ValueError("hours open before they close")


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """One stretch of time in UTC, `opens` included, `closes` not."""

    opens: datetime
    closes: datetime


def windows(week: Iterable[Hours], moment: datetime, zone: ZoneInfo) -> tuple[Window, ...]:
    """Return the stretches of the day of a moment and of the eight days after it, in order, in UTC.

    Args:
        week: the weekly hours.
        moment: any aware datetime.

    Raises:
        ValueError: the moment has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment has a zone")
    first = moment.astimezone(zone).date()
    days = (first + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1))
    kept = sorted(set(week))
    return tuple(sorted(window for day in days for window in _of_day(kept, day, zone)))


def _of_day(week: Iterable[Hours], day: date, zone: ZoneInfo) -> Iterator[Window]:
    for hours in week:
        if hours.weekday != day.weekday():
            continue
        opens = _instant(day, hours.opens, zone, fold=0)
        # Of the two readings of a wall time the later one: the second of a doubled hour, and past one that is left out.
        closes = max(_instant(day, hours.closes, zone, fold=fold) for fold in (0, 1))
        yield Window(opens, closes)


def _instant(day: date, at: time, zone: ZoneInfo, *, fold: int) -> datetime:
    return datetime.combine(day, at.replace(fold=fold), tzinfo=zone).astimezone(UTC)


def open_at(week: Iterable[Hours], moment: datetime, zone: ZoneInfo) -> bool:
    """Whether a moment lies within the hours.

    >>> tuesday = [Hours(1, time(10), time(16))]
    >>> open_at(tuesday, datetime(2026, 11, 24, 12, tzinfo=UTC), ZoneInfo("Europe/London"))
    True
    """
    return any(one.opens <= moment < one.closes for one in windows(week, moment, zone))


def next_opening(week: Iterable[Hours], moment: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the first moment, at or after this one, that lies within the hours, in the zone; None without any hours.

    >>> tuesday = [Hours(1, time(10), time(16))]
    >>> next_opening(tuesday, datetime(2026, 11, 22, 12, tzinfo=UTC), ZoneInfo("Europe/London")).isoformat()
    '2026-11-24T10:00:00+00:00'
    """
    for one in windows(week, moment, zone):
        if moment < one.closes:
            return max(one.opens, moment.astimezone(UTC)).astimezone(zone)
    return None
