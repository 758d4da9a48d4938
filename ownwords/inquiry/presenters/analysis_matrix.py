"""The matrix in words: what its columns are called and what each cell is a share of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.queries.arrays_codes import InTree
from ownwords.inquiry.queries.matrix import Count, Table, Whole
from ownwords.inquiry.queries.matrix_columns import By, Of


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """A column: its key, its name, and what it holds in all."""

    key: str
    name: str
    holds: str
    whole: Whole


@dataclass(frozen=True, slots=True)
class Line:
    """One code with its cells in the order of the columns; None: nothing there."""

    code: InTree
    cells: Sequence[Count | None]


def offered(attributes: Sequence[tuple[By, str]]) -> list[tuple[str, str]]:
    """Return what one can ask for."""
    whose = {Of.PEOPLE: _("%(name)s, of people"), Of.TEXTS: _("%(name)s, of texts")}
    found = [(str(by), whose[by.of] % {"name": name}) for by, name in attributes]
    return [(str(By()), _("each text")), *found]


def column(found: Table, by: By, place: int) -> ColumnShown:
    """Return one column."""
    whole, name = found.wholes[place], found.columns.names[place] or _("not stated")
    holds = ""
    if by.of is Of.PEOPLE:
        holds = ngettext("%(num)s person", "%(num)s people", whole.units) % {"num": whole.units}
    if by.of is Of.TEXTS:
        holds = ngettext("%(num)s text", "%(num)s texts", whole.units) % {"num": whole.units}
    return ColumnShown(found.columns.keys[place], name, holds, whole)


def line(found: Table, code: InTree, places: Sequence[int]) -> Line:
    """Return one row."""
    return Line(code, [found.cells.get((code.id, place)) for place in places])


def flat(found: Table, tree: Sequence[InTree]) -> Iterator[tuple[Any, ...]]:
    """Give a row for each code and column, empty cells as 0; codes without any passage are left out."""
    used = {code for code, _place in found.cells}
    none = Count(0, 0, 0)
    for code in tree:
        if code.id not in used:
            continue
        for place, whole in enumerate(found.wholes):
            one = found.cells.get((code.id, place), none)
            name = found.columns.names[place] or _("not stated")
            yield code.label, name, one.codings, one.units, whole.units, one.words, whole.words
