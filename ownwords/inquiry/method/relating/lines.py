"""Lines between boxes that pass through none: down between the columns, across between the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ownwords.inquiry.method.relating.parts import ACROSS, DOWN, HEIGHT, WIDTH, Box, Edge, Line

Point = tuple[float, float]
EDGE_OF_LANE = 14


def lines(boxes: Mapping[str, Box], edges: Sequence[Edge]) -> list[Line]:
    """Return a line for each edge. Each has a lane of its own, so that no two lie on each other for long."""
    ports = _ports(boxes, edges)
    found = []
    for place, edge in enumerate(edges):
        share = (place + 1) / (len(edges) + 1)
        points = _points(boxes[edge.of], boxes[edge.to], ports[place], share)
        out = 1 if points[1][0] > points[0][0] else -1
        found.append(Line(edge, points, (points[0][0] + 8 * out, points[0][1] - 4)))
    return found


def _sides(one: Box, other: Box) -> tuple[int, int]:
    """Return on which side a line leaves the one and enters the other: 1 right, -1 left."""
    if one.column == other.column:
        return 1, 1
    return (1, -1) if one.column < other.column else (-1, 1)


def _ports(boxes: Mapping[str, Box], edges: Sequence[Edge]) -> list[tuple[float, float]]:
    """Return for each edge the heights at which it leaves and enters, spread over the sides that it uses."""
    used: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for place, edge in enumerate(edges):
        for end, key, side in zip(
            (0, 1), (edge.of, edge.to), _sides(boxes[edge.of], boxes[edge.to]), strict=True
        ):
            used.setdefault((key, side), []).append((place, end))
    found = [[0.0, 0.0] for _ in edges]
    for (key, _side), ends in used.items():
        for number, (place, end) in enumerate(ends, 1):
            found[place][end] = round(boxes[key].top + HEIGHT * number / (len(ends) + 1), 1)
    return [(one, other) for one, other in found]


def _points(one: Box, other: Box, heights: tuple[float, float], share: float) -> list[Point]:
    out, into = _sides(one, other)
    begin = (_side_of(one, out), heights[0])
    end = (_side_of(other, into), heights[1])
    first, last = _lane(one, out, share), _lane(other, into, share)
    if first == last:
        return [begin, (first, begin[1]), (first, end[1]), end]
    across = round(one.top + HEIGHT + 6 + (DOWN - 12) * share, 1)
    return [begin, (first, begin[1]), (first, across), (last, across), (last, end[1]), end]


def _side_of(box: Box, side: int) -> float:
    return float(box.left + (WIDTH if side > 0 else 0))


def _lane(box: Box, side: int, share: float) -> float:
    """Return the lane of a line in the space beside a box, measured from the left of that space."""
    left = box.left + WIDTH if side > 0 else box.left - ACROSS
    return round(left + EDGE_OF_LANE + (ACROSS - 2 * EDGE_OF_LANE) * share, 1)
