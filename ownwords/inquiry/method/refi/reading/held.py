"""How much of the XML is in memory: what belongs to something that has begun and not ended."""

from __future__ import annotations

from ownwords.inquiry.method.refi.reading.inside import STREAMED
from ownwords.inquiry.method.refi.refusal import Limits, Unreadable

MANY = "There is more in this file than a project can have."
_SMALL = frozenset(
    {
        *("Description", "PlainTextContent", "Coding", "SyncPoint", "VariableValue", "Vertex", "Edge"),
        *("CodeRef", "NoteRef", "VariableRef", "SourceRef", "SelectionRef"),
        *("MemberCode", "MemberSource", "MemberNote"),
        *("TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue"),
    }
)


class Held:
    """Counts the elements that are kept until the source, code or case round them ends, and those nobody knows."""

    def __init__(self, limits: Limits) -> None:
        self._most = limits.held
        self._now = 0
        self._unknown = 0
        self._before: list[int] = []

    def start(self, name: str) -> None:
        """Note where something begins that is let go at its end."""
        if name in STREAMED:
            self._before.append(self._now)

    def end(self, name: str) -> None:
        """Count an element; refuse the file where too many would be held."""
        if name in STREAMED:
            self._now = self._before.pop()
            return
        self._now += 1
        if name not in _SMALL:
            self._unknown += 1
        if self._now > self._most or self._unknown > self._most:
            raise Unreadable(MANY)
