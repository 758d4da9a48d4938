"""The marks at the foot of a panel."""

from __future__ import annotations

from dataclasses import dataclass

from ownwords.measures.method.chart.marks import Label, merged
from ownwords.measures.method.chart.model import Panel
from ownwords.measures.method.chart.scales import SIZE, TimeScale, at, width_of
from ownwords.measures.method.definitions import Given

ROW = 17.0  # height of a row of marks at the foot

WITHHELD = (Given.RATHER_NOT, Given.BLANK)

BESIDE = (Given.NOT_APPLICABLE, Given.NOT_CHOSEN)


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
