"""Links and drawings."""

from __future__ import annotations

from ownwords.inquiry.method.refi.model.graphs import (
    DIRECTIONS,
    LINE_STYLES,
    SHAPES,
    Edge,
    Graph,
    Link,
    Vertex,
)
from ownwords.inquiry.method.refi.reading.attributes import chosen, coloured, whole
from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.inside import inside, targets
from ownwords.inquiry.method.refi.reading.pull import Element
from ownwords.inquiry.method.refi.report import Loss


def end_link(draft: Draft, element: Element) -> None:
    """Take a link between any two things."""
    name = element.get("name") or ""
    notes = [child for _, child in inside(draft, element, "link", ("NoteRef",))]
    draft.links.append(
        Link(
            guid=draft.ids.new("link", element.get("guid"), name),
            name=name,
            direction=chosen(draft, element, "direction", DIRECTIONS, "link"),
            colour=coloured(draft, element, "link"),
            origin=draft.ids.ref(element.get("originGUID")),
            target=draft.ids.ref(element.get("targetGUID")),
            notes=targets(draft, notes),
        )
    )


def end_graph(draft: Draft, element: Element) -> None:
    """Take a drawing; a line to something that is not on it is left out."""
    name = element.get("name") or ""
    vertices: list[Vertex] = []
    edges: list[Edge] = []
    for tag, child in inside(draft, element, "graph", ("Vertex", "Edge")):
        if tag == "Edge":
            edges.append(_edge(draft, child))
        elif vertex := _vertex(draft, child):
            vertices.append(vertex)
    there = {one.guid for one in vertices}
    kept = tuple(one for one in edges if one.origin in there and one.target in there)
    if len(kept) < len(edges):
        draft.log.lost("edge", Loss.NO_TARGET, name, len(edges) - len(kept))
    guid = draft.ids.new("graph", element.get("guid"), name)
    draft.graphs.append(Graph(guid, name, tuple(vertices), kept))


def _vertex(draft: Draft, element: Element) -> Vertex | None:
    name = element.get("name") or ""
    first_x, first_y = whole(element, "firstX"), whole(element, "firstY")
    guid = draft.ids.new("vertex", element.get("guid"), name)
    if first_x is None or first_y is None:
        draft.log.lost("vertex", Loss.NO_PLACE, name)
        return None
    return Vertex(
        guid=guid,
        first_x=first_x,
        first_y=first_y,
        second_x=whole(element, "secondX"),
        second_y=whole(element, "secondY"),
        name=name,
        represents=draft.ids.ref(element.get("representedGUID")),
        shape=chosen(draft, element, "shape", SHAPES, "vertex"),
        colour=coloured(draft, element, "vertex"),
    )


def _edge(draft: Draft, element: Element) -> Edge:
    name = element.get("name") or ""
    return Edge(
        guid=draft.ids.new("edge", element.get("guid"), name),
        origin=draft.ids.ref(element.get("sourceVertex")),
        target=draft.ids.ref(element.get("targetVertex")),
        name=name,
        represents=draft.ids.ref(element.get("representedGUID")),
        direction=chosen(draft, element, "direction", DIRECTIONS, "edge"),
        line_style=chosen(draft, element, "lineStyle", LINE_STYLES, "edge"),
        colour=coloured(draft, element, "edge"),
    )
