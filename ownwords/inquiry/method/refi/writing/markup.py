"""XML, written piece by piece: nothing of a project is held twice in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.parts.characters import in_attribute, in_text, legal, ordinary
from ownwords.inquiry.method.refi.parts.guids import is_guid
from ownwords.inquiry.method.refi.report import Repair

Attribute = tuple[str, str | None]
ENOUGH = 4096
"""Pieces that are joined before they are written."""


class Markup:
    """Writes elements in UTF-8. Attributes that are None are left out; every character that XML forbids is replaced."""

    def __init__(self, write: Callable[[bytes], object], log: Log) -> None:
        self._write = write
        self.log = log
        self._pieces: list[str] = ['<?xml version="1.0" encoding="utf-8"?>\n']

    def begin(self, name: str, attributes: Iterable[Attribute] = ()) -> None:
        """Begin an element."""
        self._put(f"<{name}{self._said(name, attributes)}>")

    def end(self, name: str) -> None:
        """End an element."""
        self._put(f"</{name}>")

    def empty(self, name: str, attributes: Iterable[Attribute]) -> None:
        """Write an element with nothing in it."""
        self._put(f"<{name}{self._said(name, attributes)}/>")

    def text(self, name: str, text: str) -> None:
        """Write an element that holds text."""
        self._put(f"<{name}>{in_text(self._legal(name, text))}</{name}>")

    def described(self, text: str) -> None:
        """Write a `Description` where there is one."""
        if text:
            self.text("Description", text)

    def refs(self, name: str, guids: Iterable[str], attribute: str = "targetGUID") -> None:
        """Write a reference for each GUID."""
        for guid in guids:
            self._put(f'<{name} {attribute}="{checked(guid)}"/>')

    def finish(self) -> None:
        """Write what is still held."""
        self._write("".join(self._pieces).encode())
        self._pieces.clear()

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        if len(self._pieces) >= ENOUGH:
            self.finish()

    def _said(self, name: str, attributes: Iterable[Attribute]) -> str:
        said = ""
        for key, value in attributes:
            if value is not None:
                safe = value if ordinary(value) else in_attribute(self._legal(name, value))
                said += f' {key}="{safe}"'
        return said

    def _legal(self, name: str, text: str) -> str:
        kept, count = legal(text)
        if count:
            self.log.repaired(name, Repair.CHARACTERS, kept, count)
        return kept


def checked(guid: str) -> str:
    """Return the GUID; raise ValueError where it is none, which is a fault of whoever made the project."""
    if not is_guid(guid):
        raise ValueError(f"not a GUID as the project keeps them: {guid!r}")
    return guid


def optional(guid: str) -> str | None:
    """Return the GUID of a reference that may be missing."""
    return checked(guid) if guid else None
