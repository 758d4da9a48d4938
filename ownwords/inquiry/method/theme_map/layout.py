"""The map of themes as boxes, lines and texts with places: for a page, for a file, and for a picture in a report.

Coordinates are those of an SVG viewBox: origin top left, y downwards, one unit is one pixel. Every theme has a band
from left to right in which nothing else stands: its own box, as far to the right as it is deep in the tree, and its
codes one below another in the last column. Below it come the bands of its sub-themes. So no box meets another, and no
line crosses a box: a line to a code stays in the band, and a line to a sub-theme runs down left of everything below.
The same themes always give the same drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ownwords.inquiry.method.theme_map.text import lines_of

EDGE, GAP, INDENT, STEM = 16.0, 10.0, 28.0, 12.0
THEME_WIDTH, CODE_WIDTH, BETWEEN = 250.0, 210.0, 70.0
PAD, LEADING, SIZE, SMALL = 10.0, 1.3, 15.0, 13.0


class Kind(StrEnum):
    """What a box is."""

    THEME = "theme"
    SUB = "sub"
    CODE = "code"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Named:
    """A code of a theme."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A theme: how deep it hangs (0 at the top), a short note such as its status in words, and its codes in order."""

    id: str
    name: str
    depth: int = 0
    note: str = ""
    codes: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``x`` is where it begins, ``y`` its base line, ``size`` the height of its letters."""

    x: float
    y: float
    text: str
    size: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A theme or a code. ``SHARED``: a code that belongs to other themes too, and stands beside each of them."""

    id: str
    kind: Kind
    x: float
    y: float
    width: float
    height: float
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, from a theme to a code or a sub-theme."""

    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that a drawing needs. Lines come first, so that boxes lie upon them."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]

    @property
    def view_box(self) -> str:
        """The viewBox of the drawing."""
        return f"0 0 {self.width:g} {self.height:g}"


def layout(themes: Sequence[Entry]) -> Picture:
    """Return the drawing of themes that are given in the order of their tree, each straight before its sub-themes.

    Raises:
        ValueError: a theme hangs more than one step deeper than the one before it, or below nothing.
    """
    _check(themes)
    deepest = max((one.depth for one in themes), default=0)
    column = EDGE + deepest * INDENT + THEME_WIDTH + BETWEEN
    times = _times(themes)
    boxes: list[Box] = []
    lines: list[Line] = []
    above: list[Box] = []
    y = EDGE
    for theme in themes:
        box = _theme(theme, y)
        codes = list(_codes(theme, column, y, times))
        del above[theme.depth :]
        if above:
            lines.append(_stem(above[-1], box))
        above.append(box)
        lines += [_branch(box, code, column) for code in codes]
        boxes += [box, *codes]
        y = max(one.y + one.height for one in (box, *codes)) + (2 * GAP if codes else GAP)
    codes_there = any(one.codes for one in themes)
    width = column + CODE_WIDTH + EDGE if codes_there else column - BETWEEN + EDGE
    bottom = max((one.y + one.height for one in boxes), default=EDGE)
    return Picture(width, bottom + EDGE, tuple(boxes), tuple(lines))


def _check(themes: Sequence[Entry]) -> None:
    before = -1
    for place, one in enumerate(themes):
        if not 0 <= one.depth <= before + 1:
            raise ValueError(f"themes[{place}] hangs at depth {one.depth}, after one at depth {before}")
        before = one.depth


def _times(themes: Sequence[Entry]) -> dict[str, int]:
    times: dict[str, int] = {}
    for theme in themes:
        for code in theme.codes:
            times[code.id] = times.get(code.id, 0) + 1
    return times


def _theme(theme: Entry, y: float) -> Box:
    x = EDGE + theme.depth * INDENT
    kind = Kind.SUB if theme.depth else Kind.THEME
    return _box(theme.id, kind, (x, y), THEME_WIDTH, theme.name, theme.note)


def _codes(theme: Entry, x: float, y: float, times: dict[str, int]) -> Iterator[Box]:
    for code in theme.codes:
        kind = Kind.SHARED if times[code.id] > 1 else Kind.CODE
        box = _box(code.id, kind, (x, y), CODE_WIDTH, code.name)
        yield box
        y = box.y + box.height + GAP


def _box(id_: str, kind: Kind, at: tuple[float, float], width: float, name: str, note: str = "") -> Box:
    strong = kind in (Kind.THEME, Kind.SUB)
    size = SIZE if strong else SMALL
    rows = [(row, size, strong) for row in lines_of(name, width - 2 * PAD, size * (1.08 if strong else 1))]
    if note:
        rows += [(row, SMALL, False) for row in lines_of(note, width - 2 * PAD, SMALL)]
    texts, y = [], at[1] + PAD
    for row, high, bold in rows:
        y += high * LEADING
        texts.append(Text(at[0] + PAD, round(y - high * (LEADING - 1), 1), row, high, bold))
    return Box(id_, kind, at[0], round(at[1], 1), width, round(y + PAD - at[1], 1), tuple(texts))


def _stem(parent: Box, child: Box) -> Line:
    """From below a theme down, left of what hangs on it, and into a sub-theme."""
    x, middle = parent.x + STEM, round(child.y + min(child.height / 2, 2 * SIZE), 1)
    return Line(((x, parent.y + parent.height), (x, middle), (child.x, middle)))


def _branch(theme: Box, code: Box, column: float) -> Line:
    """From a theme to the right, up or down before the last column, and into a code; all within the theme's band."""
    y = round(theme.y + min(theme.height / 2, 2 * SIZE), 1)
    bend, middle = column - BETWEEN / 2, round(code.y + min(code.height / 2, SMALL + PAD), 1)
    return Line(((theme.x + theme.width, y), (bend, y), (bend, middle), (code.x, middle)))
