"""Reads reference data from TOML and collects everything that is missing before it complains.

A definition is complete or it is not used at all: half a list, or a list whose source nobody can name, is
worse than an error at start-up.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

Built = TypeVar("Built")


class IncompleteDefinition(ValueError):
    """A definition that cannot be used. ``where`` names the file, ``problems`` says all that is missing."""

    def __init__(self, where: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{where}: " + "; ".join(problems))
        self.where = where
        self.problems = problems


@dataclass(frozen=True)
class Provenance:
    """Where a definition comes from: every tool names its edition, its source and its licence."""

    edition: str
    source: str
    licence: str


class Table:
    """One table of a TOML file. Every question that finds no proper answer notes a problem and goes on."""

    def __init__(self, content: Mapping[str, Any], path: str, problems: list[str]) -> None:
        self._content = content
        self._path = path
        self._asked: set[str] = set()
        self._parts: list[Table] = []
        self.problems = problems

    def _name(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def _take(self, key: str) -> Any:
        self._asked.add(key)
        return self._content.get(key)

    def note(self, problem: str) -> None:
        """Note a problem of this table as a whole."""
        self.problems.append(f"{self._path}: {problem}" if self._path else problem)

    def text(self, key: str) -> str:
        """Return a text that must be there and not blank."""
        value = self._take(key)
        if not isinstance(value, str) or not value.strip():
            self.problems.append(f"{self._name(key)} is missing")
            return ""
        return value.strip()

    def text_or(self, key: str, default: str = "") -> str:
        """Return a text that may be left out."""
        return self.text(key) if key in self._content else self._absent(key, default)

    def flag(self, key: str) -> bool:
        """Return true or false; left out means false."""
        value = self._take(key)
        if not isinstance(value, bool | None):
            self.problems.append(f"{self._name(key)} must be true or false")
        return value is True

    def has(self, key: str) -> bool:
        """Whether something stands under this key."""
        return key in self._content

    def number(self, key: str) -> float:
        """Return a number that must be there; 0 is one."""
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.problems.append(
                f"{self._name(key)} is missing" if value is None else self._no(key, "number")
            )
            return 0.0
        return value

    def number_or_none(self, key: str) -> float | None:
        """Return a number that may be left out."""
        if self.has(key):
            return self.number(key)
        self._asked.add(key)
        return None

    def whole(self, key: str) -> int:
        """Return a whole number that must be there; 0 is one."""
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int):
            said = f"{self._name(key)} is missing" if value is None else self._no(key, "whole number")
            self.problems.append(said)
            return 0
        return value

    def date_or_none(self, key: str) -> date | None:
        """Return a date that may be left out. TOML writes it without quotes."""
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            self.problems.append(self._no(key, "date"))
            return None
        return value

    def whole_numbers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers that must be there and may be empty."""
        value = self._take(key)
        if not isinstance(value, list):
            self.problems.append(f"{self._name(key)} is missing")
            return ()
        if not all(isinstance(item, int) and not isinstance(item, bool) for item in value):
            self.problems.append(f"{self._name(key)} has something that is no whole number")
            return ()
        return tuple(value)

    def keys(self) -> tuple[str, ...]:
        """Return every key of this table in the order of the file, for tables whose keys are data."""
        return tuple(self._content)

    def texts_or_empty(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that must be there and may be empty: nothing is said by leaving it out."""
        if self._content.get(key) == []:
            self._asked.add(key)
            return ()
        return self.texts(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of at least one text, none blank."""
        value = self._take(key)
        if not isinstance(value, list) or not value:
            self.problems.append(f"{self._name(key)} is missing")
            return ()
        if not all(isinstance(item, str) and item.strip() for item in value):
            self.problems.append(f"{self._name(key)} has a blank line")
            return ()
        return tuple(item.strip() for item in value)

    def table(self, key: str) -> Table:
        """Return a table that must be there."""
        value = self._take(key)
        if not isinstance(value, dict):
            self.problems.append(f"{self._name(key)} is missing")
            value = {}
        return self._part(value, self._name(key))

    def tables(self, key: str) -> list[Table]:
        """Return an array of at least one table."""
        value = self._take(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            self.problems.append(f"{self._name(key)} is missing")
            return []
        return [self._part(item, f"{self._name(key)}[{place}]") for place, item in enumerate(value, 1)]

    def tables_or_none(self, key: str) -> list[Table]:
        """Return an array of tables that may be left out."""
        return self.tables(key) if key in self._content else []

    def provenance(self) -> Provenance:
        """Return edition, source and licence, all three of which must be there."""
        return Provenance(self.text("edition"), self.text("source"), self.text("licence"))

    def finish(self) -> None:
        """Note every key that nobody asked for, here and in the tables inside.

        Most often a spelling mistake.
        """
        for key in self._content:
            if key not in self._asked:
                self.problems.append(f"{self._name(key)} is not known here")
        for part in self._parts:
            part.finish()

    def _part(self, content: Mapping[str, Any], path: str) -> Table:
        part = Table(content, path, self.problems)
        self._parts.append(part)
        return part

    def _no(self, key: str, kind: str) -> str:
        return f"{self._name(key)} is no {kind}"

    def _absent(self, key: str, default: str) -> str:
        self._asked.add(key)
        return default


def note_repeated(table: Table, what: str, keys: Iterable[str]) -> None:
    """Note each key that stands more than once."""
    for key, times in Counter(keys).items():
        if times > 1 and key:
            table.note(f"{what} {key!r} stands {times} times")


def read_definition(text: str, where: str, build: Callable[[Table], Built]) -> Built:
    """Parse TOML and build a definition from it.

    ``build`` asks the table for what it needs. Raises IncompleteDefinition with everything that is wrong.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise IncompleteDefinition(where, (f"cannot be read: {error}",)) from error
    problems: list[str] = []
    table = Table(content, "", problems)
    built = build(table)
    table.finish()
    if problems:
        raise IncompleteDefinition(where, tuple(problems))
    return built
