"""Passages and places that are coded. A project has a hundred thousand of these, so each is small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ownwords.inquiry.method.refi.model.stamp import UNSIGNED, Stamp

if TYPE_CHECKING:
    from ownwords.inquiry.method.refi.model.sources import Source


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Unicode code points from `start` up to and without `end`; the first of a text is 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Area:
    """Two corners: pixels of a picture, or points of a PDF's page from its bottom left."""

    first_x: int
    first_y: int
    second_x: int
    second_y: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Milliseconds of a recording."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class SyncSpan:
    """Two sync points of a transcript, by their GUIDs; empty where not said."""

    first: str
    last: str


Place: TypeAlias = TextSpan | Area | TimeSpan | SyncSpan


@dataclass(frozen=True, slots=True)
class Coding:
    """One code given to one passage, or to a whole source, by one person."""

    guid: str
    code: str
    stamp: Stamp = UNSIGNED
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """A place in a source with its codings. `represented` is the text of a PDF's area, where there is one."""

    guid: str
    place: Place
    codings: tuple[Coding, ...] = ()
    name: str = ""
    description: str = ""
    stamp: Stamp = UNSIGNED
    notes: tuple[str, ...] = ()
    represented: Source | None = None
