"""Templates of personal lines: several lines begun together, with empty places for the person's own words.

A template holds structure alone: how many places there are, which scale they share, how what comes out of them is put
together and what that means. It holds no item text of any published instrument. A file that lacks its source, its
purpose or the meaning of its result is refused.

>>> sorted(templates())
['attainment', 'goals', 'list', 'problems']
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TypeVar

from ownwords.measures.method.definitions import Direction
from ownwords.people.method.definition_file import (
    IncompleteDefinition,
    Provenance,
    Table,
    note_repeated,
    read_definition,
)

Known = TypeVar("Known", bound=StrEnum)


class Together(StrEnum):
    """How what comes out of the lines of one template is put together."""

    EACH = "each"  # line by line; change over those rated at both ends, as "k of n lines"
    T_SCORE = "t_score"  # goal attainment scaling (``attainment.t_score``)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the scale that the person describes in their own words (goal attainment scaling)."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one line. ``label`` asks for it and is no item of an instrument; an empty place begins no line."""

    key: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """Lines that are begun together. Labels and sentences are English message ids."""

    key: str
    title: str
    purpose: str
    result: str
    provenance: Provenance
    together: Together
    low: int
    high: int
    direction: Direction
    low_words: str
    high_words: str
    slots: tuple[Slot, ...]
    levels: tuple[Level, ...] = ()
    weighted: bool = False

    def slot(self, key: str) -> Slot:
        """Return one place. Raises KeyError with the places there are."""
        for slot in self.slots:
            if slot.key == key:
                return slot
        raise KeyError(f"{self.key} has no place {key!r}; it has {', '.join(one.key for one in self.slots)}")


def read_template(text: str, where: str) -> Template:
    """Return a template from TOML. Raises IncompleteDefinition with everything that is wrong."""
    return read_definition(text, where, _build)


@cache
def templates() -> Mapping[str, Template]:
    """Return the templates that come with the program, by key, in the order of their files."""
    folder = resources.files("ownwords.measures").joinpath("data").joinpath("templates")
    found: dict[str, Template] = {}
    for file in sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda f: f.name):
        where = f"measures/data/templates/{file.name}"
        one = read_template(file.read_text(encoding="utf-8"), where)
        if file.name != f"{one.key}.toml":
            raise IncompleteDefinition(where, (f"its key is {one.key!r}, so it belongs in {one.key}.toml",))
        found[one.key] = one
    return MappingProxyType(found)


def _build(table: Table) -> Template:
    scale = table.table("scale")
    made = Template(
        key=table.text("key"),
        title=table.text("title"),
        purpose=table.text("purpose"),
        result=table.text("result"),
        provenance=table.provenance(),
        together=_one_of(Together, table, "together", Together.EACH),
        low=scale.whole("low"),
        high=scale.whole("high"),
        direction=_one_of(Direction, scale, "direction", Direction.UP),
        low_words=scale.text_or("low_words"),
        high_words=scale.text_or("high_words"),
        slots=tuple(
            Slot(one.text("key"), one.text("label"), one.text_or("hint")) for one in table.tables("slots")
        ),
        levels=tuple(Level(one.whole("value"), one.text("label")) for one in table.tables_or_none("levels")),
        weighted=table.flag("weighted"),
    )
    _check(table, made)
    return made


def _one_of(kind: type[Known], table: Table, key: str, instead: Known) -> Known:
    """Return the member of an enumeration that a table names; note a problem and go on with ``instead``."""
    said = table.text(key)
    known = [str(one) for one in kind]
    if said in known:
        return kind(said)
    table.note(f"{key} is {said!r}, and must be one of {', '.join(known)}")
    return instead


def _check(table: Table, made: Template) -> None:
    """Note what contradicts itself."""
    if made.low >= made.high:
        table.note("scale: the upper end must be above the lower end")
    note_repeated(table, "slot", (slot.key for slot in made.slots))
    values = [level.value for level in made.levels]
    if made.levels and values != list(range(made.low, made.high + 1)):
        table.note(f"levels: there must be one for each number from {made.low} to {made.high}, in order")
    if made.together is Together.T_SCORE and (made.low, made.high, bool(made.levels)) != (-2, 2, True):
        table.note("together: t_score needs five described levels from -2 to 2")
    if made.weighted and made.together is not Together.T_SCORE:
        table.note("weighted: only t_score uses weights")
