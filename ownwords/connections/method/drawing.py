"""A map as shapes with places: the person in the middle, three rings, and a tray for what is not placed yet.

Coordinates are those of the viewBox, origin top left, y downwards. An angle is in degrees, clockwise from the top.
Each ring is a band with fixed places for marks, each wide enough for a label: two items never share a place, so no
marks and no labels overlap, however many there are. An item stands at the free place nearest to its angle; without
one, to an angle that follows from its id. Those with an angle of their own choose first, then all in an order that
follows from their ids: so moving one item leaves the others where they are, except those that it takes a place from,
or that get a place nearer to their own. Only when a ring is full does the drawing grow. Whoever keeps the angle of
``ring_at`` when a thing is placed sees nothing else move.

Sort and ring are told by shape and words; nothing here has a colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import atan2, cos, degrees, hypot, isfinite, radians, sin

from ownwords.connections.method.drawing_places import (
    BELOW,
    COLUMN,
    HALF,
    MARK,
    ME,
    ROW,
    Bands,
    bands_for,
    tray_columns,
)  # fmt: skip
from ownwords.connections.method.drawing_text import fitted
from ownwords.connections.method.network import RINGS, MapFault, What

#: A different outline for each sort, and one for none; drawn round 0, 0 by ``outline``.
SHAPES = {
    What.PERSON: "circle",
    What.PLACE: "square",
    What.ACTIVITY: "triangle",
    What.GROUP: "diamond",
    None: "dot",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be drawn. ``note``: a second, short line, such as the kind of relation in words."""

    id: str
    label: str
    what: What | None = None
    ring: int | None = None
    angle: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text at a place; ``anchor`` as in SVG. ``whole`` is the text before it was cut to fit."""

    x: float
    y: float
    text: str
    anchor: str = "middle"
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One item: its outline as path data round ``x``, ``y``, and its two lines of text."""

    id: str
    x: float
    y: float
    ring: int | None
    shape: str
    path: str
    label: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Circle:
    """The outer edge of a ring (``ring`` 1 to 3) or the person in the middle (0). ``anchor``: where its name goes."""

    ring: int
    x: float
    y: float
    radius: float
    anchor: Text


@dataclass(frozen=True, slots=True)
class Line:
    """A link, from the edge of one mark to that of another."""

    one: str
    other: str
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a template needs. ``rings`` from the outside in; ``marks`` in the order of the entries.

    ``tray`` is where the heading of what is not placed yet goes, None when everything has a ring.
    """

    width: float
    height: float
    me: Circle
    rings: tuple[Circle, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    tray: Text | None

    @property
    def view_box(self) -> str:
        """The viewBox of the drawing."""
        return f"0 0 {self.width:g} {self.height:g}"

    def share(self, mark: Mark) -> tuple[float, float]:
        """Return where a mark is as parts of width and height, each 0 to 1, as files of maps hold it."""
        return mark.x / self.width, mark.y / self.height

    def ring_at(self, x: float, y: float) -> tuple[int | None, float | None]:
        """Return ring and angle of a point, such as where something was dropped; None twice outside every ring."""
        away = hypot(x - self.me.x, y - self.me.y)
        for circle in sorted(self.rings, key=lambda one: one.radius):
            if away <= circle.radius:
                return circle.ring, _angle(x - self.me.x, y - self.me.y)
        return None, None


def draw(entries: Sequence[Entry], links: Iterable[tuple[str, str]] = ()) -> Drawing:
    """Return the drawing of a map.

    The same entries always give the same drawing, in whichever order they come. Raises MapFault for an id that stands
    twice, a ring or an angle that is none, and a link to an item that is not there.
    """
    _check(entries)
    counts = [sum(entry.ring == ring for entry in entries) for ring in RINGS]
    bands = bands_for(tuple(counts))
    centre = bands.centre
    spots: dict[str, tuple[float, float]] = {}
    for ring in RINGS:
        chosen = _on_ring([entry for entry in entries if entry.ring == ring], bands, ring)
        spots |= {id_: (centre[0] + x, centre[1] + y) for id_, (x, y) in chosen.items()}
    waiting = [entry for entry in entries if entry.ring is None]
    spots |= _in_tray(waiting, bands)
    rows = -(-len(waiting) // tray_columns(bands))
    height = bands.height + (rows * ROW + 2 * BELOW if waiting else 0)
    return Drawing(
        bands.width, float(height), Circle(0, *centre, ME, Text(centre[0], centre[1] + 5, "")),
        tuple(_circle(bands, ring) for ring in reversed(RINGS)),
        tuple(_mark(entry, *spots[entry.id]) for entry in entries),
        tuple(_lines(links, spots)), Text(bands.width / 2, bands.height + 20, "") if waiting else None,
    )  # fmt: skip


def _check(entries: Sequence[Entry]) -> None:
    known: set[str] = set()
    for place, entry in enumerate(entries):
        if entry.id in known:
            raise MapFault(f"entries[{place}].id", f"{entry.id!r} stands twice")
        if entry.ring is not None and entry.ring not in RINGS:
            raise MapFault(f"entries[{place}].ring", f"{entry.ring!r} is no ring; it can be 1, 2 or 3")
        if entry.angle is not None and not isfinite(entry.angle):
            raise MapFault(f"entries[{place}].angle", f"{entry.angle!r} is no angle")
        known.add(entry.id)


def _on_ring(entries: Sequence[Entry], bands: Bands, ring: int) -> dict[str, tuple[float, float]]:
    """Give every entry the free place nearest to where its angle meets the innermost track."""
    free = list(bands.places[ring - 1])
    found: dict[str, tuple[float, float]] = {}
    for entry in sorted(entries, key=_order):
        turn = radians(entry.angle if entry.angle is not None else _number(entry.id) % 360)
        x, y = bands.first[ring - 1] * sin(turn), -bands.first[ring - 1] * cos(turn)
        nearest = min(range(len(free)), key=lambda at: (hypot(free[at][0] - x, free[at][1] - y), at))
        found[entry.id] = free.pop(nearest)
    return found


def _in_tray(entries: Sequence[Entry], bands: Bands) -> dict[str, tuple[float, float]]:
    """Give every entry the first free row of its own column, or of the next column that has one."""
    columns = tray_columns(bands)
    rows = -(-len(entries) // columns)
    left = (bands.width - columns * COLUMN) / 2 + HALF
    filled = [0] * columns
    found: dict[str, tuple[float, float]] = {}
    for entry in sorted(entries, key=_order):
        first = _number(entry.id) % columns
        column = next(at % columns for at in range(first, first + columns) if filled[at % columns] < rows)
        found[entry.id] = left + column * COLUMN, bands.height + BELOW + filled[column] * ROW
        filled[column] += 1
    return found


def _order(entry: Entry) -> tuple[bool, int, str]:
    """Those with an angle of their own first; the order of the list plays no part."""
    return entry.angle is None, _number(entry.id), entry.id


def _number(id_: str) -> int:
    """Return a number that follows from an id, the same on every machine and every day."""
    return int.from_bytes(blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _mark(entry: Entry, x: float, y: float) -> Mark:
    shape = SHAPES[entry.what]
    label = Text(round(x, 1), round(y + 22, 1), fitted(entry.label), whole=entry.label)
    note = Text(round(x, 1), round(y + 36, 1), fitted(entry.note), whole=entry.note)
    return Mark(entry.id, round(x, 1), round(y, 1), entry.ring, shape, outline(shape, x, y), label, note)


def outline(shape: str, x: float, y: float) -> str:
    """Return a shape as SVG path data round a point; none reaches further than ``MARK`` from it."""
    if shape in ("circle", "dot"):
        radius = MARK if shape == "circle" else MARK * 0.4
        half = f"a{radius:g} {radius:g} 0 1 0"
        return f"M{x - radius:.1f} {y:.1f}{half} {2 * radius:g} 0{half} {-2 * radius:g} 0Z"
    side = MARK * 0.7
    corners: Mapping[str, Sequence[tuple[float, float]]] = {
        "square": ((-side, -side), (side, -side), (side, side), (-side, side)),
        "triangle": ((0, -MARK), (MARK * 0.86, MARK * 0.5), (-MARK * 0.86, MARK * 0.5)),
        "diamond": ((0, -MARK), (MARK, 0), (0, MARK), (-MARK, 0)),
    }
    return "M" + "L".join(f"{x + dx:.1f} {y + dy:.1f}" for dx, dy in corners[shape]) + "Z"


def _circle(bands: Bands, ring: int) -> Circle:
    radius = bands.edges[ring]
    x, y = bands.centre
    return Circle(ring, x, y, radius, Text(x, y - radius + 14, ""))


def _lines(links: Iterable[tuple[str, str]], spots: Mapping[str, tuple[float, float]]) -> Iterable[Line]:
    done: set[frozenset[str]] = set()
    for place, (one, other) in enumerate(links):
        for end, id_ in enumerate((one, other)):
            if id_ not in spots:
                raise MapFault(f"links[{place}][{end}]", f"there is no {id_!r} on the map")
        pair = frozenset((one, other))
        if one == other or pair in done:
            continue
        done.add(pair)
        (x1, y1), (x2, y2) = spots[one], spots[other]
        far = hypot(x2 - x1, y2 - y1)
        dx, dy = (x2 - x1) / far * MARK, (y2 - y1) / far * MARK
        yield Line(one, other, round(x1 + dx, 1), round(y1 + dy, 1), round(x2 - dx, 1), round(y2 - dy, 1))


def _angle(x: float, y: float) -> float:
    return degrees(atan2(x, -y)) % 360
