"""Reading the table of postcode districts that a site supplies: one district a row, with its middle."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from ownwords.connections.method.places import (
    Point,
    district_of,
    grid_to_point,
    is_northern_ireland,
    is_point,
    on_grid,
)

POINT = ("latitude", "longitude")
GRID = ("easting", "northing")
MOST_ROWS = 20_000
_NUMBER = re.compile(r"[+-]?\d{1,7}(?:\.\d{1,15})?")


@dataclass(frozen=True, slots=True)
class District:
    """A postcode district and the point that stands for it."""

    district: str
    point: Point


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used: its line in the file, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds. ``fault`` says why none of it can be used."""

    districts: tuple[District, ...] = ()
    bad: tuple[BadRow, ...] = ()
    fault: str = ""


def read_table(text: str) -> Table:
    """Read CSV with the columns district, latitude, longitude, or district, easting, northing (metres, GB grid).

    Whole postcodes are no districts and are refused: a table of them would say where people live. Of two rows of one
    district the first counts.
    """
    try:
        rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    except csv.Error as error:
        return Table(fault=f"This is no CSV: {error}.")
    head = [cell.strip().casefold() for cell in rows[0]] if rows else []
    pair = next((pair for pair in (POINT, GRID) if set(pair) <= set(head)), None)
    if "district" not in head or pair is None:
        return Table(
            fault="The first line must name district, and latitude and longitude or easting and northing."
        )
    if len(rows) > MOST_ROWS:
        return Table(fault=f"There are more than {MOST_ROWS:,} rows; no table of districts has so many.")
    at = tuple(head.index(name) for name in ("district", *pair))
    found: dict[str, District] = {}
    bad = tuple(_bad_rows(rows, at, pair, found))
    return Table(tuple(found.values()), bad, "" if found else "No row can be used.")


def _bad_rows(
    rows: Iterable[list[str]], at: tuple[int, ...], pair: tuple[str, str], found: dict[str, District]
) -> Iterator[BadRow]:
    """Fill ``found``; yield what is wrong with the others."""
    for line, row in enumerate(rows, 1):
        if line == 1 or not any(cell.strip() for cell in row):
            continue
        read = _row([row[place].strip() if place < len(row) else "" for place in at], pair)
        if isinstance(read, str):
            yield BadRow(line, read)
        elif read.district in found:
            yield BadRow(line, f"{read.district} stands here twice; the first counts.")
        else:
            found[read.district] = read


def _row(cells: list[str], pair: tuple[str, str]) -> District | str:
    """Return a district, or why there is none."""
    typed = cells[0].upper().replace(" ", "")
    district = district_of(typed)
    if district is None:
        return "The district cannot be read; it looks like BD1 or SW1A."
    if district != typed:
        return "This is a whole postcode; only its district belongs here."
    if not all(_NUMBER.fullmatch(cell) for cell in cells[1:]):
        return f"{pair[0].capitalize()} and {pair[1]} must be numbers."
    one, other = float(cells[1]), float(cells[2])
    if pair == GRID:
        return _on_grid(district, one, other)
    if not is_point(one, other) or (one, other) == (0.0, 0.0):
        return "This point is not on the globe, or is 0, 0."
    return District(district, Point(one, other))


def _on_grid(district: str, easting: float, northing: float) -> District | str:
    if is_northern_ireland(district):
        return "Northern Ireland has a grid of its own. Give latitude and longitude for BT districts."
    if not on_grid(easting, northing):
        return "This is not on the grid of Great Britain."
    return District(district, grid_to_point(easting, northing))
