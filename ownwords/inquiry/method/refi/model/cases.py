"""Cases, variables and their values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VariableKind(StrEnum):
    """The six types of a variable."""

    TEXT = "Text"
    BOOLEAN = "Boolean"
    INTEGER = "Integer"
    FLOAT = "Float"
    DATE = "Date"
    DATETIME = "DateTime"


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable that cases and sources can have a value of."""

    guid: str
    name: str
    kind: VariableKind = VariableKind.TEXT
    description: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a variable as the file writes it; None is a value that is not given."""

    variable: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A case: a person, a group, a service. GUIDs of codes, sources and selections that belong to it."""

    guid: str
    name: str = ""
    description: str = ""
    codes: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    sources: tuple[str, ...] = ()
    selections: tuple[str, ...] = ()
