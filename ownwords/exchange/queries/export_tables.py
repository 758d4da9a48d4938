"""Tables of a room in the copy: every row about the person with all its columns and every version that was kept of it.

One query a table and one for its versions. What is left out of a table is named with the table, with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from ownwords.exchange.queries.export_plain import Row, events_of, row, version
from ownwords.people.models import Person


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a room.

    Attributes:
        way: from a row to the person.
        versions: whether earlier versions stand in each row.
        only: which of the rows are in the copy; all when left out.
    """

    model: type[Model]
    way: str = "person"
    order: tuple[str, ...] = ("id",)
    versions: bool = True
    only: Callable[[Person], Q] | None = None

    def rows(self, person: Person) -> QuerySet[Any]:
        """Return the rows of this table about a person, in a fixed order."""
        found = self.model._default_manager.filter(**{self.way: person}).order_by(*self.order)
        return found if self.only is None else found.filter(self.only(person))

    def plain_rows(self, person: Person) -> list[Row]:
        """Return the rows as plain data, each with its versions."""
        rows = self.rows(person)
        if not self.versions:
            return [row(one) for one in rows]
        events: dict[Any, list[Row]] = {}
        for event in events_of(self.model).filter(pgh_obj_id__in=rows.order_by().values("pk")):
            events.setdefault(event.pgh_obj_id, []).append(version(event))
        return [{**row(one), "versions": events.get(one.pk, [])} for one in rows]


def tables_of(person: Person, tables: Mapping[str, Table]) -> Row:
    """Return every table of a room as a list of plain rows."""
    return {name: table.plain_rows(person) for name, table in tables.items()}
