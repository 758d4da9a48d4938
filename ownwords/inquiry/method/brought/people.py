"""Who coded, as a file names them."""

from __future__ import annotations

from ownwords.inquiry.method.refi.model.project import User
from ownwords.inquiry.method.refi.parts.guids import derived

NOT_NAMED = "(not named)"
"""Kept as whose a coding was where a file does not say it; goes out as nobody's."""


class People:
    """The users of a project that goes out, collected while codings and memos name them."""

    def __init__(self) -> None:
        self._found: dict[str, User] = {}

    def guid(self, name: str, guid: str = "") -> str:
        """Return the GUID of somebody, and remember them; the same name without a GUID has always the same one."""
        if name == NOT_NAMED:
            return ""
        guid = guid or derived("user", name)
        if guid not in self._found:
            self._found[guid] = User(guid, name)
        return guid

    def users(self) -> tuple[User, ...]:
        """Return everybody who was named, by name."""
        return tuple(sorted(self._found.values(), key=lambda one: (one.name, one.guid)))
