"""Links and drawings."""

from __future__ import annotations

from collections.abc import Sequence

from ownwords.inquiry.method.refi.model.graphs import (
    DIRECTIONS,
    LINE_STYLES,
    SHAPES,
    Edge,
    Graph,
    Link,
    Vertex,
)
from ownwords.inquiry.method.refi.writing.attributes import coloured, number, one_of
from ownwords.inquiry.method.refi.writing.markup import Markup, checked, optional


def links(out: Markup, given: Sequence[Link]) -> None:
    """Write the links."""
    if not given:
        return
    out.begin("Links")
    for one in given:
        out.begin(
            "Link",
            [
                ("guid", checked(one.guid)),
                ("name", one.name or None),
                one_of("direction", one.direction, DIRECTIONS),
                coloured(one.colour),
                ("originGUID", optional(one.origin)),
                ("targetGUID", optional(one.target)),
            ],
        )
        out.refs("NoteRef", one.notes)
        out.end("Link")
    out.end("Links")


def graphs(out: Markup, given: Sequence[Graph]) -> None:
    """Write the drawings."""
    if not given:
        return
    out.begin("Graphs")
    for one in given:
        out.begin("Graph", [("guid", checked(one.guid)), ("name", one.name or None)])
        for vertex in one.vertices:
            _vertex(out, vertex)
        for edge in one.edges:
            _edge(out, edge)
        out.end("Graph")
    out.end("Graphs")


def _vertex(out: Markup, one: Vertex) -> None:
    out.empty(
        "Vertex",
        [
            ("guid", checked(one.guid)),
            ("representedGUID", optional(one.represents)),
            ("name", one.name or None),
            number("firstX", one.first_x),
            number("firstY", one.first_y),
            number("secondX", one.second_x),
            number("secondY", one.second_y),
            one_of("shape", one.shape, SHAPES),
            coloured(one.colour),
        ],
    )


def _edge(out: Markup, one: Edge) -> None:
    out.empty(
        "Edge",
        [
            ("guid", checked(one.guid)),
            ("representedGUID", optional(one.represents)),
            ("name", one.name or None),
            ("sourceVertex", checked(one.origin)),
            ("targetVertex", checked(one.target)),
            coloured(one.colour),
            one_of("direction", one.direction, DIRECTIONS),
            one_of("lineStyle", one.line_style, LINE_STYLES),
        ],
    )
