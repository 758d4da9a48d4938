"""The plot of new codes: a bar for what was new in each text, a line for all so far, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.queries.saturation import Step

LEFT, RIGHT, TOP, BOTTOM = 46.0, 630.0, 12.0, 232.0
MOST_LABELS, WIDEST = 15, 60.0


@dataclass(frozen=True, slots=True)
class Bar:
    """What one text brought: a bar, the point of the line above it, and its number under the axis ("" for none)."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    line: float
    number: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One line across, and what it says."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawing, with the sentence that says the same."""

    bars: Sequence[Bar]
    ticks: Sequence[Tick]
    path: str
    sentence: str


def plot(steps: Sequence[Step]) -> Plot:
    """Return the drawing of a plot of at least one text."""
    top = _top(steps[-1].codes.so_far)
    size = (RIGHT - LEFT) / len(steps)
    width = min(size * 0.7, WIDEST)
    every = -(-len(steps) // MOST_LABELS)

    def height(number: int) -> float:
        return round((BOTTOM - TOP) * number / top, 1)

    bars = [
        Bar(
            round(LEFT + size * (place + 0.5) - width / 2, 1), BOTTOM - height(one.codes.new), round(width, 1),
            height(one.codes.new), round(LEFT + size * (place + 0.5), 1),
            round(BOTTOM - height(one.codes.so_far), 1), str(place + 1) if place % every == 0 else "",
        )
        for place, one in enumerate(steps)
    ]  # fmt: skip
    path = "M" + "L".join(f"{one.middle} {one.line}" for one in bars)
    ticks = [Tick(BOTTOM - height(one), str(one)) for one in range(0, top + 1, top // 4)]
    return Plot(bars, ticks, path, said(steps))


def _top(most: int) -> int:
    """Return the end of the axis: the next multiple of four times 1, 2 or 5 that holds the most."""
    step = 1
    while True:
        for one in (step, 2 * step, 5 * step):
            if 4 * one >= most:
                return 4 * one
        step *= 10


def said(steps: Sequence[Step]) -> str:
    """Return the sentence: how many codes in how many texts, and since when nothing was new."""
    last = steps[-1].codes
    texts = ngettext("%(num)s text", "%(num)s texts", len(steps)) % {"num": len(steps)}
    codes = ngettext("%(num)s code", "%(num)s codes", last.so_far) % {"num": last.so_far}
    whole = _("%(codes)s in %(texts)s.") % {"codes": codes, "texts": texts}
    if last.since_new:
        since = ngettext(
            "The last text brought no new code.",
            "The last %(num)s texts brought no new code.",
            last.since_new,
        ) % {"num": last.since_new}
    else:
        since = ngettext(
            "The last text brought %(num)s new code.", "The last text brought %(num)s new codes.", last.new
        ) % {"num": last.new}
    return f"{whole} {since}"
