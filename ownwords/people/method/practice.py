"""Elements of practice: what findings, and other rooms, may speak to. Data with a version, in words of our own.

An element is known by its key for ever; its UUID is made from the key, so that links to it hold wherever the program
runs. None is better or more than another: there is no order, no level and nothing to add up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from uuid import UUID, uuid5

from ownwords.people.method.definition_file import Provenance, Table, note_repeated, read_definition

#: Never changed: every link to an element rests on it.
NAMESPACE = UUID("4f0c7f0a-6f0b-5d7e-9c39-6a1f5a1c2b70")
MOST_NAME, MOST_SAYS = 80, 200
_KEY = re.compile(r"[a-z][a-z-]{2,39}")
_DOI = re.compile(r"10\.\d{4,9}/\S+")


@dataclass(frozen=True, slots=True)
class Publication:
    """What an element follows: authors and place, the year, and its DOI where it is known ("" where not)."""

    words: str
    year: int
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that belong together. ``name`` is an English message id."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Element:
    """One element of practice. ``name`` and ``says`` (one sentence) are English message ids."""

    key: str
    uuid: UUID
    group: str
    name: str
    says: str
    follows: Publication | None


@dataclass(frozen=True, slots=True)
class Practice:
    """All elements of one version, in the order in which they are shown, and their groups."""

    version: str
    provenance: Provenance
    groups: tuple[Group, ...]
    elements: tuple[Element, ...]

    def of_group(self, key: str) -> tuple[Element, ...]:
        """Return the elements of one group in their order; none for a group that there is not."""
        return tuple(one for one in self.elements if one.group == key)

    def named(self, ids: set[UUID]) -> tuple[Element, ...]:
        """Return the elements with these ids in their order; an id that is none of theirs is left out."""
        return tuple(one for one in self.elements if one.uuid in ids)


def element_id(key: str) -> UUID:
    """Return the UUID of an element, the same wherever and whenever it is asked for."""
    return uuid5(NAMESPACE, key)


def read_practice(text: str, where: str) -> Practice:
    """Return the elements from TOML. Raises IncompleteDefinition with everything that is wrong."""
    return read_definition(text, where, _practice)


@cache
def practice() -> Practice:
    """Return the elements that come with the program, read once."""
    file = resources.files("ownwords.people").joinpath("data").joinpath("practice_elements.toml")
    return read_practice(file.read_text(encoding="utf-8"), "people/data/practice_elements.toml")


def _practice(table: Table) -> Practice:
    groups = tuple(Group(one.text("key"), one.text("name")) for one in table.tables("groups"))
    parts = table.tables("elements")
    made = Practice(
        table.text("version"), table.provenance(), groups, tuple(_element(part, groups) for part in parts)
    )
    note_repeated(table, "groups", (one.key for one in groups))
    note_repeated(table, "elements", (one.key for one in made.elements))
    note_repeated(table, "names", (one.name for one in made.elements))
    for group in groups:
        if not made.of_group(group.key):
            table.note(f"group {group.key!r} has no element")
    return made


def _element(part: Table, groups: tuple[Group, ...]) -> Element:
    key, name, says, group = (part.text(one) for one in ("key", "name", "says", "group"))
    if key and not _KEY.fullmatch(key):
        part.note(f"{key!r} is no key: three to forty small letters and hyphens")
    if group and group not in {one.key for one in groups}:
        part.note(f"{group!r} is no group")
    if len(name) > MOST_NAME or len(says) > MOST_SAYS or (says and not says.endswith(".")):
        part.note("the name or the sentence is too long, or the sentence has no end")
    return Element(key, element_id(key), group, name, says, _follows(part))


def _follows(part: Table) -> Publication | None:
    """Return the publication; a year or a DOI without one says nothing, and one without its year is not found."""
    if not any(part.has(key) for key in ("source", "year", "doi")):
        return None
    found = Publication(part.text("source"), part.whole("year"), part.text_or("doi"))
    if found.year and not 1900 <= found.year <= 2100:
        part.note(f"{found.year} is no year of a publication")
    if found.doi and not _DOI.fullmatch(found.doi):
        part.note(f"{found.doi!r} is no DOI")
    return found
