"""Change over one person's own lines: goals and problems that come, are reworded, are reached, and go.

A line is what a person chose to follow: an id that never changes, dated wordings, ratings that point to the wording
seen. Change is worked out line by line, from its first to its last rating in a stretch of time, with plus meaning "in
the direction you chose"; only then is it put together, and always as "k of n lines". The average of whatever happens to
be live on each day is never used: it falls when a goal is added and falls again when one is reached.

Nothing here takes more than one person: personal ratings are not averaged across people (RS-22). No published rule says
how to score a line that was reworded (``docs/measures-statistics.md``); ours is that the same line goes on when the
person says it is the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from statistics import fmean, median
from types import MappingProxyType

from ownwords.measures.method.change import better_by
from ownwords.measures.method.definitions import Direction

REACHED = "reached"
LEAST_TO_SMOOTH = 5


class SeveralPeople(ValueError):
    """Lines of more than one person were given. Personal ratings are never put together across people."""


@dataclass(frozen=True, slots=True)
class Point:
    """One rating: the day, the number, and the id of the wording that the person saw."""

    on: date
    value: float
    wording: str = ""


@dataclass(frozen=True, slots=True)
class LineSeries:
    """One line with its ratings in time order; two ratings of one day stay in the order given.

    ``low`` and ``high`` are the ends of its scale. ``reason`` says why it was closed ("reached", "no longer matters",
    "changed", "paused") and belongs to ``closed``: both or neither. A line is rated from the day it was opened; after
    it was closed it has no ratings. ``person`` is whoever's line it is. Raises ValueError for what contradicts itself.
    """

    line: str
    direction: Direction
    low: float
    high: float
    opened: date
    closed: date | None = None
    reason: str = ""
    points: tuple[Point, ...] = ()
    person: str = ""

    def __post_init__(self) -> None:
        problem = _problem(self)
        if problem:
            raise ValueError(f"line {self.line}: {problem}")

    def within(self, start: date, end: date) -> tuple[Point, ...]:
        """Return the ratings from ``start`` to ``end``, both included."""
        return tuple(point for point in self.points if start <= point.on <= end)


@dataclass(frozen=True, slots=True)
class LineChange:
    """What became of one line in a stretch of time. None: it was not rated on two days of it.

    ``towards`` is in points of its scale, ``share`` in widths of its scale (-1 to 1); plus is the direction chosen.
    """

    line: str
    first: Point | None
    last: Point | None
    towards: float | None
    share: float | None
    wordings: int
    closed: str


@dataclass(frozen=True, slots=True)
class LinesChange:
    """What became of a person's lines. ``rated`` of ``lines`` were rated at both ends and count in the means.

    ``mean`` is in points and None when those lines do not share one scale; ``mean_share`` is in widths of the scale.
    Both are None when no line was rated at both ends. ``closings`` counts lines closed in the time, by reason:
    "reached" is an outcome of its own, whatever the ratings say.
    """

    changes: tuple[LineChange, ...]
    lines: int
    rated: int
    mean: float | None
    mean_share: float | None
    closings: Mapping[str, int] = field(default_factory=dict)

    @property
    def reached(self) -> int:
        """How many lines were closed because the person got there."""
        return self.closings.get(REACHED, 0)

    @property
    def counted(self) -> str:
        """The count that belongs beside every figure: "2 of 3 lines"."""
        return f"{self.rated} of {self.lines} lines"


def change_over_lines(lines: Iterable[LineSeries], start: date, end: date) -> LinesChange:
    """Return what became of one person's lines from ``start`` to ``end``, both days included.

    Lines open on some day of the stretch count as lines. The ends of a line are its first and last rating inside the
    stretch, on two different days: a goal added half-way is measured from where it began, a goal that was reached up to
    where it ended. Raises SeveralPeople for lines of more than one person, ValueError when two lines share an id or
    ``end`` lies before ``start``.
    """
    if end < start:
        raise ValueError("the end lies before the start")
    alive = [one for one in _of_one_person(lines) if one.opened <= end and (one.closed or start) >= start]
    changes = tuple(_change(one, start, end) for one in alive)
    points = [found.towards for found in changes if found.towards is not None]
    shares = [found.share for found in changes if found.share is not None]
    scales = {
        (one.low, one.high) for one, found in zip(alive, changes, strict=True) if found.share is not None
    }
    closings = Counter(one.reason for one in alive if one.closed is not None and start <= one.closed <= end)
    return LinesChange(
        changes=changes,
        lines=len(alive),
        rated=len(points),
        mean=fmean(points) if len(scales) == 1 else None,
        mean_share=fmean(shares) if shares else None,
        closings=MappingProxyType(dict(closings)),
    )


def smoothed(values: Sequence[float]) -> tuple[float, ...] | None:
    """Return the running median of three, the ends as they are; None under 5 points: nothing smooth is drawn then."""
    if len(values) < LEAST_TO_SMOOTH:
        return None
    inner = (median(values[at - 1 : at + 2]) for at in range(1, len(values) - 1))
    return (values[0], *inner, values[-1])


def _change(line: LineSeries, start: date, end: date) -> LineChange:
    points = line.within(start, end)
    closed = line.reason if line.closed is not None and start <= line.closed <= end else ""
    seen = len({point.wording for point in points})
    if len({point.on for point in points}) < 2:
        return LineChange(line.line, points[0] if points else None, None, None, None, seen, closed)
    towards = better_by(points[-1].value - points[0].value, line.direction)
    share = towards / (line.high - line.low)
    return LineChange(line.line, points[0], points[-1], towards, share, seen, closed)


def _of_one_person(lines: Iterable[LineSeries]) -> list[LineSeries]:
    found = list(lines)
    if len({one.person for one in found}) > 1:
        raise SeveralPeople(
            "these lines belong to more than one person; ratings are not put together across people"
        )
    repeated = [key for key, times in Counter(one.line for one in found).items() if times > 1]
    if repeated:
        raise ValueError(f"two lines share the id {repeated[0]}")
    return found


def _problem(line: LineSeries) -> str:
    days = [point.on for point in line.points]
    checks = (
        (line.low < line.high, f"{line.low} to {line.high} is no scale"),
        ((line.closed is None) == (not line.reason), "a closing day and a reason belong together"),
        (line.closed is None or line.closed >= line.opened, "it was closed before it was opened"),
        (days == sorted(days), "its ratings are not in time order"),
        (not days or days[0] >= line.opened, "it was rated before it was opened"),
        (not days or line.closed is None or days[-1] <= line.closed, "it was rated after it was closed"),
        (all(isfinite(p.value) and line.low <= p.value <= line.high for p in line.points), _off_scale(line)),
    )
    return next((said for fine, said in checks if not fine), "")


def _off_scale(line: LineSeries) -> str:
    return f"a rating lies outside {line.low} to {line.high}"
