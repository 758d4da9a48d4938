"""The ratings of one panel as paths, with one decimal.

Dots are strokes of no length with round ends, so that hundreds of them are one element of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ownwords.measures.method.chart.calendar import Stretch
from ownwords.measures.method.chart.marks import Label, label
from ownwords.measures.method.chart.model import Panel
from ownwords.measures.method.chart.runs import Spot
from ownwords.measures.method.chart.scales import SIZE, TimeScale, ValueScale, at, short
from ownwords.measures.method.chart.thinning import Heap, thin

CLOSE = 6.0  # units between neighbouring dots under which dots are small


@dataclass(frozen=True, slots=True)
class Data:
    """The ratings: bars and middles of heaps, straight lines, dots, the latest with its number."""

    ranges: str
    line: str
    dots: str
    small: bool
    ring: tuple[float, float] | None
    latest: Label | None
    stretch: Stretch | None  # how much time a bar holds; None when every rating is a dot


def data(panel: Panel, time: TimeScale, scale: ValueScale) -> Data:
    """Lay out the ratings of a panel."""
    stretch, drawn = thin(panel.points, time.per_day, panel.gap_days)
    dots, small = _dots(drawn, time, scale)
    ring = latest = None
    if panel.rated:
        last = panel.rated[-1]
        value = last.value or 0.0
        ring = round(time.x(last.on), 1), round(scale.y(value), 1)
        latest = label(ring[0] + 8, ring[1] + SIZE * 0.35, short(value), "start")
    return Data(ranges(drawn, time, scale), line(drawn, time, scale), dots, small, ring, latest, stretch)


def line(drawn: Sequence[Spot | Heap], time: TimeScale, scale: ValueScale) -> str:
    """Join what belongs together: straight between ratings, level across a heap, nothing across a pause."""
    parts = []
    run = -1
    for one in drawn:
        pen = "L" if one.run == run else "M"
        run = one.run
        if isinstance(one, Spot):
            parts.append(f"{pen}{at(time.x(one.on))} {at(scale.y(one.value))}")
        else:
            parts.append(f"{pen}{at(time.x(one.since))} {at(scale.y(one.middle))}H{at(time.x(one.until))}")
    return "".join(parts)


def ranges(drawn: Sequence[Spot | Heap], time: TimeScale, scale: ValueScale) -> str:
    """Return a bar from the lowest to the highest rating of each heap, never thinner than can be seen."""
    parts = []
    for one in drawn:
        if isinstance(one, Heap):
            left, right = time.x(one.since), time.x(one.until)
            inner = 0.5 if right - left > 3 else 0.0
            top, bottom = scale.y(one.high) - 1, scale.y(one.low) + 1
            parts.append(
                f"M{at(left + inner)} {at(top)}H{at(right - inner)}V{at(bottom)}H{at(left + inner)}z"
            )
    return "".join(parts)


def _dots(drawn: Sequence[Spot | Heap], time: TimeScale, scale: ValueScale) -> tuple[str, bool]:
    places = [(time.x(one.on), scale.y(one.value)) for one in drawn if isinstance(one, Spot)]
    gaps = sorted(after[0] - before[0] for before, after in pairwise(places))
    small = bool(gaps) and gaps[len(gaps) // 4] < CLOSE
    return "".join(f"M{at(x)} {at(y)}h.01" for x, y in places), small
