"""Codes and what belongs to a codebook."""

from __future__ import annotations

from dataclasses import dataclass

from ownwords.inquiry.method.refi.model.definition import Definition

NO_DEFINITION = Definition()


@dataclass(frozen=True, slots=True)
class Code:
    """One code. The tree is flat: parents stand before their children, siblings in their order.

    `colour` is ``#rrggbb`` or empty, `parent` the GUID of another code or empty, `notes` GUIDs of notes.
    """

    guid: str
    name: str
    parent: str = ""
    codable: bool = True
    colour: str = ""
    definition: Definition = NO_DEFINITION
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Set:
    """A set of codes, sources and notes, by their GUIDs."""

    guid: str
    name: str
    description: str = ""
    codes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
