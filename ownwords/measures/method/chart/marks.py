"""Events as lettered marks: on a strip of their own, and as a letter above each panel. Nothing here has a number.

Letters run with time, so that neighbours without room for two labels are written as one ("B–D").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ownwords.measures.method.chart.model import Event
from ownwords.measures.method.chart.scales import Tick, TimeScale, at, width_of

LANE = 22.0
MOST_LANES = 9
LONGEST = 34  # letters of an event's words that are written beside its mark


@dataclass(frozen=True, slots=True)
class Lettered:
    """An event with the letter that stands for it everywhere on the page."""

    letter: str
    event: Event


@dataclass(frozen=True, slots=True)
class Label:
    """A short text at a place; ``anchor`` as in SVG."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


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

    >>> [label.text for label in merged([(10, "A"), (14, "B"), (16, "C"), (90, "D")], 12, 8, 300)]
    ['A–C', 'D']
    """
    groups: list[list[tuple[float, str]]] = []
    for place in places:
        if (
            groups
            and place[0] - _centre(groups[-1])
            < (width_of(_text(groups[-1]), size) + width_of(place[1], size)) / 2 + 3
        ):
            groups[-1].append(place)
        else:
            groups.append([place])
    found = []
    for group in groups:
        half = width_of(_text(group), size) / 2
        found.append(Label(min(max(_centre(group), half), right - half), y, _text(group)))
    return tuple(found)


def _centre(group: Sequence[tuple[float, str]]) -> float:
    return (group[0][0] + group[-1][0]) / 2


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
    if words and max(row for row, _label in placed) >= MOST_LANES:
        placed = _rows(events, time, width, size, words=False)
    foot = (max(row for row, _label in placed) + 1) * LANE + 4
    spans, marks, endings = [], [], []
    for one, (row, _label) in zip(events, placed, strict=True):
        x, y = time.x(one.event.on), row * LANE + LANE / 2
        if one.event.until is not None:
            spans.append(f"M{at(x)} {at(y - 4)}H{at(max(time.x(one.event.until), x + 3))}v8H{at(x)}z")
        elif one.event.ending:
            endings.append(f"M{at(x)} {at(y - 8)}v16M{at(x)} {at(y - 8)}h7v7h-7z")
        else:
            marks.append(f"M{at(x)} {at(y - 5)}l5 5l-5 5l-5 -5z")
    return Strip(
        width,
        foot + size * 1.5,
        "".join(spans),
        "".join(marks),
        "".join(endings),
        "".join(f"M{at(time.x(tick.on))} 0V{at(foot + 3)}" for tick in ticks),
        tuple(label for _row, label in placed),
        tuple(Label(time.x(tick.on), foot + size * 1.15, tick.text) for tick in ticks if tick.text),
    )


def _rows(
    events: Sequence[Lettered], time: TimeScale, width: float, size: float, words: bool
) -> list[tuple[int, Label]]:
    """Put each event into the first row in which it and its label have room."""
    taken: list[float] = []
    placed = []
    for one in events:
        text = f"{one.letter} {shortened(one.event.words or one.event.kind)}" if words else one.letter
        left, right = time.x(one.event.on) - 6, _end(one.event, time) + 6
        room = width_of(text, size)
        before = right + 3 + room > width  # no room to the right: the label stands before its mark
        start, stop = (left - 3 - room, right) if before else (left, right + 3 + room)
        row = next((number for number, end in enumerate(taken) if end < start), len(taken))
        taken[row : row + 1] = [stop + 4]
        y = row * LANE + LANE / 2 + size * 0.35
        placed.append(
            (row, Label(left - 3, y, text, "end") if before else Label(right + 3, y, text, "start"))
        )
    return placed


def _end(event: Event, time: TimeScale) -> float:
    last: date = event.until or event.on
    return max(time.x(last), time.x(event.on) + (3 if event.until else 4 if event.ending else 0))
