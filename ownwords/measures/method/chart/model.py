"""What is to be drawn: one person's measures over years on one time axis, as frozen data.

Nothing here knows about pixels, languages or the database. Values are in the unit of their own scale, dates are
plain dates. Words that a person typed are kept letter for letter; every other word arrives translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median

from ownwords.measures.method.definitions import Direction, Given

#: Days without a rating over which no line is drawn: at least so many, or three times the usual distance.
GAP_DAYS = 120
#: How far back before the first answer an event may reach on the axis, as a share of the answers' time.
BEFORE = 0.25
NAMEABLE = re.compile(r"[a-z][a-z0-9-]*")


class Kind(StrEnum):
    """What a panel follows."""

    PERSONAL = "personal"  # a line in the person's own words
    STANDARD = "standard"  # a score of an instrument


@dataclass(frozen=True, slots=True)
class Point:
    """One answer. ``value`` is None exactly when no number was given; 0 is a number."""

    on: date
    value: float | None = None
    given: Given = Given.ANSWERED
    wording: int = 1  # number of the wording that the person saw
    note: str = ""

    def __post_init__(self) -> None:
        if (self.given is Given.ANSWERED) is (self.value is None):
            raise ValueError(f"{self.on}: an answer has a number, and nothing else has one")


@dataclass(frozen=True, slots=True)
class WordingMark:
    """From when the person saw these words."""

    on: date
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Band:
    """A usual range, worked out once from the ``count`` points between ``since`` and ``until`` and then kept."""

    low: float
    high: float
    since: date
    until: date
    count: int


@dataclass(frozen=True, slots=True)
class CutOff:
    """A published threshold; ``words`` name its source. It is drawn only when ``confirmed``."""

    at: float
    words: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """What the person answered to "is it different for you?", in words."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Closing:
    """When a line was closed, and why ("reached", "no longer matters")."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One line or score. Points stand in order of time and within ``low`` to ``high``, or ValueError says which."""

    id: str  # for addresses within the page: lower case letters, digits and hyphens
    heading: str
    direction: Direction
    low: float
    high: float
    points: tuple[Point, ...] = ()
    kind: Kind = Kind.PERSONAL
    low_words: str = ""
    high_words: str = ""
    wordings: tuple[WordingMark, ...] = ()
    closing: Closing | None = None
    band: Band | None = None
    cut_off: CutOff | None = None
    verdict_words: str = ""
    method_words: tuple[str, ...] = ()
    own: tuple[OwnAnswer, ...] = ()
    gap_days: int = 0  # 0: from the distances between the answers, see ``usual_gap``
    rated: tuple[Point, ...] = field(init=False, repr=False, compare=False)  # the answers that carry a number

    def __post_init__(self) -> None:
        if not NAMEABLE.fullmatch(self.id):
            raise ValueError(f"{self.id!r} is no name for a part of a page")
        if not self.low < self.high:
            raise ValueError(f"{self.heading}: a scale runs from a lower to a higher number")
        before = date.min
        for point in self.points:
            if point.on < before:
                raise ValueError(f"{self.heading}: {point.on} stands after {before}")
            if point.value is not None and not self.low <= point.value <= self.high:
                raise ValueError(f"{self.heading}: {point.value} is not from {self.low} to {self.high}")
            before = point.on
        rated = tuple(point for point in self.points if point.value is not None)
        object.__setattr__(self, "rated", rated)
        if not self.gap_days:
            object.__setattr__(self, "gap_days", usual_gap(rated))

    @property
    def dates(self) -> list[date]:
        """Every date that the panel must have room for."""
        found = [point.on for point in (self.points[:1] + self.points[-1:])]
        found += [mark.on for mark in self.wordings] + [answer.on for answer in self.own]
        return found + ([self.closing.on] if self.closing else [])


def usual_gap(rated: Sequence[Point]) -> int:
    """Return how many days without an answer are a pause: three times the middle distance, at least ``GAP_DAYS``.

    What is asked each week pauses after four months; what is asked once a year does not pause between two years.
    Under five answers there is no rhythm to go by.
    """
    distances = [after.on.toordinal() - before.on.toordinal() for before, after in pairwise(rated)]
    return max(GAP_DAYS, 3 * int(median(distances))) if len(distances) >= 4 else GAP_DAYS


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, without any number. ``until`` for what lasted."""

    on: date
    kind: str
    words: str = ""
    until: date | None = None
    ending: bool = False  # a service ended; ratings may go on

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.on:
            raise ValueError(f"{self.kind}: ends on {self.until}, before it began on {self.on}")


@dataclass(frozen=True, slots=True)
class Chart:
    """Panels and events on one time axis from ``start`` to ``end``, both included."""

    panels: tuple[Panel, ...]
    start: date
    end: date
    events: tuple[Event, ...] = ()
    title: str = ""
    id: str = "chart"

    def __post_init__(self) -> None:
        if not self.start < self.end:
            raise ValueError(f"a time axis from {self.start} to {self.end} has no length")
        if len({panel.id for panel in self.panels}) < len(self.panels):
            raise ValueError("two panels of one chart have the same id")
        outside = [on for panel in self.panels for on in panel.dates if not self.start <= on <= self.end]
        if outside:
            raise ValueError(f"{min(outside)} lies outside {self.start} to {self.end}")


def spanning(
    panels: Iterable[Panel], events: Iterable[Event] = (), *, today: date, title: str = "", id: str = "chart"
) -> Chart:
    """Return the chart whose axis just holds everything, at least four weeks long.

    It ends today, or with the latest date of a panel should that lie later. It begins with the first answer, or with
    what happened shortly before it (a quarter of the time answered about, at least 90 days). What was over long before
    is left out, so that it does not press the answers together; what lasted into the time is drawn from the edge.
    """
    panels, events = tuple(panels), tuple(sorted(events, key=lambda event: event.on))
    dates = [on for panel in panels for on in panel.dates]
    end = max([*dates, today])
    first = min(dates, default=min((event.on for event in events), default=end))
    reach = timedelta(days=max(90, int((end - first).days * BEFORE)))
    kept = tuple(event for event in events if event.on <= end and (event.until or event.on) >= first - reach)
    near = [event.on for event in kept if event.on >= first - reach]
    start = min([first, *near, end - timedelta(days=28)])
    return Chart(panels, start, end, kept, title, id)
