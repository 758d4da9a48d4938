"""The templates of personal lines that come with the program, read once and checked on reading."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

from ownwords.measures.method.definitions import Direction
from ownwords.measures.method.packaged import by_key
from ownwords.measures.method.templates import Level, Slot, Template, Together
from ownwords.people.method.definition_file import (
    Table,
    note_repeated,
    read_definition,
)

Known = TypeVar("Known", bound=StrEnum)


def read_template(text: str, where: str) -> Template:
    """Return a template from TOML. Raises IncompleteDefinition with everything that is wrong."""
    return read_definition(text, where, _build)


@cache
def templates() -> Mapping[str, Template]:
    """Return the templates that come with the program, by key, in the order of their files."""
    return by_key("templates", read_template)


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
