"""The whole drawing of categories and relations, and names broken into lines that fit a box."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from ownwords.inquiry.method.relating.cells import cells
from ownwords.inquiry.method.relating.lines import lines
from ownwords.inquiry.method.relating.parts import ACROSS, DOWN, HEIGHT, WIDTH, Drawing, Edge, Node

COLUMNS, LETTERS, LINES = 3, 23, 3


def drawn(nodes: Sequence[Node], edges: Sequence[Edge]) -> Drawing:
    """Return the drawing. Raises ValueError: a key twice, two cores, or an edge to a node that is not there."""
    keys = {one.key for one in nodes}
    if len(keys) < len(nodes) or sum(one.core for one in nodes) > 1:
        raise ValueError("a category stands once, and one is the core")
    if any(edge.of not in keys or edge.to not in keys for edge in edges):
        raise ValueError("a relation with a category that is not there")
    placed = cells(nodes, edges)
    known = {one.node.key: one for one in placed}
    rows = 1 + max((one.row for one in placed), default=-1)
    return Drawing(
        [known[one.key] for one in nodes], lines(known, edges),
        COLUMNS * WIDTH + (COLUMNS + 1) * ACROSS, rows * HEIGHT + (rows + 1) * DOWN,
    )  # fmt: skip


def in_lines(name: str) -> list[str]:
    """Return a name in up to three lines that fit a box; "…" where it goes on."""
    found = textwrap.wrap(name, LETTERS) or [""]
    return found if len(found) <= LINES else [*found[: LINES - 1], f"{found[LINES - 1][: LETTERS - 1]}…"]
