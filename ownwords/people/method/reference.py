"""Reference lists about people: ethnic categories, information needs, languages.

The lists are data (``people/data/*.toml``), each with source, licence and edition. Labels are English message
ids: pages pass them through gettext. ``parse_...`` is pure; the functions without prefix read the packaged
file once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypeVar

from ownwords.people.method.definition_file import Provenance, Table, note_repeated, read_definition
from ownwords.people.method.folding import fold

Built = TypeVar("Built")


@dataclass(frozen=True)
class EthnicCategory:
    """One national code. ``group`` is the key of the one group that the category belongs to."""

    code: str
    label: str
    group: str


@dataclass(frozen=True)
class EthnicGroup:
    """A group of categories, for headings and for counting."""

    key: str
    label: str


@dataclass(frozen=True)
class EthnicCategories:
    """The national list; beside it a person may always use own words instead."""

    provenance: Provenance
    own_words: str
    groups: tuple[EthnicGroup, ...]
    categories: tuple[EthnicCategory, ...]

    def by_code(self, code: str) -> EthnicCategory | None:
        """Return the category of a code, or None."""
        return next((category for category in self.categories if category.code == code), None)

    def of_group(self, key: str) -> tuple[EthnicCategory, ...]:
        """Return the categories of a group, in the order of the list."""
        return tuple(category for category in self.categories if category.group == key)

    def recognise(self, text: str) -> EthnicCategory | None:
        """Return the category that a cell of an export names, by code or by label, or None.

        A code may carry a second character for local use ("A1"), a label its group ("White - British").
        """
        wanted = fold(text)
        local = (
            wanted[:1].upper() if 1 <= len(wanted) <= 2 and wanted.isascii() and wanted[:1].isalpha() else ""
        )
        if local:
            return self.by_code(local)
        names = {group.key: fold(group.label) for group in self.groups}
        found = [
            category
            for category in self.categories
            if wanted in (fold(category.label), f"{names[category.group]} {fold(category.label)}")
        ]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class Need:
    """One information or communication need; ``key`` is what is kept, ``label`` what is shown."""

    key: str
    label: str
    hint: str = ""


@dataclass(frozen=True)
class NeedGroup:
    """One of the four kinds of need."""

    key: str
    label: str
    needs: tuple[Need, ...]


@dataclass(frozen=True)
class Needs:
    """All needs to choose from, and the label under which a person writes their own."""

    provenance: Provenance
    own_words: str
    groups: tuple[NeedGroup, ...]

    def by_key(self, key: str) -> Need | None:
        """Return the need of a key, or None."""
        return next((need for group in self.groups for need in group.needs if need.key == key), None)


@dataclass(frozen=True)
class Language:
    """A language: its code (ISO 639), its English name, and its name in itself."""

    code: str
    label: str
    own_name: str


@dataclass(frozen=True)
class Languages:
    """A short list to choose from, and the label under which a person writes another."""

    provenance: Provenance
    own_words: str
    languages: tuple[Language, ...]

    def by_code(self, code: str) -> Language | None:
        """Return the language of a code, or None."""
        return next((language for language in self.languages if language.code == code), None)

    def recognise(self, text: str) -> Language | None:
        """Return the language that a text names by code, English name or own name, or None."""
        wanted = fold(text)
        for language in self.languages:
            if wanted and wanted in (language.code, fold(language.label), fold(language.own_name)):
                return language
        return None


def parse_ethnic_categories(text: str, where: str = "ethnicity.toml") -> EthnicCategories:
    """Build the list from TOML. Raises IncompleteDefinition."""
    return read_definition(text, where, _ethnic_categories)


def parse_needs(text: str, where: str = "needs.toml") -> Needs:
    """Build the needs from TOML. Raises IncompleteDefinition."""
    return read_definition(text, where, _needs)


def parse_languages(text: str, where: str = "languages.toml") -> Languages:
    """Build the languages from TOML. Raises IncompleteDefinition."""
    return read_definition(text, where, _languages)


def _ethnic_categories(table: Table) -> EthnicCategories:
    groups = tuple(EthnicGroup(row.text("key"), row.text("label")) for row in table.tables("groups"))
    categories = tuple(
        EthnicCategory(row.text("code"), row.text("label"), row.text("group"))
        for row in table.tables("categories")
    )
    note_repeated(table, "code", (category.code for category in categories))
    note_repeated(table, "group", (group.key for group in groups))
    known, used = {group.key for group in groups}, {category.group for category in categories}
    for key in sorted(known ^ used):
        table.note(f"group {key!r} must have a label and at least one category")
    return EthnicCategories(table.provenance(), table.text("own_words"), groups, categories)


def _needs(table: Table) -> Needs:
    groups = tuple(
        NeedGroup(
            row.text("key"),
            row.text("label"),
            tuple(
                Need(need.text("key"), need.text("label"), need.text_or("hint"))
                for need in row.tables("needs")
            ),
        )
        for row in table.tables("groups")
    )
    note_repeated(table, "group", (group.key for group in groups))
    note_repeated(table, "need", (need.key for group in groups for need in group.needs))
    return Needs(table.provenance(), table.text("own_words"), groups)


def _languages(table: Table) -> Languages:
    rows = tuple(
        Language(row.text("code"), row.text("label"), row.text("own_name"))
        for row in table.tables("languages")
    )
    note_repeated(table, "code", (row.code for row in rows))
    note_repeated(table, "label", (row.label for row in rows))
    return Languages(table.provenance(), table.text("own_words"), rows)


def _packaged(name: str, parse: Callable[[str, str], Built]) -> Built:
    text = resources.files("ownwords.people.data").joinpath(name).read_text(encoding="utf-8")
    return parse(text, f"people/data/{name}")


@cache
def ethnic_categories() -> EthnicCategories:
    """Return the packaged list of ethnic categories."""
    return _packaged("ethnicity.toml", parse_ethnic_categories)


@cache
def needs() -> Needs:
    """Return the packaged information and communication needs."""
    return _packaged("needs.toml", parse_needs)


@cache
def languages() -> Languages:
    """Return the packaged languages."""
    return _packaged("languages.toml", parse_languages)


def message_ids() -> tuple[str, ...]:
    """Return every label of the lists, for the message extractor."""
    ethnic, need, language = ethnic_categories(), needs(), languages()
    texts = [ethnic.own_words, need.own_words, language.own_words]
    texts += [group.label for group in ethnic.groups] + [category.label for category in ethnic.categories]
    for group in need.groups:
        texts += [group.label, *(part for row in group.needs for part in (row.label, row.hint) if part)]
    texts += [row.label for row in language.languages]
    return tuple(dict.fromkeys(texts))
