"""Attributes that many elements share."""

from __future__ import annotations

from collections.abc import Collection

from ownwords.inquiry.method.refi.model.stamp import UNSIGNED, Stamp
from ownwords.inquiry.method.refi.parts.colours import colour
from ownwords.inquiry.method.refi.parts.moments import mended
from ownwords.inquiry.method.refi.writing.markup import Attribute, optional


def stamp(given: Stamp, ending: str = "") -> list[Attribute]:
    """Return who made and changed a thing, and when; `ending` is GUID for a project's own."""
    if given is UNSIGNED:
        return []
    return [
        (f"creatingUser{ending}", optional(given.made_by)),
        ("creationDateTime", mended(given.made) or None),
        (f"modifyingUser{ending}", optional(given.changed_by)),
        ("modifiedDateTime", mended(given.changed) or None),
    ]


def made(given: Stamp) -> list[Attribute]:
    """Return who made a coding, and when: nothing else of it can be said."""
    if given is UNSIGNED:
        return []
    return [("creatingUser", optional(given.made_by)), ("creationDateTime", mended(given.made) or None)]


def coloured(given: str) -> Attribute:
    """Return the colour as ``#rrggbb``, if it is one."""
    return ("color", colour(given) or None)


def one_of(name: str, given: str, values: Collection[str]) -> Attribute:
    """Return one of the values that the schema knows, or nothing."""
    return (name, given if given in values else None)


def number(name: str, given: int | None) -> Attribute:
    """Return a number, if there is one."""
    return (name, None if given is None else str(given))
