"""What is told of a project that was brought in: what came, what was there, what was put right, what was not taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ownwords.inquiry.method.refi.report import PLACES, Report

CUT = "it was too long for its place and was cut"
SECOND_NAME = "a name beside it is the same; this one was given a number"
LIKE_A_PERSON = "a case is called like a person; check that this is a pseudonym"
OTHER_TEXT = "the text here was corrected since, so its passages do not fit"
OUT_OF_VIEW = "it was taken out of view here"
TWICE = "the same person gave the same passage this code before"
FINISHED = "coding is blind here, and whose passage it would be has finished this text; take that back first"
EMPTY = "it has no words, and counts nowhere"
NO_WORDS = "only text can be coded here, not places in a picture, page or recording"
NO_PASSAGE = "nothing is coded there"
NO_TEXT = "there is no text to put it in"
WHOLE = "a text was coded as a whole, and is now coded from its beginning to its end"
CODABLE = "a code that takes no passages has some, so it takes them now"
SEVERAL = "a note about several things is kept once for each"
TOO_DEEP = "it hung too deep, and stands at the top now with what hangs on it"
NOT_KEPT = "there is no place for this here"
OTHERS = "coded by somebody who does not work in the study; their name is kept beside it"
NO_NAME = "it had no name and was given one"
SET = "a set of texts became an attribute, yes for each of them"


@dataclass(frozen=True, slots=True)
class Entry:
    """One sort of thing that is told: which kind, what, how many, the first places."""

    kind: str
    what: str
    count: int
    places: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {"kind": self.kind, "what": self.what, "count": self.count, "places": list(self.places)}


@dataclass(slots=True)
class Told:
    """Collects what is told while a project is brought in. ``check`` is what somebody should look at."""

    came: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    _found: dict[tuple[str, str, str], tuple[int, tuple[str, ...]]] = field(default_factory=dict)

    def repaired(self, kind: str, what: str, place: str = "", count: int = 1) -> None:
        """Note that something was put right."""
        self._note("repaired", kind, what, place, count)

    def lost(self, kind: str, what: str, place: str = "", count: int = 1) -> None:
        """Note that something was not taken."""
        self._note("lost", kind, what, place, count)

    def check(self, kind: str, what: str, place: str = "", count: int = 1) -> None:
        """Note that somebody should look at something."""
        self._note("check", kind, what, place, count)

    def _note(self, list_: str, kind: str, what: str, place: str, count: int) -> None:
        if not count:
            return
        number, places = self._found.get((list_, kind, what), (0, ()))
        if place and len(places) < PLACES:
            places = (*places, place[:120])
        self._found[list_, kind, what] = (number + count, places)

    def listed(self, name: str, of_file: Report | None = None) -> list[Entry]:
        """Return one list, what was found while reading the file before what was found while keeping it."""
        read = getattr(of_file, name, ()) if of_file else ()
        found = [Entry(one.kind, one.what.value, one.count, one.places) for one in read]
        return found + [
            Entry(kind, what, *rest) for (of, kind, what), rest in self._found.items() if of == name
        ]
