"""Asking one object of a feed for its fields. Every question that finds no proper answer notes it and goes on.

Nothing is converted: a number written as text is a text. What is null is the same as left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from math import isfinite
from typing import Any, TypeVar

from ownwords.connections.method.directory import text as texts
from ownwords.connections.method.directory.remarks import Remark, Weight, kind_of, shown

MOST_LIST = 500
MOST_EXTRA = 20_000
FIRST_YEAR, LAST_YEAR = 1900, 2200
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T[0-9:.+Z-]{0,40})?")
Made = TypeVar("Made")


class Part:
    """One object of a feed, where it stands, and the notes that it shares with the whole record."""

    __slots__ = ("content", "notes", "path", "record")

    def __init__(self, content: dict[str, Any], path: str, notes: list[Remark], record: str = "") -> None:
        self.content = content
        self.path = path
        self.notes = notes
        self.record = record

    def at(self, key: str) -> str:
        """Return the path of a field."""
        return f"{self.path}.{key}" if self.path else key

    def note(self, key: str, kind: str, reason: str, weight: Weight = Weight.WARNING) -> None:
        """Note something about a field; about the object as a whole when the key is empty."""
        self.notes.append(Remark(self.at(key) if key else self.path, kind, reason, weight, self.record))

    def given(self, key: str) -> bool:
        """Whether something stands under this key."""
        return self.content.get(key) is not None

    def as_given(self, key: str) -> Any:
        """Return what stands there, whatever it is."""
        return self.content.get(key)

    def text(self, key: str, most: int = texts.MOST_LINE) -> str:
        """Return a plain text, "" when there is none. HTML is taken out and said."""
        value = self.content.get(key)
        if not value and (value is None or value == ""):
            return ""
        if not isinstance(value, str):
            self._wrong(key, value, "a text")
            return ""
        if (
            len(value) <= most
            and value.isascii()
            and value.isprintable()
            and "<" not in value
            and "&" not in value
        ):
            return value.strip() if "  " not in value else texts.one_line(value)
        found, had_html, cut = texts.plain(value, most)
        if had_html:
            self.note(key, "html", "This held HTML. It was turned into plain text.")
        if cut:
            self.note(key, "too_long", f"This was longer than {most:,} characters and was cut.")
        return found if most > texts.MOST_LINE else texts.one_line(found)

    def _wrong(self, key: str, value: Any, wanted: str) -> None:
        self.note(key, "wrong_type", f"This is {kind_of(value)}, and {wanted} is expected. It was left out.")

    def number(self, key: str, least: float, most: float, why: str) -> float | None:
        """Return a number within bounds, None when there is none; `why` says what is wrong outside them."""
        value = self.content.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._wrong(key, value, "a number")
            return None
        if not isfinite(value) or not least <= value <= most:
            self.note(key, "out_of_range", why)
            return None
        return float(value)

    def whole(self, key: str, least: int, most: int, why: str) -> int | None:
        """Return a whole number within bounds, None when there is none; 3.0 is whole."""
        found = self.number(key, least, most, why)
        if found is None or not found.is_integer():
            if found is not None:
                self.note(key, "out_of_range", f"{found:g} is no whole number. It was left out.")
            return None
        return int(found)

    def day(self, key: str) -> date | None:
        """Return a day, None when there is none: YYYY-MM-DD, a time after it is not looked at."""
        value = self.content.get(key)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            self._wrong(key, value, "a date")
            return None
        match = _DAY.fullmatch(value.strip())
        if match is None:
            self.note(key, "bad_date", f"{shown(value)} is no date written as 2026-03-31. It was left out.")
            return None
        try:
            found = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            self.note(key, "bad_date", f"There is no such day as {shown(value)}. It was left out.")
            return None
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            said = f"The year of {shown(value)} is not between {FIRST_YEAR} and {LAST_YEAR}. It was left out."
            self.note(key, "bad_date", said)
            return None
        return found

    def checked(self, key: str, fits: Callable[[str], bool], kind: str, reason: str) -> str:
        """Return a text that passes a check, "" with a note when it does not."""
        found = self.text(key)
        if found and not fits(found):
            self.note(key, kind, f"{shown(found)} {reason} It was left out.")
            return ""
        return found

    def email(self, key: str) -> str:
        """Return an e-mail address."""
        return self.checked(key, texts.is_address, "bad_email", "is no e-mail address.")

    def link(self, key: str) -> str:
        """Return a web address."""
        return self.checked(key, texts.is_link, "bad_link", "is no web address (http or https).")

    def part(self, key: str) -> Part | None:
        """Return the object under a key, None when there is none."""
        value = self.content.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._wrong(key, value, "an object")
            return None
        return Part(value, self.at(key), self.notes, self.record)

    def parts(self, key: str) -> Iterator[Part]:
        """Yield the objects of a list; whatever is no object is noted and passed over."""
        value = self.content.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self._wrong(key, value, "a list")
            return
        if len(value) > MOST_LIST:
            said = f"This list has {len(value):,} members; the first {MOST_LIST} were read."
            self.note(key, "too_many", said)
        path = self.at(key)
        for number, one in enumerate(value[:MOST_LIST]):
            if isinstance(one, dict):
                yield Part(one, f"{path}[{number}]", self.notes, self.record)
            else:
                said = f"This is {kind_of(one)}, and an object is expected. It was left out."
                self.notes.append(
                    Remark(f"{path}[{number}]", "wrong_type", said, Weight.WARNING, self.record)
                )

    def all(self, key: str, make: Callable[[Part], Made | None]) -> tuple[Made, ...]:
        """Return what is made of each object of a list; None is left out."""
        if not self.content.get(key):
            return ()
        return tuple(made for one in self.parts(key) if (made := make(one)) is not None)

    def left_over(self, known: frozenset[str]) -> dict[str, Any]:
        """Return every field but the known ones, as it came."""
        names = self.content.keys() - known
        if not names:
            return {}
        left = {key: self.content[key] for key in sorted(names) if self.content[key] not in (None, [], "")}
        if left and _size(left) > MOST_EXTRA:
            self.note("", "too_long", "Fields that are not known here are too large and were left out.")
            return {}
        kept = {texts.printable(key): _cleaned(value) for key, value in left.items()}
        return {key: value for key, value in kept.items() if value is not None}


def _cleaned(value: Any) -> Any:
    """Return a value without signs and numbers that cannot be kept."""
    if isinstance(value, str):
        return texts.printable(value)
    if isinstance(value, dict):
        return {texts.printable(key): _cleaned(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def _size(value: Any, depth: int = 0) -> int:
    """Return about how many characters a value has; much when it is nested deeply."""
    if depth > 20:
        return MOST_EXTRA + 1
    if isinstance(value, dict):
        return sum(len(key) + _size(one, depth + 1) for key, one in value.items())
    if isinstance(value, list):
        return sum(_size(one, depth + 1) + 1 for one in value)
    return len(value) if isinstance(value, str) else len(str(value))
