"""Network Canvas CSV in: attribute lists, edge lists and an ego file, with one session or many.

Yes/no variables are ``true`` or blank, never false: blank stays *not stated*. Places run from 0 to 1 in NAME_x, NAME_y.
Small ids (nodeID, from, to) start again in each session; only UUIDs are unique across sessions, so they go first.
Source: Network Canvas documentation, export formats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ownwords.connections.method.exchange.graphml_data import sort_of
from ownwords.connections.method.exchange.model import (
    Item,
    SharedMap,
    place_of,
    ring_of,
    said_of,
)  # fmt: skip
from ownwords.connections.method.exchange.tables import Row, read
from ownwords.connections.method.network import What

EGO, CASE, SESSION = "networkCanvasEgoUUID", "networkCanvasCaseID", "networkCanvasSessionID"
ID, NUMBER = "networkCanvasUUID", "nodeID"
ENDS = (("networkCanvasSourceUUID", "from"), ("networkCanvasTargetUUID", "to"))
KEPT_APART = {EGO, ID, NUMBER, CASE, SESSION}
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which of a protocol's own variables hold what; "" where there is none. ``kinds`` may be a list of choices.

    Several choices come as one column each, KINDS_OPTION, true or blank.
    """

    name: str = "name"
    ring: str = ""
    kinds: str = ""
    gives: str = ""
    takes: str = ""


@dataclass(slots=True)
class _Session:
    case: str
    session: str
    items: dict[str, Item]
    numbers: dict[str, list[str]]
    links: list[tuple[str, str]]


def read_network_canvas(
    attribute_lists: Mapping[str, bytes],
    edge_lists: Mapping[str, bytes],
    egos: Mapping[str, bytes],
    columns: Columns | None = None,
) -> tuple[SharedMap, ...]:
    """Return one map for each session, in the order of the ego file; each argument is file name -> content.

    What a node is comes from the name of its file (..._attributeList_Place.csv). Without any edge list, links were not
    asked about. Variables that ``columns`` does not name are kept as ``more``. Raises FileFault with its place.
    """
    found: dict[str, _Session] = {}
    for file, content in egos.items():
        for row in read(content, file, (EGO,)):
            if not row.get(EGO) or row.get(EGO) in found:
                raise row.fault(EGO, "is blank" if not row.get(EGO) else f"{row.get(EGO)!r} stands twice")
            found[row.get(EGO)] = _Session(row.get(CASE), row.get(SESSION), {}, {}, [])
    for file, content in attribute_lists.items():
        _take_nodes(read(content, file, ()), file, found, columns or Columns(), listed=bool(egos))
    for file, content in edge_lists.items():
        for row in read(content, file, ()):
            _take_edge(row, found)
    return tuple(
        SharedMap(tuple(one.items.values()), tuple(one.links), one.case, one.session or ego, bool(edge_lists), ego)
        for ego, one in found.items()
    )  # fmt: skip


def _take_nodes(
    rows: tuple[Row, ...], file: str, found: dict[str, _Session], columns: Columns, *, listed: bool
) -> None:
    what = _what(file)
    for row in rows:
        ego = row.get(EGO)
        if ego not in found:
            if listed:
                raise row.fault(EGO, f"{ego!r} is not in the ego file")
            found[ego] = _Session(row.get(CASE), row.get(SESSION), {}, {}, [])
        here, id_ = found[ego], row.get(ID, NUMBER)
        if not id_:
            raise row.fault(ID, "is blank, and so is nodeID")
        if id_ in here.items:
            raise row.fault(ID if row.get(ID) else NUMBER, f"{id_!r} stands twice in its session")
        here.items[id_] = _item(row, id_, what, columns)
        here.numbers.setdefault(row.get(NUMBER), []).append(id_)


def _what(file: str) -> What | None:
    found = re.search(r"attributeList_([^./]+)", file)
    return sort_of(found[1]) if found else None


def _item(row: Row, id_: str, what: What | None, columns: Columns) -> Item:
    kinds, from_kinds = _kinds(row, columns.kinds)
    x, y = _layout(row)
    used = {columns.name, columns.ring, columns.gives, columns.takes, x, y, *from_kinds, *KEPT_APART}
    return Item(
        id_, row.get(columns.name, "label"), what, kinds, _value(row, columns.ring, ring_of),
        _value(row, x, place_of), _value(row, y, place_of),
        _value(row, columns.gives, said_of), _value(row, columns.takes, said_of),
        more={name: cell for name, cell in row.cells.items() if cell and name not in used},
    )  # fmt: skip


def _kinds(row: Row, column: str) -> tuple[tuple[str, ...], set[str]]:
    if not column:
        return (), set()
    if column in row.cells:
        return ((row.cells[column],) if row.cells[column] else ()), {column}
    options = {name: name.removeprefix(f"{column}_") for name in row.cells if name.startswith(f"{column}_")}
    return tuple(option for name, option in options.items() if _value(row, name, said_of)), set(options)


def _layout(row: Row) -> tuple[str, str]:
    """Return the columns of the first sociogram, "" twice when there is none."""
    for name in row.cells:
        if name.endswith("_x") and f"{name[:-1]}y" in row.cells:
            return name, f"{name[:-1]}y"
    return "", ""


def _value(row: Row, column: str, reading: Callable[[str], Kind]) -> Kind:
    try:
        return reading(row.get(column))
    except ValueError as error:
        raise row.fault(column, str(error)) from error


def _take_edge(row: Row, found: dict[str, _Session]) -> None:
    here = found.get(row.get(EGO))
    if here is None:
        raise row.fault(EGO, f"there is no session {row.get(EGO)!r}")
    one, other = (_end(row, here, *columns) for columns in ENDS)
    here.links.append((one, other))


def _end(row: Row, here: _Session, by_id: str, by_number: str) -> str:
    if id_ := row.get(by_id):
        if id_ not in here.items:
            raise row.fault(by_id, f"{id_!r} is no node of its session")
        return id_
    nodes = here.numbers.get(row.get(by_number), []) if row.get(by_number) else []
    if len(nodes) != 1:
        reason = "is more than one node" if nodes else "is no node"
        raise row.fault(by_number, f"{row.get(by_number)!r} {reason} of its session")
    return nodes[0]
