"""A small picture: the last ratings in a line of text."""

from __future__ import annotations

from dataclasses import dataclass

from ownwords.measures.method.chart import shapes
from ownwords.measures.method.chart.model import Panel
from ownwords.measures.method.chart.runs import runs
from ownwords.measures.method.chart.scales import TimeScale, ValueScale, at
from ownwords.measures.method.chart.sentences import last_points

WIDTH, HEIGHT = 120.0, 32.0


@dataclass(frozen=True, slots=True)
class SmallDrawing:
    """The last ratings of a panel: both ends of the scale as lines, dots, the latest as a ring."""

    width: float
    height: float
    ends: str
    line: str
    dots: str
    ring: tuple[float, float] | None


def small(panel: Panel, most: int = 6) -> SmallDrawing:
    """Draw the last ratings in order of time, at the distances at which they were given."""
    ends = f"M0 6H{at(WIDTH)}M0 {at(HEIGHT - 6)}H{at(WIDTH)}"
    spots = runs(last_points(panel, most), panel.gap_days)
    if not spots:
        return SmallDrawing(WIDTH, HEIGHT, ends, "", "", None)
    scale = ValueScale(panel.low, panel.high, 6, HEIGHT - 6)
    if spots[0].on == spots[-1].on:
        places = [(WIDTH - 8, scale.y(spot.value)) for spot in spots]
        line = ""
    else:
        time = TimeScale(spots[0].on, spots[-1].on, 6, WIDTH - 8)
        places = [(time.x(spot.on), scale.y(spot.value)) for spot in spots]
        line = shapes.line(spots, time, scale)
    dots = "".join(f"M{at(x)} {at(y)}h.01" for x, y in places)
    return SmallDrawing(WIDTH, HEIGHT, ends, line, dots, (round(places[-1][0], 1), round(places[-1][1], 1)))
