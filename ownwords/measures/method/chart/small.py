"""Two small pictures: the last ratings in a line of text, and how many people of a team stand where on a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ownwords.measures.method.chart import shapes
from ownwords.measures.method.chart.model import Panel
from ownwords.measures.method.chart.scales import TimeScale, ValueScale, at
from ownwords.measures.method.chart.sentences import last_points
from ownwords.measures.method.chart.thinning import runs

WIDTH, HEIGHT = 120.0, 32.0
FEWEST_PEOPLE = 5  # fewer are never shown as a number


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


class Held(StrEnum):
    """Why a number is not shown."""

    SMALL = "small"  # fewer than five, and not none
    BESIDE = "beside"  # another number could be worked out from it


@dataclass(frozen=True, slots=True)
class Bar:
    """How many people stand in one part of a scale; ``count`` is None where the number is held back."""

    words: str
    count: int | None
    held: Held = Held.SMALL


@dataclass(frozen=True, slots=True)
class Completeness:
    """Of how many people anything is known: could be asked, were asked, answered once, answered twice or more."""

    eligible: int | None
    asked: int | None
    once: int | None
    twice: int | None


@dataclass(frozen=True, slots=True)
class Distribution:
    """The answers of a team's people on one scale, in the order of the scale, never by size."""

    id: str
    title: str
    completeness: Completeness
    bars: tuple[Bar, ...]
    note: str = ""

    def __post_init__(self) -> None:
        shown = [bar.count for bar in self.bars if bar.count is not None]
        if any(0 < count < FEWEST_PEOPLE for count in shown):
            raise ValueError(
                f"{self.title}: a number under {FEWEST_PEOPLE} must be held back before it is drawn"
            )


@dataclass(frozen=True, slots=True)
class BarDrawing:
    """One bar of 0 to 100 units; a number held back has no length."""

    bar: Bar
    length: float


def bars(distribution: Distribution) -> Sequence[BarDrawing]:
    """Give each bar its length, the longest being 100."""
    most = max((bar.count or 0 for bar in distribution.bars), default=0)
    return [
        BarDrawing(bar, round(100 * (bar.count or 0) / most, 1) if most else 0.0) for bar in distribution.bars
    ]
