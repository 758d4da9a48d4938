"""From a chart to shapes with places: paths as text, labels with coordinates, nothing left to compute while rendering.

Every panel of a chart has the same width and the same time axis, so that panels stand under each other and a date is
at the same place in all of them. ``wide`` is for screens and paper, the narrow form keeps its text at full size on a
telephone of 320 pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ownwords.measures.method.chart import foot, marks, shapes
from ownwords.measures.method.chart.foot import Foot
from ownwords.measures.method.chart.marks import Label, Lettered, Strip, label
from ownwords.measures.method.chart.model import Chart, Panel
from ownwords.measures.method.chart.scales import SIZE, TimeScale, ValueScale, at, short, width_of
from ownwords.measures.method.chart.shapes import Data
from ownwords.measures.method.chart.ticks import MONTHS, Tick, time_ticks, value_ticks


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of one form of the drawing: its width and the height of each plot."""

    width: float
    plot: float


WIDE = Frame(640, 132)
NARROW = Frame(288, 128)


@dataclass(frozen=True, slots=True)
class Axes:
    """Lines and numbers of the scale, dates below."""

    grid: str
    ticks: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What stands behind the ratings: events, ends of services, a usual range, a threshold, a closing."""

    events: str
    endings: str
    letters: tuple[Label, ...]
    band: Box | None
    cut_off: str
    closed: str


@dataclass(frozen=True, slots=True)
class PanelDrawing:
    """The shapes of one panel. An empty path is not drawn."""

    panel: Panel
    width: float
    height: float
    axes: Axes
    backdrop: Backdrop
    data: Data
    foot: Foot


@dataclass(frozen=True, slots=True)
class Drawing:
    """One form of a chart."""

    wide: bool
    panels: tuple[PanelDrawing, ...]
    strip: Strip | None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What all panels of a drawing share."""

    width: float
    top: float
    bottom: float
    time: TimeScale
    ticks: tuple[Tick, ...]
    events: str
    endings: str
    letters: tuple[Label, ...]


def draw(chart: Chart, *, wide: bool, months: Sequence[str] = MONTHS) -> Drawing:
    """Lay out a chart. ``months`` are the short names of the months in the page's language."""
    frame = WIDE if wide else NARROW
    time = _time(chart, frame)
    events = marks.lettered(chart.events)
    sheet = _sheet(frame, time, time_ticks(time, SIZE, months), events)
    strip = marks.strip(events, time, sheet.ticks, width=frame.width, size=SIZE, words=wide)
    return Drawing(wide, tuple(_panel(panel, sheet) for panel in chart.panels), strip)


def _time(chart: Chart, frame: Frame) -> TimeScale:
    """Leave as much room for numbers beside the plots as the widest of all panels needs."""
    ends = [short(number) for panel in chart.panels for number in value_ticks(panel.low, panel.high)]
    left = max((width_of(text, SIZE) for text in ends), default=10.0) + 10
    latest = [short(panel.rated[-1].value or 0) for panel in chart.panels if panel.rated]
    right = frame.width - max((width_of(text, SIZE + 1) for text in latest), default=0.0) - 12
    return TimeScale(chart.start, chart.end, left, right)


def _sheet(frame: Frame, time: TimeScale, ticks: tuple[Tick, ...], events: Sequence[Lettered]) -> _Sheet:
    top = 24.0 if events else 8.0
    bottom = top + frame.plot
    places = [(time.x(one.event.on), one) for one in events]

    def uprights(ending: bool) -> str:
        found = [at(x) for x, one in places if one.event.ending is ending]
        return "".join(f"M{x} {at(top - 5)}V{at(bottom)}" for x in found)

    letters = marks.merged([(x, one.letter) for x, one in places], SIZE - 1, top - 10, frame.width)
    return _Sheet(frame.width, top, bottom, time, ticks, uprights(False), uprights(True), letters)


def _panel(panel: Panel, sheet: _Sheet) -> PanelDrawing:
    """Place everything of one panel, from the letters of events at the top to the dates at the foot."""
    scale = ValueScale(panel.low, panel.high, sheet.top, sheet.bottom)
    below = foot.foot(panel, sheet.time, sheet.top, sheet.bottom, sheet.width)
    return PanelDrawing(
        panel,
        sheet.width,
        round(sheet.bottom + below.height + SIZE * 1.9, 1),
        _axes(panel, sheet, scale, sheet.bottom + below.height + SIZE * 1.5),
        _backdrop(panel, sheet, scale),
        shapes.data(panel, sheet.time, scale),
        below,
    )


def _axes(panel: Panel, sheet: _Sheet, scale: ValueScale, y: float) -> Axes:
    """A drawn threshold has its number among those of the scale; round numbers too close to it give way."""
    time, values = sheet.time, value_ticks(scale.low, scale.high)
    threshold = [panel.cut_off.at] if panel.cut_off and panel.cut_off.confirmed else []
    written = [
        value for value in values if all(abs(scale.y(value) - scale.y(one)) >= SIZE for one in threshold)
    ]
    written += [one for one in threshold if one not in written]
    numbers = [label(time.left - 6, scale.y(value) + SIZE * 0.35, short(value), "end") for value in written]
    dates = [label(time.x(tick.on), y, tick.text) for tick in sheet.ticks if tick.text]
    grid = "".join(f"M{at(time.left)} {at(scale.y(value))}H{at(time.right)}" for value in values)
    ticks = "".join(f"M{at(time.x(tick.on))} {at(scale.bottom)}v5" for tick in sheet.ticks)
    return Axes(grid, ticks, (*numbers, *dates))


def _backdrop(panel: Panel, sheet: _Sheet, scale: ValueScale) -> Backdrop:
    time = sheet.time
    cut_off = panel.cut_off if panel.cut_off and panel.cut_off.confirmed else None
    closed_x = at(time.x(panel.closing.on)) if panel.closing else ""
    return Backdrop(
        sheet.events,
        sheet.endings,
        sheet.letters,
        _band(panel, time, scale),
        f"M{at(time.left)} {at(scale.y(cut_off.at))}H{at(time.right)}" if cut_off else "",
        f"M{closed_x} {at(scale.top)}V{at(scale.bottom)}" if closed_x else "",
    )


def _band(panel: Panel, time: TimeScale, scale: ValueScale) -> Box | None:
    """A usual range reaches from the ratings that it was worked out from to the end, or to the closing."""
    if panel.band is None:
        return None
    left = time.x(panel.band.since)
    right = time.x(panel.closing.on) if panel.closing else time.right
    top, bottom = scale.y(min(panel.band.high, panel.high)), scale.y(max(panel.band.low, panel.low))
    return Box(round(left, 1), round(top, 1), round(max(right - left, 1), 1), round(max(bottom - top, 1), 1))
