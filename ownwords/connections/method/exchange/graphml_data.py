"""Nodes of a GraphML graph and what their data say, whoever wrote the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from ownwords.connections.method.exchange.model import (
    FileFault,
    Item,
    kinds_of,
    place_of,
    ring_of,
    said_of,
    what_of,
)  # fmt: skip
from ownwords.connections.method.network import What

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

OWN = ("id", "name", "label", "what", "kinds", "ring", "x", "y", "gives", "takes", "effect", "ended")
CANVAS = "networkCanvasUUID"
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Node:
    """A node: the item it stands for, and whether it is the person in the middle."""

    item: Item
    ego: bool


@dataclass(frozen=True, slots=True)
class Keys:
    """What a file says beforehand of its data: by id; what holds for every node; whether the file is our own."""

    by_id: Mapping[str, Element]
    defaults: Mapping[str, str]
    ours: bool


def keys_of(root: Element) -> Keys:
    """Return the keys of a file; of two by one id the last holds."""
    by_id = {one.get("id", ""): one for one in root if _local(one.tag) == "key" and one.get("id")}
    defaults = {
        name: default[0].text
        for key in by_id.values()
        if key.get("for") in ("node", "all") and (default := [one for one in key if _local(one.tag) == "default"])
        and (name := key.get("attr.name")) and default[0].text
    }  # fmt: skip
    return Keys(by_id, defaults, any(key.get("attr.name") == "linksAsked" for key in by_id.values()))


def nodes_of(graph: Element, keys: Keys, file: str, where: str) -> Mapping[str, Node]:
    """Return the nodes of a graph by the id that its edges use. Raises FileFault with the place.

    A value that does not fit is a fault in a file of our own; otherwise it stays in ``more`` as text.
    """
    strict = keys.ours
    found: dict[str, Node] = {}
    ids: set[str] = set()
    for number, element in enumerate((one for one in graph if _local(one.tag) == "node"), 1):
        place = f"{where}, node {number}"
        id_ = element.get("id", "")
        if not id_:
            raise FileFault(file, place, "has no id")
        said = {**keys.defaults, **_data(element, keys.by_id, file, place)}
        node = _node(id_, said, None if not strict else (file, place))
        if id_ in found or node.item.id in ids:
            raise FileFault(file, place, f"{node.item.id!r} stands twice")
        ids.add(node.item.id)
        found[id_] = node
    return found


def sort_of(word: str) -> What | None:
    """Return which of our sorts a word of another program means, None when it is none of them."""
    known = {
        "people": What.PERSON,
        "venue": What.PLACE,
        "organisation": What.GROUP,
        "organization": What.GROUP,
    }
    bare = word.strip().lower()
    return known.get(bare) or (What(bare) if bare in set(What) else None)


def _data(element: Element, keys: Mapping[str, Element], file: str, place: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for one in element:
        if _local(one.tag) == "graph":
            raise FileFault(file, place, "holds a graph of its own, which is not taken")
        if _local(one.tag) == "data":
            key = keys.get(one.get("key", ""))
            name = one.get("key", "") if key is None else key.get("attr.name", one.get("key", ""))
            said[name] = one.text or ""
    return said


def _node(id_: str, said: Mapping[str, str], strict: tuple[str, str] | None) -> Node:
    misfits: set[str] = set()

    def value(name: str, reading: Callable[[str], Kind], *others: str) -> Kind:
        used = next((key for key in (name, *others) if said.get(key)), name)
        try:
            return reading(said.get(used, ""))
        except ValueError as error:
            if strict is not None:
                raise FileFault(strict[0], f"{strict[1]}, {used}", str(error)) from error
            misfits.add(used)
            return reading("")

    kind = said.get("networkCanvasType", "")
    named = kind.lower() == "ego" or said.get("ego", "").strip().lower() == "true"
    layout = _layout(said)
    item = Item(
        said.get("id") or said.get(CANVAS) or id_, said.get("name") or said.get("label") or "",
        value("what", what_of) or sort_of(kind), kinds_of(said.get("kinds", "")), value("ring", ring_of),
        value("x", place_of, *layout[0]), value("y", place_of, *layout[1]),
        value("gives", said_of), value("takes", said_of), said.get("effect", ""), said.get("ended", ""),
    )  # fmt: skip
    used = {*OWN, CANVAS, *layout[0], *layout[1]} - misfits
    more = {name: text for name, text in said.items() if text and name not in used}
    return Node(replace(item, more=more), named and strict is None)  # our own files have no node for ego


def _layout(said: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the names of the first place on a sociogram: NAME_x with NAME_y, in either case."""
    for name in said:
        other = {"x": "y", "X": "Y"}.get(name[-1:])
        if name[-2:-1] == "_" and other and name[:-1] + other in said:
            return [name], [name[:-1] + other]
    return [], []


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
