"""The plot of what was new: bars for each text, lines for all so far, marks for the guide, and the sentence of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.queries.saturation import Kinds, Step
from ownwords.inquiry.queries.arrays_new import Change, New

LEFT, RIGHT, TOP, BOTTOM = 46.0, 630.0, 24.0, 232.0
MOST_LABELS, WIDEST = 15, 60.0


@dataclass(frozen=True, slots=True)
class Bar:
    """What one text brought: a bar, and the point of the line above it."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    line: float


@dataclass(frozen=True, slots=True)
class Tick:
    """One line across, or one number below: where, and what it says."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawing, with the sentence that says the same. ``property_bars``: none where there is no property."""

    bars: Sequence[Bar]
    property_bars: Sequence[Bar]
    ticks: Sequence[Tick]
    numbers: Sequence[Tick]
    marks: Sequence[Tick]
    path: str
    property_path: str
    sentence: str


def plot(new: New) -> Plot:
    """Return the drawing of a plot of at least one text."""
    steps = new.steps
    last = steps[-1]
    top = _top(max(last.codes.so_far, last.properties.so_far))
    size = (RIGHT - LEFT) / len(steps)
    codes = _bars([one.codes for one in steps], top, 0, 2 if new.properties else 1)
    properties = _bars([one.properties for one in steps], top, 1, 2) if new.properties else []
    every = -(-len(steps) // MOST_LABELS)
    numbers = [
        Tick(round(LEFT + size * (place + 0.5), 1), str(place + 1)) for place in range(0, len(steps), every)
    ]
    ticks = [Tick(BOTTOM - _height(one, top), str(one)) for one in range(0, top + 1, top // 4)]
    marks = [
        Tick(round(LEFT + size * one.before, 1), str(one.paper.number))
        for one in new.changes
        if one.before is not None
    ]
    return Plot(codes, properties, ticks, numbers, marks, _path(codes), _path(properties), said(new))


def _bars(each: Sequence[Kinds], top: int, beside: int, of: int) -> list[Bar]:
    """Return the bars of one kind; ``beside`` of ``of`` kinds that stand side by side."""
    size = (RIGHT - LEFT) / len(each)
    width = min(size * 0.7, WIDEST) / of
    found = []
    for place, one in enumerate(each):
        left = LEFT + size * (place + 0.5) - width * of / 2 + width * beside
        height = _height(one.new, top)
        found.append(
            Bar(
                round(left, 1), BOTTOM - height, round(width, 1), height, round(left + width / 2, 1),
                round(BOTTOM - _height(one.so_far, top), 1),
            )
        )  # fmt: skip
    return found


def _height(number: int, top: int) -> float:
    return round((BOTTOM - TOP) * number / top, 1)


def _path(bars: Sequence[Bar]) -> str:
    return "M" + "L".join(f"{one.middle} {one.line}" for one in bars) if bars else ""


def _top(most: int) -> int:
    """Return the end of the axis: the next multiple of four times 1, 2 or 5 that holds the most."""
    step = 1
    while True:
        for one in (step, 2 * step, 5 * step):
            if 4 * one >= most:
                return 4 * one
        step *= 10


def said(new: New) -> str:
    """Return the sentence: how many codes in how many texts, since when nothing was new; the same of properties."""
    steps: Sequence[Step] = new.steps
    last = steps[-1].codes
    texts = ngettext("%(num)s text", "%(num)s texts", len(steps)) % {"num": len(steps)}
    codes = ngettext("%(num)s code", "%(num)s codes", last.so_far) % {"num": last.so_far}
    parts = [_("%(codes)s in %(texts)s.") % {"codes": codes, "texts": texts}]
    if last.since_new:
        parts.append(ngettext(
            "The last text brought no new code.", "The last %(num)s texts brought no new code.", last.since_new
        ) % {"num": last.since_new})  # fmt: skip
    else:
        parts.append(ngettext(
            "The last text brought %(num)s new code.", "The last text brought %(num)s new codes.", last.new
        ) % {"num": last.new})  # fmt: skip
    return " ".join([*parts, *(_said_of_properties(steps[-1].properties) if new.properties else [])])


def _said_of_properties(last: Kinds) -> list[str]:
    whole = ngettext("%(num)s property has incidents.", "%(num)s properties have incidents.", last.so_far)
    if last.since_new:
        since = ngettext(
            "The last text brought no new property.", "The last %(num)s texts brought no new property.",
            last.since_new,
        ) % {"num": last.since_new}  # fmt: skip
    else:
        since = ngettext(
            "The last text brought %(num)s new property.",
            "The last text brought %(num)s new properties.",
            last.new,
        ) % {"num": last.new}
    return [whole % {"num": last.so_far}, since]


def changed(change: Change, texts: int) -> str:
    """Return when the guide changed, among the texts, in words."""
    if change.before is None:
        return _("no text says its day or its version of the guide, so it has no place among them")
    if change.before == texts:
        return _("after the last text")
    return _("before text %(number)s") % {"number": change.before + 1}
