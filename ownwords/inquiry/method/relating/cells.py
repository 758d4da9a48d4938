"""Which cell each category gets: conditions left, core and actions in the middle, consequences right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ownwords.inquiry.method.relating.parts import Box, Edge, Kind, Node

LEFT, MIDDLE, RIGHT = 0, 1, 2
_SIDE = {Kind.CONDITION: LEFT, Kind.ACTION: MIDDLE, Kind.CONSEQUENCE: RIGHT, Kind.OTHER: MIDDLE}
_TURNED = {LEFT: RIGHT, MIDDLE: MIDDLE, RIGHT: LEFT}


def cells(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[Box]:
    """Return a box for each node, no two in one cell; the same for the same nodes in any order.

    A category stands where its relation with the core puts it, else where its first relation with another does.
    Those without any stand below all others.
    """
    in_order = sorted(nodes, key=lambda one: (one.name.casefold(), one.key))
    column = _columns(in_order, edges)
    core = next((one for one in in_order if one.core), None)
    stacks = {
        side: [one for one in in_order if one is not core and column.get(one.key) == side]
        for side in (LEFT, MIDDLE, RIGHT)
    }
    middle = max(0, (max(len(stacks[LEFT]), len(stacks[RIGHT])) - 1) // 2)
    made = [Box(core, MIDDLE, middle)] if core else []
    for side, stack in stacks.items():
        rows = _around(middle) if side == MIDDLE and core else iter(range(len(stack)))
        made += [Box(one, side, row) for one, row in zip(stack, rows, strict=False)]
    below = 1 + max((one.row for one in made), default=-1)
    alone = [one for one in in_order if one is not core and one.key not in column]
    made += [Box(one, place % 3, below + place // 3) for place, one in enumerate(alone)]
    return made


def _columns(nodes: Sequence[Node], edges: Sequence[Edge]) -> Mapping[str, int]:
    core = next((one.key for one in nodes if one.core), None)
    found: dict[str, int] = {}
    order = sorted(edges, key=lambda one: (core not in (one.of, one.to), one.of, one.to, one.kind))
    for edge in order:
        if edge.of != core:
            found.setdefault(edge.of, _SIDE[edge.kind])
        if edge.to != core:
            found.setdefault(edge.to, _TURNED[_SIDE[edge.kind]])
    return found


def _around(row: int) -> Iterator[int]:
    """Yield the rows next to a row, then further away, never above the first."""
    away = 1
    while True:
        yield row + away
        if row - away >= 0:
            yield row - away
        away += 1
