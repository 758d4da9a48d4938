"""The ratings of one panel as paths, and the marks at its foot. Paths use one decimal.

Dots are strokes of no length with round ends, so that hundreds of them are one element of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ownwords.measures.method.chart.marks import Label, label, merged
from ownwords.measures.method.chart.model import Panel
from ownwords.measures.method.chart.scales import TimeScale, ValueScale, at, short, width_of
from ownwords.measures.method.chart.thinning import Heap, Spot, Stretch, thin
from ownwords.measures.method.definitions import Given

SIZE = 13.0  # of type, in units: pixels at the width that the drawing is made for
CLOSE = 6.0  # units between neighbouring dots under which dots are small
ROW = 17.0  # height of a row of marks at the foot
WITHHELD = (Given.RATHER_NOT, Given.BLANK)
BESIDE = (Given.NOT_APPLICABLE, Given.NOT_CHOSEN)


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


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below the plot: answers without a number, the person's own verdicts, numbers of wordings."""

    rather_not: str
    not_applicable: str
    own: str
    rewordings: str
    numbers: tuple[Label, ...]
    plates: str  # a frame around each number of a wording, so that none is taken for a value
    height: float


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


def foot(panel: Panel, time: TimeScale, top: float, bottom: float, width: float) -> Foot:
    """Lay out the marks below a plot that ends at ``bottom``: a row for each kind that there is."""
    y = bottom + 14
    withheld = [time.x(point.on) for point in panel.points if point.given in WITHHELD]
    squares = "".join(f"M{at(x - 3.5)} {at(y - 3.5)}h7v7h-7z" for x in withheld)
    y += ROW if withheld else 0
    beside = [time.x(point.on) for point in panel.points if point.given in BESIDE]
    crosses = "".join(f"M{at(x - 3.5)} {at(y - 3.5)}l7 7M{at(x + 3.5)} {at(y - 3.5)}l-7 7" for x in beside)
    y += ROW if beside else 0
    diamonds = "".join(f"M{at(time.x(answer.on))} {at(y - 5)}l5 5l-5 5l-5 -5z" for answer in panel.own)
    y += ROW if panel.own else 0
    marks = panel.wordings if len(panel.wordings) > 1 else ()
    places = [(time.x(mark.on), str(mark.number)) for mark in marks]
    uprights = "".join(f"M{at(x)} {at(top)}V{at(y - 8)}" for x, _number in places[1:])
    numbers = merged(places, SIZE, y + 4, width)
    y += ROW + 3 if places else 0
    return Foot(squares, crosses, diamonds, uprights, numbers, "".join(map(_plate, numbers)), y - 14 - bottom)


def _plate(number: Label) -> str:
    width = max(width_of(number.text, SIZE) + 7, 15)
    return f"M{at(number.x - width / 2)} {at(number.y - 12)}h{at(width)}v15h{at(-width)}z"
