"""From dates and values to places on a drawing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

SIZE = 13.0  # of type, in units: pixels at the width that the drawing is made for

#: Width of a letter as a share of the size of type; wide enough for capitals and digits of the fonts in use.
LETTER = 0.58


def short(value: float) -> str:
    """Return a number as it is written beside an axis.

    >>> short(6.0), short(6.25), short(-0.0)
    ('6', '6.25', '0')
    """
    return f"{round(value, 2) + 0:g}"


def at(number: float) -> str:
    """Return a place as it is written into a path: one decimal."""
    return f"{number:.1f}"


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Dates from ``start`` to ``end`` onto ``left`` to ``right``."""

    start: date
    end: date
    left: float
    right: float
    first: int = field(init=False)  # ``start`` as a number of days
    per_day: float = field(init=False)  # units of the drawing for a day

    def __post_init__(self) -> None:
        days = self.end.toordinal() - self.start.toordinal()
        object.__setattr__(self, "first", self.start.toordinal())
        object.__setattr__(self, "per_day", (self.right - self.left) / days)

    def x(self, on: date) -> float:
        """Return where a date lies; dates outside are held at the edge."""
        place = self.left + (on.toordinal() - self.first) * self.per_day
        return self.left if place < self.left else self.right if place > self.right else place


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Values from ``low`` to ``high`` onto ``bottom`` to ``top``; higher values always stand higher."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """Return where a value lies."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is, in units of the drawing, never less than it is by much."""
    return len(text) * size * LETTER
