"""Which column of an export is which of our fields.

The header row is found by the names that services use for these things; what is not recognised is left out
and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ownwords.exchange.method.caseload_file import Limits, Record, records
from ownwords.people.method.folding import fold
from ownwords.people.method.messages import gettext_noop

#: Exports often begin with a title or a date; the header is looked for in this many records.
HEADER_WITHIN = 10


class Field(StrEnum):
    """What we keep about a person from an export."""

    KNOWN_AS = "known_as"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    FULL_NAME = "full_name"
    DATE_OF_BIRTH = "date_of_birth"
    NHS_NUMBER = "nhs_number"
    PRONOUNS = "pronouns"
    PHONE = "phone"
    EMAIL = "email"
    ETHNICITY = "ethnicity"
    LANGUAGE = "language"
    INTERPRETER = "interpreter"
    TEAM = "team"
    CARE_COORDINATOR = "care_coordinator"

    @property
    def label(self) -> str:
        """The field's name as an English message id."""
        return _LABELS[self]


_LABELS = {
    Field.KNOWN_AS: gettext_noop("Name the person likes to be called"),
    Field.FIRST_NAME: gettext_noop("First name"),
    Field.LAST_NAME: gettext_noop("Last name"),
    Field.FULL_NAME: gettext_noop("Full name"),
    Field.DATE_OF_BIRTH: gettext_noop("Date of birth"),
    Field.NHS_NUMBER: gettext_noop("NHS number"),
    Field.PRONOUNS: gettext_noop("Pronouns"),
    Field.PHONE: gettext_noop("Phone"),
    Field.EMAIL: gettext_noop("Email"),
    Field.ETHNICITY: gettext_noop("Ethnicity"),
    Field.LANGUAGE: gettext_noop("Language"),
    Field.INTERPRETER: gettext_noop("Interpreter"),
    Field.TEAM: gettext_noop("Team"),
    Field.CARE_COORDINATOR: gettext_noop("Care co-ordinator"),
}

#: Names of columns, in order of preference, as services write them.
SYNONYMS: dict[Field, tuple[str, ...]] = {
    Field.KNOWN_AS: ("known as", "preferred name", "likes to be called", "prefers to be called", "alias"),
    Field.FIRST_NAME: ("first name", "first names", "forename", "forenames", "given name", "given names"),
    Field.LAST_NAME: ("last name", "surname", "family name", "second name"),
    Field.FULL_NAME: ("full name", "name", "patient name", "client name", "person", "patient", "client"),
    Field.DATE_OF_BIRTH: ("date of birth", "dob", "d o b", "birth date", "birthdate", "born", "birthday"),
    Field.NHS_NUMBER: ("nhs number", "nhs no", "nhs num", "nhs", "nhs id", "nhs number verified"),
    Field.PRONOUNS: ("pronouns", "pronoun", "preferred pronouns"),
    Field.PHONE: (
        "phone", "phone number", "telephone", "telephone number", "tel", "tel no", "mobile", "mobile number",
        "mobile phone", "mobile no", "contact number", "home phone", "home telephone",
    ),
    Field.EMAIL: ("email", "e mail", "email address", "e mail address"),
    Field.ETHNICITY: ("ethnicity", "ethnic category", "ethnic group", "ethnic origin", "ethnic code"),
    Field.LANGUAGE: ("preferred language", "language", "first language", "main language", "spoken language"),
    Field.INTERPRETER: ("interpreter", "interpreter required", "interpreter needed", "needs interpreter"),
    Field.TEAM: ("team", "team name", "service", "current team"),
    Field.CARE_COORDINATOR: (
        "care co ordinator", "care coordinator", "care co ordinator name", "care coordinator name", "cco",
        "lead professional", "key worker", "keyworker", "named worker", "allocated worker", "worker",
    ),
}  # fmt: skip


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))


_FIELD_OF = {_squeeze(name): field for field, names in SYNONYMS.items() for name in names}


class LeftOut(StrEnum):
    """Why a column is not used."""

    UNKNOWN = "unknown"
    REPEATED = "repeated"
    NO_HEADING = "no-heading"

    @property
    def message(self) -> str:
        """The reason as an English sentence."""
        return _LEFT_OUT[self]


_LEFT_OUT = {
    LeftOut.UNKNOWN: gettext_noop("We have no place for this."),
    LeftOut.REPEATED: gettext_noop("An earlier column is used for this already."),
    LeftOut.NO_HEADING: gettext_noop("It has no heading."),
}


@dataclass(frozen=True)
class Column:
    """A column of the file.

    Its place from 1, its heading as written, and what it is used for or why it is not.
    """

    place: int
    heading: str
    field: Field | None
    left_out: LeftOut | None = None


@dataclass(frozen=True)
class Match:
    """The header row and what each of its columns is. ``line`` is its physical line."""

    line: int
    delimiter: str
    columns: tuple[Column, ...]

    @property
    def matched(self) -> tuple[Column, ...]:
        """The columns that are used."""
        return tuple(column for column in self.columns if column.field)

    @property
    def unmatched(self) -> tuple[Column, ...]:
        """The columns that are left out."""
        return tuple(column for column in self.columns if not column.field)

    @property
    def has_name(self) -> bool:
        """Whether any column can give a name."""
        names = {Field.KNOWN_AS, Field.FIRST_NAME, Field.LAST_NAME, Field.FULL_NAME}
        return any(column.field in names for column in self.matched)


def match_header(cells: Sequence[str], line: int = 1, delimiter: str = ",") -> Match:
    """Return what each heading stands for. The first column for a field wins; later ones are left out.

    >>> [column.field.value for column in match_header(["Surname", "D.O.B.", "Shoe size"]).matched]
    ['last_name', 'date_of_birth']
    """
    taken: set[Field] = set()
    columns = []
    for place, heading in enumerate(cells, 1):
        found = _FIELD_OF.get(_squeeze(heading))
        if found and found not in taken:
            columns.append(Column(place, heading.strip(), found))
            taken.add(found)
        else:
            columns.append(Column(place, heading.strip(), None, _why_left_out(heading, found)))
    return Match(line, delimiter, tuple(columns))


def _why_left_out(heading: str, found: Field | None) -> LeftOut:
    if found:
        return LeftOut.REPEATED
    return LeftOut.UNKNOWN if heading.strip() else LeftOut.NO_HEADING


def find_header(lines: Sequence[str], delimiters: Iterable[str], limits: Limits) -> Match | None:
    """Return the best header among the first records, or None.

    Most fields recognised, then most columns, then first.
    """
    best: Match | None = None
    for delimiter in delimiters:
        for record in _first(lines, delimiter, limits):
            match = match_header(record.cells or (), record.line, delimiter)
            if match.matched and (best is None or _weight(match) > _weight(best)):
                best = match
    return best


def _first(lines: Sequence[str], delimiter: str, limits: Limits) -> list[Record]:
    # A cut of the lines is enough: no record reaches further than this.
    return [
        record
        for record, _ in zip(records(lines[:600], delimiter, limits), range(HEADER_WITHIN), strict=False)
    ]


def _weight(match: Match) -> tuple[int, int]:
    return len(match.matched), len(match.columns)
