"""Days counted back from today, moments within them, and ids: all the same for the same day."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

#: Entries are written between nine and five.
FIRST_HOUR, MINUTES_OPEN = 9, 8 * 60


def number_from(*parts: object) -> int:
    """Return a large whole number that depends on the parts alone."""
    return int.from_bytes(hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()[:16], "big")


def made_id(moment: datetime, *parts: object) -> UUID:
    """Return a UUIDv7 with the moment in front, so that it sorts as a real one does, and the parts behind."""
    bits = number_from(*parts)
    value = int(moment.timestamp() * 1000) << 80 | (bits & ((1 << 76) - 1))
    value = value & ~(0xF << 76) | 0x7 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)


@dataclass(frozen=True, slots=True)
class Clock:
    """Turns "so many days ago" into days and moments.

    >>> clock = Clock(date(2026, 11, 22), ZoneInfo("Europe/London"))
    >>> clock.day(30), clock.ahead(3)
    (datetime.date(2026, 10, 23), datetime.date(2026, 11, 25))
    >>> clock.moment(1, "a tea").isoformat()
    '2026-11-21T10:48:00+00:00'
    """

    today: date
    zone: ZoneInfo

    def day(self, ago: int) -> date:
        """Return the day so many days ago; a negative number lies ahead."""
        return self.today - timedelta(days=ago)

    def ahead(self, days: int) -> date:
        """Return the day so many days from now; a negative number is past."""
        return self.today + timedelta(days=days)

    def moment(self, ago: int, *parts: object) -> datetime:
        """Return a moment of the working day so many days ago, chosen by the parts. Raises ValueError below 1."""
        if ago < 1:
            raise ValueError(f"{ago} days ago is not over yet")
        minutes = FIRST_HOUR * 60 + number_from(*parts) % MINUTES_OPEN
        local = datetime.combine(self.day(ago), time(minutes // 60, minutes % 60), tzinfo=self.zone)
        return local.astimezone(UTC)

    def morning(self, day: date) -> datetime:
        """Return nine o'clock of a day, or the day before it when that is still to come."""
        day = min(day, self.today - timedelta(days=1))
        return datetime.combine(day, time(FIRST_HOUR), tzinfo=self.zone).astimezone(UTC)
