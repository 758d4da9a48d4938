"""What a copy holds of connections: the map with its copies, ties with every view, steps, and what was suggested."""

from __future__ import annotations

from collections.abc import Mapping

from ownwords.connections.models import (
    ConnectingStep,
    Explained,
    Interest,
    MapCopy,
    MapCopyItem,
    MapCopyLink,
    MapHelper,
    MapItem,
    MapLink,
    MapStep,
    MapSuggestion,
    PersonMap,
    Readiness,
    Tie,
    TieView,
)
from ownwords.exchange.queries.export_plain import Row
from ownwords.exchange.queries.export_tables import Table, tables_of
from ownwords.people.models import Person

#: The tables of the room, in the order of the copy.
TABLES: Mapping[str, Table] = {
    "map": Table(PersonMap, order=("person_id",)),
    "items": Table(MapItem),
    "links": Table(MapLink),
    "steps_of_drawing": Table(MapStep, order=("number",), versions=False),
    "copies": Table(MapCopy),
    "copy_items": Table(MapCopyItem, "copy__person", ("copy_id", "id"), versions=False),
    "copy_links": Table(MapCopyLink, "copy__person", ("copy_id", "id"), versions=False),
    "asked_to_draw": Table(MapHelper),
    "suggestions": Table(MapSuggestion),
    "ties": Table(Tie),
    "views": Table(TieView, order=("tie_id", "id")),
    "readiness": Table(Readiness),
    "explained": Table(Explained),
    "steps": Table(ConnectingStep),
    "interests": Table(Interest),
}


def connections_of(person: Person) -> Row:
    """Return every table of the room as a list of rows with their versions."""
    return tables_of(person, TABLES)
