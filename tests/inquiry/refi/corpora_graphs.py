"""Generated links and drawings."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ownwords.inquiry.method.refi.model.graphs import (
    DIRECTIONS,
    LINE_STYLES,
    SHAPES,
    Edge,
    Graph,
    Link,
    Vertex,
)

NUMBER = st.integers(-(2**31), 2**31)


def links(made: dict[str, Any], words: Any, colours: Any, ends: list[str], notes: Any) -> tuple[Link, ...]:
    """A link between two things, if there are any."""
    draw = made["draw"]
    if not ends:
        return ()
    of = [draw(st.sampled_from(ends)) for _ in range(2)]
    said = draw(st.sampled_from(["", "sideways", *DIRECTIONS]))
    return (Link(made["guid"](), draw(words), said, draw(colours), *of, notes),)


def graphs(made: dict[str, Any], words: Any, colours: Any) -> tuple[Graph, ...]:
    """A drawing of two things and a line."""
    draw, guid = made["draw"], made["guid"]
    if draw(st.booleans()):
        return ()
    vertices = tuple(
        Vertex(
            guid=guid(),
            first_x=draw(NUMBER),
            first_y=draw(NUMBER),
            second_x=draw(st.none() | NUMBER),
            name=draw(words),
            shape=draw(st.sampled_from(["", "Blob", *SHAPES])),
            colour=draw(colours),
        )
        for _ in range(2)
    )
    edge = Edge(
        guid=guid(),
        origin=vertices[0].guid,
        target=vertices[1].guid,
        name=draw(words),
        direction=draw(st.sampled_from(["", *DIRECTIONS])),
        line_style=draw(st.sampled_from(["", *LINE_STYLES])),
    )
    return (Graph(guid(), draw(words), vertices, (edge,)),)
