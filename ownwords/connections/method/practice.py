"""The areas of a practice check, and how long a contact in the community counts as recent: data with a version.

A check has no total and no level, and it is no fidelity scale: there is nothing here that adds values up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from ownwords.people.method.definition_file import Provenance, Table, note_repeated, read_definition

MOST_KEY, MOST_LABEL, MOST_VERSION = 40, 300, 20


@dataclass(frozen=True, slots=True)
class Area:
    """One area: ``key`` is kept, ``label`` is rated, ``prompt`` asks for the example. English message ids."""

    key: str
    label: str
    prompt: str


@dataclass(frozen=True, slots=True)
class PracticeAreas:
    """All areas of one version. Values run from ``low`` to ``high``, both included; only the ends have words."""

    version: str
    provenance: Provenance
    low: int
    high: int
    low_words: str
    high_words: str
    statement: str
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Recency:
    """After how many days without contact a place is worth asking again, and where that number comes from."""

    version: str
    provenance: Provenance
    stale_after_days: int


def read_areas(text: str, where: str) -> PracticeAreas:
    """Return the areas from TOML. Raises IncompleteDefinition with everything that is wrong."""
    return read_definition(text, where, _areas)


def read_recency(text: str, where: str) -> Recency:
    """Return the limit from TOML. Raises IncompleteDefinition with everything that is wrong."""
    return read_definition(text, where, _recency)


@cache
def practice_areas() -> PracticeAreas:
    """Return the areas that come with the program, read once."""
    return read_areas(_packaged("practice.toml"), "connections/data/practice.toml")


@cache
def recency() -> Recency:
    """Return the limit that comes with the program, read once."""
    return read_recency(_packaged("community.toml"), "connections/data/community.toml")


def _packaged(name: str) -> str:
    return resources.files("ownwords.connections").joinpath("data").joinpath(name).read_text(encoding="utf-8")


def _areas(table: Table) -> PracticeAreas:
    areas = tuple(
        Area(one.text("key"), one.text("label"), one.text("prompt")) for one in table.tables("areas")
    )
    made = PracticeAreas(
        version=table.text("version"),
        provenance=table.provenance(),
        low=table.whole("low"),
        high=table.whole("high"),
        low_words=table.text("low_words"),
        high_words=table.text("high_words"),
        statement=table.text("statement"),
        areas=areas,
    )
    note_repeated(table, "areas", (area.key for area in areas))
    if (made.low, made.high) != (1, 9):
        table.note("values run from 1 to 9")
    if len(made.version) > MOST_VERSION:
        table.note(f"version has more than {MOST_VERSION} characters")
    for area in areas:
        if len(area.key) > MOST_KEY or len(area.label) > MOST_LABEL:
            table.note(f"areas {area.key!r}: the key or the label is too long to be kept")
    return made


def _recency(table: Table) -> Recency:
    made = Recency(table.text("version"), table.provenance(), table.whole("stale_after_days"))
    if made.stale_after_days < 1:
        table.note("stale_after_days must be at least 1")
    return made
