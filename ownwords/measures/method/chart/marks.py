"""Events as lettered marks: on a strip of their own, and as a letter above each panel. Nothing here has a number.

Letters run with time, so that neighbours without room for two labels are written as one ("B–D").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ownwords.measures.method.chart.model import Event
from ownwords.measures.method.chart.scales import TimeScale, at, width_of
from ownwords.measures.method.chart.ticks import Tick

LANE = 22.0
MOST_LANES = 9
LONGEST = 34  # letters of an event's words that are written beside its mark


@dataclass(frozen=True, slots=True)
class Lettered:
    """An event with the letter that stands for it everywhere on the page."""

    letter: str
    event: Event


class Label(NamedTuple):
    """A short text at a place; ``anchor`` as in SVG."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


def label(x: float, y: float, text: str, anchor: str = "middle") -> Label:
    """Return a label with its place as it is written: one decimal."""
    return Label(round(x, 1), round(y, 1), text, anchor)


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawing of all events: spans as bars, single days as marks, endings of a service as flags."""

    width: float
    height: float
    spans: str
    marks: str
    endings: str
    grid: str
    labels: tuple[Label, ...]
    ticks: tuple[Label, ...]


def letter(number: int) -> str:
    """Return A to Z, then AA, AB...

    >>> letter(0), letter(25), letter(26), letter(52)
    ('A', 'Z', 'AA', 'BA')
    """
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(65 + number % 26)


def lettered(events: Iterable[Event]) -> tuple[Lettered, ...]:
    """Give each event its letter, in order of time."""
    ordered = sorted(events, key=lambda event: (event.on, event.ending))
    return tuple(Lettered(letter(number), event) for number, event in enumerate(ordered))


def merged(places: Sequence[tuple[float, str]], size: float, y: float, right: float) -> tuple[Label, ...]:
    """Return labels in order of place; those that would touch become one, from the first to the last.

    >>> [one.text for one in merged([(10, "A"), (14, "B"), (16, "C"), (90, "D")], 12, 8, 300)]
    ['A–C', 'D']
    """
    groups: list[list[tuple[float, str]]] = []
    for place in places:
        groups.append([place])
        while len(groups) > 1 and _touch(groups[-2], groups[-1], size, right):
            last = groups.pop()
            groups[-1] += last
    return tuple(label(_middle(group, size, right), y, _text(group)) for group in groups)


def _touch(
    one: Sequence[tuple[float, str]], other: Sequence[tuple[float, str]], size: float, right: float
) -> bool:
    room = (width_of(_text(one), size) + width_of(_text(other), size)) / 2 + 3
    return _middle(other, size, right) - _middle(one, size, right) < room


def _middle(group: Sequence[tuple[float, str]], size: float, right: float) -> float:
    """Return the middle of a group, held so far from the edges that its text has room."""
    half = width_of(_text(group), size) / 2
    return min(max((group[0][0] + group[-1][0]) / 2, half), right - half)


def _text(group: Sequence[tuple[float, str]]) -> str:
    return group[0][1] if len(group) == 1 else f"{group[0][1]}–{group[-1][1]}"


def shortened(text: str, most: int = LONGEST) -> str:
    """Return a text cut at a word, with an ellipsis where something is left out.

    >>> shortened("Moved to my own flat", 12)
    'Moved to my…'
    """
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(" ", 1)[0] if " " in text[:most] else text[: most - 1]
    return f"{cut.rstrip(' ,;:-')}…"


def strip(
    events: Sequence[Lettered],
    time: TimeScale,
    ticks: Sequence[Tick],
    *,
    width: float,
    size: float,
    words: bool,
) -> Strip | None:
    """Lay the events out in as few rows as hold them apart; with their words where ``words`` and there is room."""
    if not events:
        return None
    placed = _rows(events, time, width, size, words)
    if words and max(row for row, _text in placed) >= MOST_LANES:
        placed = _rows(events, time, width, size, words=False)
    foot = (max(row for row, _text in placed) + 1) * LANE + 4
    spans, marks, endings = [], [], []
    for one, (row, _text) in zip(events, placed, strict=True):
        x, y = time.x(one.event.on), row * LANE + LANE / 2
        if one.event.until is not None:
            spans.append(f"M{at(x)} {at(y - 4)}H{at(max(time.x(one.event.until), x + 3))}v8H{at(x)}z")
        elif one.event.ending:
            endings.append(f"M{at(x)} {at(y - 8)}v16M{at(x)} {at(y - 8)}h7v7h-7z")
        else:
            marks.append(f"M{at(x)} {at(y - 5)}l5 5l-5 5l-5 -5z")
    return Strip(
        width,
        round(foot + size * 1.5, 1),
        "".join(spans),
        "".join(marks),
        "".join(endings),
        "".join(f"M{at(time.x(tick.on))} 0V{at(foot + 3)}" for tick in ticks),
        tuple(one for _row, one in placed),
        tuple(label(time.x(tick.on), foot + size * 1.15, tick.text) for tick in ticks if tick.text),
    )


def _rows(
    events: Sequence[Lettered], time: TimeScale, width: float, size: float, words: bool
) -> list[tuple[int, Label]]:
    """Put each event into the first row in which it and its label have room."""
    taken: list[float] = []
    placed = []
    for one in events:
        said = one.event.kind if one.event.ending else one.event.words or one.event.kind
        text = f"{one.letter} {shortened(said)}" if words else one.letter
        left, right = time.x(one.event.on) - 6, _end(one.event, time) + 6
        start, stop, x, anchor = _beside(left, right, width_of(text, size), width)
        row = next((number for number, end in enumerate(taken) if end < start), len(taken))
        taken[row : row + 1] = [stop + 4]
        placed.append((row, label(x, row * LANE + LANE / 2 + size * 0.35, text, anchor)))
    return placed


def _beside(left: float, right: float, room: float, width: float) -> tuple[float, float, float, str]:
    """Return what a mark and its label take up from where to where, and the label's place: after, before, or on it."""
    if right + 3 + room <= width:
        return left, right + 3 + room, right + 3, "start"
    if left - 3 - room >= 0:
        return left - 3 - room, right, left - 3, "end"
    return left, right, left + 12, "start"


def _end(event: Event, time: TimeScale) -> float:
    last: date = event.until or event.on
    return max(time.x(last), time.x(event.on) + (3 if event.until else 4 if event.ending else 0))
