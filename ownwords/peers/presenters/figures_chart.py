"""A curve of a team as a drawing, with the table that says the same. Pure geometry; the template draws it.

The curve holds its value from one point to the next; each point has its 95% interval as a line with a dot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ownwords.peers.presenters.figures_words import Row

if TYPE_CHECKING:
    from ownwords.peers.method.team_curves import Point

WIDTH, HEIGHT = 360, 216
LEFT, RIGHT, TOP, BOTTOM = 46, 346, 12, 172
MONTH_STEPS = (1, 2, 3, 6, 12)
MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis with what stands there."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A point with the ends of its interval, low and high on the page."""

    x: float
    y: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ShownCurve:
    """A drawing and its table."""

    id: str
    path: str
    marks: Sequence[Mark]
    across: Sequence[Tick]
    up: Sequence[Tick]
    rows: Sequence[Row]


def show_curve(
    name: str, points: Sequence[Point], top: float, say: Callable[[float], str], *, step: float
) -> ShownCurve:
    """Return a curve that begins at nothing. Raises ValueError without points.

    Args:
        name: the drawing's id on its page.
        points: in order, one or more.
        top: the value at the upper edge; ``step``: from one line across to the next.
        say: how a value is written.
    """
    if not points:
        raise ValueError("there is nothing to draw")
    last = points[-1].month

    def x(month: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * month / last, 1)

    def y(value: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * min(value, top) / top, 1)

    marks = tuple(Mark(x(one.month), y(one.estimate), y(one.low), y(one.high)) for one in points)
    steps = "".join(f"H{mark.x:g}V{mark.y:g}" for mark in marks)
    apart = next((one for one in MONTH_STEPS if last / one <= MOST_TICKS), MONTH_STEPS[-1])
    lines = int(top / step + 0.5)
    return ShownCurve(
        id=name,
        path=f"M{LEFT} {BOTTOM}{steps}",
        marks=marks,
        across=tuple(Tick(x(month), str(month)) for month in range(0, last + 1, apart)),
        up=tuple(Tick(y(at * step), say(at * step)) for at in range(lines + 1)),
        rows=tuple(_row(one, say) for one in points),
    )


def nice_top(points: Sequence[Point]) -> tuple[float, float]:
    """Return (top, step) of an axis that holds all intervals with at most five steps; both above 0."""
    most = max((one.high for one in points), default=0.0) or 1.0
    step, factors = 0.1, (2.0, 2.5, 2.0)
    turn = 0
    while step * 5 < most:
        step *= factors[turn % 3]
        turn += 1
    top = step
    while top < most:
        top += step
    return top, step


def _row(one: Point, say: Callable[[float], str]) -> Row:
    return (str(one.month), str(one.at_risk), say(one.estimate), f"{say(one.low)} – {say(one.high)}")
