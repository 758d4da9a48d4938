"""A map as it leaves and comes back: what stands on it, the links, whose it is. Blank is *not stated*, never "no"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ownwords.connections.method.network import RINGS, Alter, PersonalMap, What

MOST_BYTES = 16 * 1024 * 1024


class FileFault(ValueError):
    """A file that cannot be taken. ``str()`` names file, place and reason; nothing of the file has been used."""

    def __init__(self, file: str, where: str, reason: str) -> None:
        super().__init__(": ".join(part for part in (file, where, reason) if part))
        self.file = file
        self.where = where
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Item:
    """One person, place, activity or group. ``x`` and ``y`` run from 0 to 1, origin top left, None where not placed.

    ``effect``: helps, harms, neutral or the like, "" not stated. ``ended``: why it ended, "" while it has not.
    ``more``: whatever else a file said about it, by name, as text.
    """

    id: str
    name: str = ""
    what: What | None = None
    kinds: tuple[str, ...] = ()
    ring: int | None = None
    x: float | None = None
    y: float | None = None
    gives: bool | None = None
    takes: bool | None = None
    effect: str = ""
    ended: str = ""
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SharedMap:
    """One map of a file. ``case`` and ``session`` say whose and which, as the file has them.

    ``links_asked``: whether links among others were asked about at all. ``ego``: the id of the node that was the person
    in the middle, "" when there was none; it is not among the items. ``graph``: the name the file gives the map.
    """

    items: tuple[Item, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    case: str = ""
    session: str = ""
    links_asked: bool = True
    ego: str = ""
    graph: str = ""
    more: Mapping[str, str] = field(default_factory=dict)

    def network(self) -> PersonalMap:
        """Return the map as it is measured: without what has ended. Raises MapFault as PersonalMap does."""
        now = {item.id for item in self.items if not item.ended}
        alters = tuple(
            Alter(item.id, item.what, item.kinds, item.ring, item.gives, item.takes)
            for item in self.items
            if not item.ended
        )
        gone = {item.id for item in self.items} - now
        ties = tuple(link for link in self.links if not gone & set(link))
        return PersonalMap(alters, ties, self.links_asked)


def names(maps: tuple[SharedMap, ...]) -> tuple[str, ...]:
    """Return a name for each map of a file: its case; else its session; else its graph id; else "graph 1", "graph 2"...

    One way of naming holds for the whole file: the first that names every map, and no two alike.
    """
    ways = (
        [one.case for one in maps],
        [one.session for one in maps],
        [f"{one.case} {one.session}" if one.case and one.session else "" for one in maps],
        [one.graph for one in maps],
    )
    for way in ways:
        if all(way) and len(set(way)) == len(maps):
            return tuple(way)
    return tuple(f"graph {place}" for place in range(1, len(maps) + 1))


def what_of(text: str) -> What | None:
    """Return the sort that a word stands for, None where it is blank. Raises ValueError for another word."""
    try:
        return What(text.strip().lower()) if text.strip() else None
    except ValueError as error:
        raise ValueError(f"{text!r} is none of {', '.join(What)}") from error


def ring_of(text: str) -> int | None:
    """Return a ring, None where it is blank. Raises ValueError for what is no ring."""
    bare = text.strip()
    if not bare:
        return None
    if bare not in {str(ring) for ring in RINGS}:
        raise ValueError(f"{text!r} is no ring; it can be 1, 2, 3 or blank")
    return int(bare)


def place_of(text: str) -> float | None:
    """Return a place from 0 to 1, None where it is blank. Raises ValueError for what lies outside or is no number."""
    if not text.strip():
        return None
    try:
        found = float(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is no number") from error
    if not 0 <= found <= 1:
        raise ValueError(f"{text!r} is not within 0 to 1")
    return found


def said_of(text: str) -> bool | None:
    """Return yes or no, None where it is blank: *not stated*. Raises ValueError for another word."""
    bare = text.strip().lower()
    if bare in ("true", "yes", "1"):
        return True
    if bare in ("false", "no", "0"):
        return False
    if bare:
        raise ValueError(f"{text!r} is neither yes nor no")
    return None


def kinds_text(kinds: tuple[str, ...]) -> str:
    """Return several kinds as one text, parted by semicolons; a semicolon or backslash inside is escaped."""
    return ";".join(kind.replace("\\", "\\\\").replace(";", "\\;") for kind in kinds)


def kinds_of(text: str) -> tuple[str, ...]:
    """Return the kinds of such a text; blank ones are passed over."""
    found, held = [""], False
    for letter in text:
        if held or letter not in ";\\":
            found[-1] += letter
            held = False
        elif letter == "\\":
            held = True
        else:
            found.append("")
    return tuple(kind for kind in found if kind)
