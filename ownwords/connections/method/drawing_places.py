"""The places where marks can stand in each ring, found once for each size of map.

A place is taken when the box of its mark and label touches no box that is taken already, nor the middle, nor the name
of a ring. A ring has as many tracks as it needs; the next ring begins outside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

from ownwords.connections.method.drawing_text import LABEL

MARK = 9.0  # how far a mark reaches from its point
ME = 32.0  # radius of the middle
HALF = LABEL / 2 + 3  # half the width of the box of a mark with its label
ABOVE, BELOW_MARK = MARK + 3, 40.0  # how far that box reaches up and down from the point of its mark
CORE = 58.0  # where the inner ring begins
SIDE = 36.0  # from the edge of a ring to its nearest track
TRACK = 54.0  # from track to track
STEP = 3  # degrees between tried places
EDGE = 10.0
BELOW, ROW, COLUMN = 48.0, 60.0, 2 * HALF + 4

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Bands:
    """The rings: ``edges`` 0 to 3 are radii from the middle outwards, ``first`` the radius of each innermost track.

    ``places`` are the points of each ring, relative to the centre.
    """

    edges: tuple[float, ...]
    first: tuple[float, ...]
    places: tuple[tuple[Point, ...], ...]

    @property
    def width(self) -> float:
        """Width of the drawing: the outer ring, and room for labels that reach over it."""
        return 2 * (self.edges[-1] + HALF - SIDE + EDGE)

    @property
    def height(self) -> float:
        """Height of the drawing without the tray."""
        return 2 * (self.edges[-1] + EDGE)

    @property
    def centre(self) -> Point:
        """Where the person stands."""
        return self.width / 2, self.height / 2


def bands_for(counts: tuple[int, ...]) -> Bands:
    """Return the smallest rings that hold so many items each."""
    tracks = [1] * len(counts)
    while True:
        found = _bands(tuple(tracks))
        short = [ring for ring, count in enumerate(counts) if len(found.places[ring]) < count]
        if not short:
            return found
        tracks[short[0]] += 1


def tray_columns(bands: Bands) -> int:
    """Return how many items stand side by side in the tray."""
    return max(1, int((bands.width - 2 * EDGE) // COLUMN))


def box(point: Point) -> Box:
    """Return left, top, right and bottom of a mark with its label."""
    x, y = point
    return x - HALF, y - ABOVE, x + HALF, y + BELOW_MARK


def apart(one: Box, other: Box) -> bool:
    """Whether two boxes share nothing but an edge."""
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@lru_cache(maxsize=64)
def _bands(tracks: tuple[int, ...]) -> Bands:
    edges, first = [CORE], []
    for number in tracks:
        first.append(edges[-1] + SIDE)
        edges.append(edges[-1] + 2 * SIDE + (number - 1) * TRACK)
    taken: list[Box] = [(-ME, -ME, ME, ME)]
    taken += [(-HALF, -edge, HALF, 20 - edge) for edge in edges[1:]]
    places = tuple(
        tuple(
            point for track in range(number) for point in _round(start + track * TRACK, taken)
        )
        for start, number in zip(first, tracks, strict=True)
    )  # fmt: skip
    return Bands(tuple(edges), tuple(first), places)


def _round(radius: float, taken: list[Box]) -> list[Point]:
    """Return the places of one track, clockwise from the top; their boxes are added to ``taken``."""
    found: list[Point] = []
    for turn in range(0, 360, STEP):
        point = radius * sin(radians(turn)), -radius * cos(radians(turn))
        mine = box(point)
        if all(apart(mine, other) for other in taken):
            taken.append(mine)
            found.append(point)
    return found
