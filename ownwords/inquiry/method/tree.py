"""A tree of codes, from rows that name their parent: in order, with depth, and what hangs below what."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Id = TypeVar("Id", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Node(Generic[Id]):
    """One code: its id, its parent's or None, and what orders it among those beside it."""

    id: Id
    parent: Id | None
    order: tuple[int, str]


def in_order(nodes: Iterable[Node[Id]]) -> Iterator[tuple[Id, int]]:
    """Yield (id, depth) from the top down, each code straight before what hangs on it.

    A code whose parent is not among them stands at the top; codes that go round in a circle are not lost either.
    """
    children = _children(nodes)
    known = {node.id for beside in children.values() for node in beside}
    tops = [node for parent, beside in children.items() if parent not in known for node in beside]
    seen: set[Id] = set()
    yield from _walk(sorted(tops, key=lambda node: node.order), children, seen)
    for beside in list(children.values()):
        yield from _walk([node for node in beside if node.id not in seen], children, seen)


def _walk(
    tops: Sequence[Node[Id]], children: dict[Id | None, list[Node[Id]]], seen: set[Id]
) -> Iterator[tuple[Id, int]]:
    waiting = [(node, 0) for node in reversed(tops)]
    while waiting:
        node, depth = waiting.pop()
        if node.id in seen:
            continue
        seen.add(node.id)
        yield node.id, depth
        waiting += [(child, depth + 1) for child in reversed(children.get(node.id, []))]


def _children(nodes: Iterable[Node[Id]]) -> dict[Id | None, list[Node[Id]]]:
    children: dict[Id | None, list[Node[Id]]] = {}
    for node in nodes:
        children.setdefault(node.parent, []).append(node)
    for beside in children.values():
        beside.sort(key=lambda node: node.order)
    return children


def below(nodes: Iterable[Node[Id]], top: Id) -> set[Id]:
    """Return every id that hangs below one, near or far; a code cannot be moved to any of them."""
    children, found, waiting = _children(nodes), set(), [top]
    while waiting:
        for node in children.get(waiting.pop(), []):
            if node.id not in found:
                found.add(node.id)
                waiting.append(node.id)
    return found - {top}
