"""Links between any two things, and drawings of them."""

from __future__ import annotations

from dataclasses import dataclass

DIRECTIONS = ("Associative", "OneWay", "Bidirectional")
LINE_STYLES = ("dotted", "dashed", "solid")
SHAPES = (
    *("Person", "Oval", "Rectangle", "RoundedRectangle", "Star"),
    *("LeftTriangle", "RightTriangle", "UpTriangle", "DownTriangle", "Note"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two things of any kind, by their GUIDs; `direction` is one of DIRECTIONS or empty."""

    guid: str
    name: str = ""
    direction: str = ""
    colour: str = ""
    origin: str = ""
    target: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vertex:
    """A thing on a drawing; `represents` is its GUID, `shape` one of SHAPES or empty."""

    guid: str
    first_x: int
    first_y: int
    second_x: int | None = None
    second_y: int | None = None
    name: str = ""
    represents: str = ""
    shape: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two vertices of a drawing."""

    guid: str
    origin: str
    target: str
    name: str = ""
    represents: str = ""
    direction: str = ""
    line_style: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing."""

    guid: str
    name: str = ""
    vertices: tuple[Vertex, ...] = ()
    edges: tuple[Edge, ...] = ()
