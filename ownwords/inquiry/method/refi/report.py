"""What came in, what was repaired, what was not taken: counts with the first places of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

PLACES = 5


class Repair(StrEnum):
    """What a reader or writer put right; the value is the English message."""

    CAPITALS = "the project file or its folder is written with capitals"
    OTHER_NAME = "the project file has another name than project.qde"
    NAMESPACE = "the namespace is not that of version 1.0"
    STRAY = "characters that XML cannot hold were put right before reading"
    GUID_FORM = "an id was no GUID and was given one that is always the same"
    GUID_MISSING = "an id was missing and one was made"
    GUID_TWICE = "the same GUID was used twice for one kind of thing; the second was given its own"
    COLOUR = "a colour was written in another form"
    MOMENT = "a date was written in another form"
    CODABLE = "it was not said whether the code can be used; it can"
    SAME_NAME = "codes beside each other have the same name; each is kept"
    EMPTY_LIST = "an empty list that the schema does not allow"
    NO_SCHEME = "a path had no scheme"
    ENCODING = "a text was not UTF-8 and was read as another encoding"
    MARK = "a byte order mark was taken off a text"
    LINE_ENDS = "line ends were made one character; positions moved with them"
    LINES_AS_ONE = "positions count each line end as one character, found by the names of selections"
    LINES_AS_TWO = "positions count each line end as two characters, found by the names of selections"
    LINES_GUESSED = (
        "no name tells how positions count line ends; read as the program that wrote the file counts"
    )
    UNITS = "positions count UTF-16 units, found by the names of selections"
    MARK_COUNTED = "positions count the byte order mark, found by the names of selections"
    INCLUSIVE = "the end position is the last character, found by the names of selections"
    ZERO_LENGTH = "a selection without length is kept as a point"
    NAME_GIVES_LENGTH = "a selection without length was given the length of its name"
    BACKWARDS = "a selection ended before it began and was turned round"
    CLIPPED = "a selection went beyond the end of the text and was cut there"
    NAMELESS_CASE = "a case without a name with one source has the source's name"
    VALUE_TYPE = "a value does not fit the type of its variable and is kept as text"
    CHARACTERS = "characters that the format cannot carry were replaced by U+FFFD"


class Loss(StrEnum):
    """Why something was not taken; the value is the English message."""

    NO_TEXT = "the text is not in the file"
    NO_MEDIA = "the recording, picture or PDF is not in the file"
    NOT_DECODED = "the text is too large or damaged"
    NO_CODE = "the code it points to is not there"
    NO_TARGET = "what it points to is not there"
    NO_USER = "the person it points to is not listed"
    NO_PLACE = "its position is missing or no number"
    OUTSIDE = "it lies beyond the end of the text"
    UNKNOWN = "the format does not know this"
    NO_CODE_REF = "it points to no code"
    EXTRA = "our own additional file is damaged or of a later version"
    WRONG_KIND = "it does not belong to this kind of source"
    VALUE = "the format has no such value"


@dataclass(frozen=True, slots=True)
class Entry:
    """One sort of thing that was repaired or not taken: which kind, what, how many, the first places."""

    kind: str
    what: Repair | Loss
    count: int
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one import or export; `came` counts by kind what is in the project."""

    came: Mapping[str, int]
    repaired: tuple[Entry, ...] = ()
    lost: tuple[Entry, ...] = ()

    def repairs(self, what: Repair) -> int:
        """Return how often this was put right."""
        return sum(one.count for one in self.repaired if one.what is what)

    def losses(self, what: Loss) -> int:
        """Return how much was not taken for this reason."""
        return sum(one.count for one in self.lost if one.what is what)

    def as_json(self) -> dict[str, Any]:
        """Return plain values: `came` by kind, `repaired` and `lost` as lists."""
        return {"came": dict(self.came), "repaired": _plain(self.repaired), "lost": _plain(self.lost)}


def _plain(entries: tuple[Entry, ...]) -> list[dict[str, Any]]:
    return [
        {"kind": one.kind, "what": one.what.value, "count": one.count, "places": list(one.places)}
        for one in entries
    ]
