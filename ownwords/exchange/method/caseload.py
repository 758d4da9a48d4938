"""Reads a caseload export: a CSV file as services have them, into rows that are sound and rows that are not.

    reading = read_caseload(data, today=date.today())
    reading.match.unmatched      columns that are left out
    reading.sound, reading.bad   what can be imported, and what cannot with line, column, value and reason

Nothing raises, whatever the bytes. A ``fault`` means that the file as a whole cannot be used; then no row is
sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from ownwords.exchange.method import caseload_values as values
from ownwords.exchange.method.caseload_columns import Field, Match, find_header
from ownwords.exchange.method.caseload_decoding import (
    DELIMITERS,
    Decoded,
    decode,
    looks_like_another_file,
    stated_delimiter,
)
from ownwords.exchange.method.caseload_file import Limits, Record, records
from ownwords.exchange.method.caseload_values import BadValue, Reason
from ownwords.people.method.folding import fold
from ownwords.people.method.messages import gettext_noop
from ownwords.people.method.reference import EthnicCategory, Language, ethnic_categories, languages


class Fault(StrEnum):
    """Why a whole file cannot be used."""

    EMPTY = "empty"
    TOO_BIG = "too-big"
    ANOTHER_FILE = "another-file"
    NOT_TEXT = "not-text"
    NO_HEADER = "no-header"
    NO_NAME_COLUMN = "no-name-column"
    TOO_MANY_COLUMNS = "too-many-columns"
    TOO_MANY_ROWS = "too-many-rows"

    @property
    def message(self) -> str:
        """The fault as an English sentence."""
        return _FAULTS[self]


_FAULTS = {
    Fault.EMPTY: gettext_noop("The file is empty."),
    Fault.TOO_BIG: gettext_noop("The file is too big. Split it into parts."),
    Fault.ANOTHER_FILE: gettext_noop(
        "This is a spreadsheet, an archive or a document. Save it as CSV first."
    ),
    Fault.NOT_TEXT: gettext_noop("This is not a text file. Save it as CSV in UTF-8 first."),
    Fault.NO_HEADER: gettext_noop(
        "No row with column names was found. The first row must say what the columns are."
    ),
    Fault.NO_NAME_COLUMN: gettext_noop("There is no column with names."),
    Fault.TOO_MANY_COLUMNS: gettext_noop("The file has too many columns."),
    Fault.TOO_MANY_ROWS: gettext_noop("The file has too many rows. Split it into parts."),
}


@dataclass(frozen=True)
class SoundRow:
    """A row that can be imported. Empty texts and None mean that the export does not say.

    ``name`` is how the person wishes to be called as far as the export knows; ``nhs_number`` has ten figures;
    ``ethnicity`` and ``language`` are codes of the reference lists, or else the ``..._words`` hold what was
    written.
    """

    line: int
    name: str
    full_name: str = ""
    date_of_birth: date | None = None
    nhs_number: str = ""
    pronouns: str = ""
    phone: str = ""
    email: str = ""
    ethnicity: str = ""
    ethnicity_words: str = ""
    language: str = ""
    language_words: str = ""
    interpreter: bool | None = None
    team: str = ""
    care_coordinator: str = ""


@dataclass(frozen=True)
class BadRow:
    """Something that keeps a row out.

    ``value`` is shortened and safe to print; ``earlier_line`` names a twin.
    """

    line: int
    column: str
    value: str
    reason: Reason
    earlier_line: int | None = None


@dataclass(frozen=True)
class Reading:
    """All that a file holds. ``blank`` counts rows without any content."""

    encoding: str = ""
    match: Match | None = None
    sound: tuple[SoundRow, ...] = ()
    bad: tuple[BadRow, ...] = ()
    blank: int = 0
    fault: Fault | None = None

    @property
    def bad_lines(self) -> tuple[int, ...]:
        """The lines that are left out, each once."""
        return tuple(dict.fromkeys(row.line for row in self.bad))


Outcome = SoundRow | tuple[BadRow, ...] | None


def read_caseload(data: bytes, *, today: date, limits: Limits | None = None) -> Reading:
    """Read a whole file. Never raises; ``today`` decides which dates of birth lie in the future."""
    limits = limits or Limits()
    decoded, match, fault = open_caseload(data, limits)
    if match is None or fault:
        return Reading(encoding=decoded.encoding, match=match, fault=fault)
    sound: list[SoundRow] = []
    bad: list[BadRow] = []
    blank = 0
    for count, outcome in enumerate(read_rows(decoded, match, today=today, limits=limits), 1):
        if count > limits.max_rows:
            return Reading(decoded.encoding, match, fault=Fault.TOO_MANY_ROWS)
        if isinstance(outcome, SoundRow):
            sound.append(outcome)
        else:
            bad.extend(outcome or ())
            blank += outcome is None
    return Reading(decoded.encoding, match, tuple(sound), tuple(bad), blank)


def open_caseload(data: bytes, limits: Limits) -> tuple[Decoded, Match | None, Fault | None]:
    """Decode a file and find its header, or say what is wrong with the file as a whole."""
    nothing = Decoded((), "")
    if len(data) > limits.max_bytes:
        return nothing, None, Fault.TOO_BIG
    if looks_like_another_file(data):
        return nothing, None, Fault.ANOTHER_FILE
    decoded = decode(data)
    if not any(line.strip("\ufeff \t\r\n") for line in decoded.lines):
        return decoded, None, Fault.EMPTY
    stated = stated_delimiter(decoded.lines)
    match = find_header(decoded.lines, (stated,) if stated else DELIMITERS, limits)
    return decoded, match, _file_fault(decoded, match, limits)


def _file_fault(decoded: Decoded, match: Match | None, limits: Limits) -> Fault | None:
    looked_at = decoded.lines[match.line - 1 : match.line] if match else decoded.lines[:10]
    if any("\0" in line for line in looked_at):  # as in UTF-16 without a byte order mark
        return Fault.NOT_TEXT
    if match is None:
        return Fault.NO_HEADER
    if len(match.columns) > limits.max_columns:
        return Fault.TOO_MANY_COLUMNS
    return None if match.has_name else Fault.NO_NAME_COLUMN


def read_rows(decoded: Decoded, match: Match, *, today: date, limits: Limits) -> Iterator[Outcome]:
    """Yield for each record below the header a sound row, what is wrong with it, or None for a blank one."""
    seen = _Seen()
    cut = bool(decoded.lines) and not decoded.lines[-1].endswith(("\n", "\r"))
    for record in records(decoded.lines, match.delimiter, limits):
        if record.line > match.line:
            yield _read_record(record, match, today, limits, seen, cut and record.at_end)


def _read_record(
    record: Record, match: Match, today: date, limits: Limits, seen: _Seen, cut: bool
) -> Outcome:
    if record.cells is None:
        return (BadRow(record.line, "", "", Reason.QUOTES),)
    if not any(cell.strip() for cell in record.cells):
        return None
    wide = len(match.columns)
    extra = [cell for cell in record.cells[wide:] if cell.strip()]
    if extra:
        return (BadRow(record.line, "", values.shown(extra[0]), Reason.MORE_CELLS),)
    if cut and len(record.cells) < wide:
        return (BadRow(record.line, "", values.shown(record.cells[-1]), Reason.CUT_OFF),)
    row = _Row(record, match, today, limits)
    return tuple(row.bad) if row.bad else seen.check(row.sound(), row)


@dataclass
class _Row:
    """One record while its cells are read."""

    record: Record
    match: Match
    today: date
    limits: Limits
    cells: dict[Field, str] = field(default_factory=dict)
    headings: dict[Field, str] = field(default_factory=dict)
    bad: list[BadRow] = field(default_factory=list)
    date_of_birth: date | None = None
    nhs_number: str = ""
    interpreter: bool | None = None

    def __post_init__(self) -> None:
        written = self.record.cells or ()
        for column in self.match.matched:
            if column.field and column.place <= len(written):
                self.headings[column.field] = column.heading
                self._take(column.field, written[column.place - 1])
        if not self.bad and not self._names()[0]:
            self.bad.append(BadRow(self.record.line, "", "", Reason.NO_NAME))

    def _take(self, kind: Field, cell: str) -> None:
        text = " ".join(cell.split())
        try:
            values.check_letters(cell, self.limits.max_cell)
            if kind not in _NAMES and values.means_nothing(text):
                return
            self.cells[kind] = text
            self._understand(kind, text)
        except BadValue as error:
            self.bad.append(BadRow(self.record.line, self.headings[kind], values.shown(cell), error.reason))

    def _understand(self, kind: Field, text: str) -> None:
        if kind is Field.DATE_OF_BIRTH:
            self.date_of_birth = values.read_date(text, self.today)
        elif kind is Field.NHS_NUMBER:
            self.nhs_number = values.read_nhs_number(text)
        elif kind is Field.INTERPRETER:
            self.interpreter = values.read_interpreter(text)
        elif kind is Field.EMAIL:
            values.read_email(text)

    def _names(self) -> tuple[str, str]:
        """Return the name to call the person by, and the full name."""
        get = self.cells.get
        first, last, known = get(Field.FIRST_NAME, ""), get(Field.LAST_NAME, ""), get(Field.KNOWN_AS, "")
        full = " ".join(part for part in (first, last) if part) or values.read_full_name(
            get(Field.FULL_NAME, "")
        )
        if known and last and fold(last) not in fold(known):
            known = f"{known} {last}"
        return known or full, full

    def sound(self) -> SoundRow:
        """Return the row; only to be asked where nothing is bad."""
        name, full_name = self._names()
        ethnicity, language = self.cells.get(Field.ETHNICITY, ""), self.cells.get(Field.LANGUAGE, "")
        category, tongue = _category(ethnicity), _language(language)
        return SoundRow(
            line=self.record.line,
            name=name,
            full_name=full_name,
            date_of_birth=self.date_of_birth,
            nhs_number=self.nhs_number,
            pronouns=self.cells.get(Field.PRONOUNS, ""),
            phone=self.cells.get(Field.PHONE, ""),
            email=self.cells.get(Field.EMAIL, ""),
            ethnicity=category.code if category else "",
            ethnicity_words="" if category or ethnicity == "99" else ethnicity,
            language=tongue.code if tongue else "",
            language_words="" if tongue else language,
            interpreter=self.interpreter,
            team=self.cells.get(Field.TEAM, ""),
            care_coordinator=self.cells.get(Field.CARE_COORDINATOR, ""),
        )


@lru_cache(maxsize=1000)
def _category(text: str) -> EthnicCategory | None:
    return ethnic_categories().recognise(text)


@lru_cache(maxsize=1000)
def _language(text: str) -> Language | None:
    return languages().recognise(text)


_NAMES = frozenset((Field.KNOWN_AS, Field.FIRST_NAME, Field.LAST_NAME, Field.FULL_NAME))


class _Seen:
    """The people of earlier rows, so that nobody stands in one file twice."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._births: dict[tuple[str, date], list[tuple[int, str]]] = {}

    def check(self, row: SoundRow, read: _Row) -> Outcome:
        """Return the row, or what makes it a twin of an earlier one."""
        if row.nhs_number and (line := self._numbers.get(row.nhs_number)):
            column = read.headings[Field.NHS_NUMBER]
            return (BadRow(row.line, column, values.shown(row.nhs_number), Reason.SAME_NHS_NUMBER, line),)
        if line := self._same_birth(row):
            return (BadRow(row.line, "", values.shown(row.name), Reason.SAME_NAME_AND_BIRTH, line),)
        self._remember(row)
        return row

    def _same_birth(self, row: SoundRow) -> int | None:
        """Two different NHS numbers mean two people, even with one name and one birthday."""
        if row.date_of_birth is None:
            return None
        earlier = self._births.get((_key(row), row.date_of_birth), [])
        return next((line for line, number in earlier if not (number and row.nhs_number)), None)

    def _remember(self, row: SoundRow) -> None:
        if row.nhs_number:
            self._numbers[row.nhs_number] = row.line
        if row.date_of_birth:
            self._births.setdefault((_key(row), row.date_of_birth), []).append((row.line, row.nhs_number))


def _key(row: SoundRow) -> str:
    return " ".join(sorted(fold(row.full_name or row.name).split())) or row.name
