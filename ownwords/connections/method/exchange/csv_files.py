"""Maps as two tables, items.csv and ties.csv, with ids named as the R package egor names them.

items.csv: egoID, session, alterID, name, what, kinds, ring, x, y, gives, takes, effect, ended, linksAsked, then any
other columns. Somebody with nobody on the map has one row with a blank alterID. ``kinds`` are parted by semicolons;
``gives``, ``takes`` and ``linksAsked`` are yes, no or blank (not stated).
ties.csv: egoID, session, Source, Target.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from ownwords.connections.method.exchange.model import (
    Item,
    SharedMap,
    kinds_of,
    kinds_text,
    place_of,
    ring_of,
    said_of,
    what_of,
)  # fmt: skip
from ownwords.connections.method.exchange.tables import Row, read
from ownwords.people.method.tables import written

WHOSE = ("egoID", "session")
OWN = ("name", "what", "kinds", "ring", "x", "y", "gives", "takes", "effect", "ended")
ITEMS = (*WHOSE, "alterID", *OWN, "linksAsked")
TIES = (*WHOSE, "Source", "Target")
Kind = TypeVar("Kind")


class CsvFiles(NamedTuple):
    """The two tables."""

    items: bytes
    ties: bytes


def write_csv(maps: Sequence[SharedMap]) -> CsvFiles:
    """Return maps as two tables.

    Raises ValueError when two have the same case and session, an item has no id, or a further column no name.
    """
    whose = [(one.case, one.session) for one in maps]
    if len(set(whose)) < len(whose):
        raise ValueError("two maps have the same case and session")
    if not all(item.id for one in maps for item in one.items):
        raise ValueError("every item needs an id")
    others = sorted({name for one in maps for item in one.items for name in item.more} - set(ITEMS))
    if any(not name or name != name.strip() for name in others):
        raise ValueError("a further column needs a name without blanks around it")
    items, ties = [], []
    for one in maps:
        asked = "yes" if one.links_asked else "no"
        items += [[*_whose(one), *_cells(item, asked), *_others(item, others)] for item in one.items]
        if not one.items:
            items.append([*_whose(one), *[""] * (1 + len(OWN)), asked, *[""] * len(others)])
        ties += [[*_whose(one), *link] for link in one.links]
    return CsvFiles(written([*ITEMS, *others], items), written(TIES, ties))


def as_zip(files: CsvFiles) -> bytes:
    """Return both tables in one ZIP; the same tables give the same bytes."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in (("items.csv", files.items), ("ties.csv", files.ties)):
            made.writestr(zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), content)
    return sink.getvalue()


def read_csv(items: bytes, ties: bytes | None) -> tuple[SharedMap, ...]:
    """Return the maps of two tables; without ``ties`` nobody was asked about links, unless linksAsked says so.

    Raises FileFault for the first thing that is wrong, with file, line and column.
    """
    found: dict[tuple[str, str], dict[str, Item]] = {}
    asked: dict[tuple[str, str], bool] = {}
    for row in read(items, "items.csv", ("egoID", "alterID")):
        key = row.get("egoID"), row.get("session")
        here = found.setdefault(key, {})
        stated = _value(row, "linksAsked", said_of)
        asked[key] = asked.get(key, True) and (ties is not None if stated is None else stated)
        item = _item(row)
        if item is None:
            continue
        if item.id in here:
            raise row.fault("alterID", f"{item.id!r} stands twice")
        here[item.id] = item
    links: dict[tuple[str, str], list[tuple[str, str]]] = {key: [] for key in found}
    for row in read(ties, "ties.csv", ("egoID", "Source", "Target")) if ties is not None else ():
        key, link = _link(row, found)
        links[key].append(link)
    return tuple(
        SharedMap(tuple(here.values()), tuple(links[key]), *key, links_asked=asked[key])
        for key, here in found.items()
    )


def _whose(one: SharedMap) -> list[str]:
    return [one.case, one.session]


def _cells(item: Item, asked: str) -> list[str]:
    said = {True: "yes", False: "no", None: ""}
    ring, x, y = ("" if value is None else repr(value) for value in (item.ring, item.x, item.y))
    return [
        item.id, item.name, item.what or "", kinds_text(item.kinds), ring, x, y, said[item.gives], said[item.takes],
        item.effect, item.ended, asked,
    ]  # fmt: skip


def _others(item: Item, columns: Sequence[str]) -> list[str]:
    return [item.more.get(name, "") for name in columns]


def _item(row: Row) -> Item | None:
    if not row.get("alterID"):
        if row.get(*OWN):
            raise row.fault("alterID", "is blank, but the row says something about an alter")
        return None
    more = {name: cell for name, cell in row.cells.items() if name not in ITEMS and cell}
    return Item(
        row.get("alterID"), row.get("name"), _value(row, "what", what_of), kinds_of(row.get("kinds")),
        _value(row, "ring", ring_of), _value(row, "x", place_of), _value(row, "y", place_of),
        _value(row, "gives", said_of), _value(row, "takes", said_of), row.get("effect"), row.get("ended"), more,
    )  # fmt: skip


def _value(row: Row, column: str, reading: Callable[[str], Kind]) -> Kind:
    try:
        return reading(row.get(column))
    except ValueError as error:
        raise row.fault(column, str(error)) from error


def _link(row: Row, found: dict[tuple[str, str], dict[str, Item]]) -> tuple[tuple[str, str], tuple[str, str]]:
    key = row.get("egoID"), row.get("session")
    if key not in found:
        raise row.fault("egoID", f"{' '.join(key).strip()!r} is not in items.csv")
    for column in ("Source", "Target"):
        if row.get(column) not in found[key]:
            raise row.fault(column, f"{row.get(column)!r} is no alter of {key[0]!r}")
    return key, (row.get("Source"), row.get("Target"))
