"""What the cells of a caseload export mean: dates, names, yes and no."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum

from ownwords.people.method import nhs_number
from ownwords.people.method.folding import fold
from ownwords.people.method.messages import gettext_noop
from ownwords.people.method.reference import languages

EARLIEST_YEAR = 1900


class Reason(StrEnum):
    """Why a cell or a row is left out.

    The message is English, without values in it, ready for translation.
    """

    NO_NAME = "no-name"
    UNREADABLE_LETTERS = "unreadable-letters"
    CONTROL_CHARACTERS = "control-characters"
    TOO_LONG = "too-long"
    QUOTES = "quotes"
    MORE_CELLS = "more-cells"
    CUT_OFF = "cut-off"
    NOT_A_DATE = "not-a-date"
    SHORT_YEAR = "short-year"
    NO_SUCH_DAY = "no-such-day"
    DAY_NUMBER = "day-number"
    IN_FUTURE = "in-future"
    TOO_EARLY = "too-early"
    NHS_CHARACTERS = "nhs-characters"
    NHS_LENGTH = "nhs-length"
    NHS_FILLER = "nhs-filler"
    NHS_CHECK_DIGIT = "nhs-check-digit"
    NOT_AN_EMAIL = "not-an-email"
    NOT_YES_OR_NO = "not-yes-or-no"
    SAME_NHS_NUMBER = "same-nhs-number"
    SAME_NAME_AND_BIRTH = "same-name-and-birth"

    @property
    def message(self) -> str:
        """The reason as an English sentence."""
        return _MESSAGES[self]


_MESSAGES = {
    Reason.NO_NAME: gettext_noop("There is no name in this row."),
    Reason.UNREADABLE_LETTERS: gettext_noop("Some letters cannot be read. Export the file again as UTF-8."),
    Reason.CONTROL_CHARACTERS: gettext_noop("There are invisible control characters in this cell."),
    Reason.TOO_LONG: gettext_noop("This is longer than fits."),
    Reason.QUOTES: gettext_noop("The quotation marks in this line do not match, or the line is too long."),
    Reason.MORE_CELLS: gettext_noop(
        "This row has more cells than there are columns: is a comma not in quotation marks?"
    ),
    Reason.CUT_OFF: gettext_noop("The file ends in the middle of this row."),
    Reason.NOT_A_DATE: gettext_noop("This is not a date. Write it as 1/2/1970 (day first) or 1970-02-01."),
    Reason.SHORT_YEAR: gettext_noop("Write the year with four figures."),
    Reason.NO_SUCH_DAY: gettext_noop("There is no such day."),
    Reason.DAY_NUMBER: gettext_noop(
        "This is a spreadsheet's day number. Show the column as dates and export again."
    ),
    Reason.IN_FUTURE: gettext_noop("This day has not come yet."),
    Reason.TOO_EARLY: gettext_noop("This is before 1900."),
    Reason.NHS_CHARACTERS: nhs_number.Reason.CHARACTERS.message,
    Reason.NHS_LENGTH: nhs_number.Reason.LENGTH.message,
    Reason.NHS_FILLER: nhs_number.Reason.FILLER.message,
    Reason.NHS_CHECK_DIGIT: nhs_number.Reason.CHECK_DIGIT.message,
    Reason.NOT_AN_EMAIL: gettext_noop("This is not an email address."),
    Reason.NOT_YES_OR_NO: gettext_noop("Write yes or no, or name the language."),
    Reason.SAME_NHS_NUMBER: gettext_noop("This NHS number stands in an earlier row."),
    Reason.SAME_NAME_AND_BIRTH: gettext_noop("The same name and date of birth stand in an earlier row."),
}


class BadValue(ValueError):
    """A cell that cannot be used, with the reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.message)
        self.reason = reason


_TIME = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII | re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})([-/. ])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}", re.ASCII | re.IGNORECASE
)
_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]([a-z]{3,9})\.?,?[-/. ](\d{4}|\d{2})", re.ASCII | re.IGNORECASE
)
_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_MONTHS = ("january february march april may june july august september october november december").split()


def read_date(text: str, today: date) -> date:
    """Return a date of birth, day before month. Raises BadValue for anything but a day from 1900 until
    ``today``.

    >>> read_date("1/2/1970", date(2026, 1, 1)), read_date("1 Feb 1970", date(2026, 1, 1))
    (datetime.date(1970, 2, 1), datetime.date(1970, 2, 1))
    """
    year, month, day = _parts(" ".join(text.split()))
    if len(year) != 4:
        raise BadValue(Reason.SHORT_YEAR)
    try:
        found = date(int(year), month, int(day))
    except ValueError:
        raise BadValue(Reason.NO_SUCH_DAY) from None
    if found > today:
        raise BadValue(Reason.IN_FUTURE)
    if found.year < EARLIEST_YEAR:
        raise BadValue(Reason.TOO_EARLY)
    return found


def _parts(text: str) -> tuple[str, int, str]:
    """Return year, month and day as they stand in the text."""
    if match := _YEAR_FIRST.fullmatch(text):
        return match[1], int(match[3]), match[4]
    if match := _DAY_FIRST.fullmatch(text):
        return match[4], int(match[3]), match[1]
    if match := _EIGHT.fullmatch(text):
        return match[1], int(match[2]), match[3]
    if match := _NAMED.fullmatch(text):
        return match[3], _month(match[2].lower()), match[1]
    raise BadValue(
        Reason.DAY_NUMBER if re.fullmatch(r"\d{4,5}(\.0+)?", text, re.ASCII) else Reason.NOT_A_DATE
    )


def _month(name: str) -> int:
    for number, month in enumerate(_MONTHS, 1):
        if month.startswith(name) or (name == "sept" and number == 9):
            return number
    raise BadValue(Reason.NOT_A_DATE)


_NHS_REASONS = {
    nhs_number.Reason.CHARACTERS: Reason.NHS_CHARACTERS,
    nhs_number.Reason.LENGTH: Reason.NHS_LENGTH,
    nhs_number.Reason.FILLER: Reason.NHS_FILLER,
    nhs_number.Reason.CHECK_DIGIT: Reason.NHS_CHECK_DIGIT,
}


def read_nhs_number(text: str) -> str:
    """Return the ten figures, or nothing for a cell of dashes. Raises BadValue."""
    try:
        return nhs_number.normalise(text)
    except nhs_number.BadNHSNumber as error:
        if error.reason is nhs_number.Reason.EMPTY:
            return ""
        raise BadValue(_NHS_REASONS[error.reason]) from None


def read_email(text: str) -> str:
    """Return an address that has one @ with something on both sides. Raises BadValue."""
    if not re.fullmatch(r"[^@\s<>,;]{1,64}@[^@\s<>,;]+\.[^@\s<>,;.]+", text) or len(text) > 254:
        raise BadValue(Reason.NOT_AN_EMAIL)
    return text


_YES = frozenset(("yes", "y", "true", "1", "required", "needed", "interpreter required"))
_NO = frozenset(("no", "n", "false", "0", "not required", "not needed", "none"))


def read_interpreter(text: str) -> bool:
    """Return whether an interpreter is wanted; the name of a language means yes. Raises BadValue."""
    wanted = fold(text)
    if wanted in _YES or languages().recognise(text):
        return True
    if wanted in _NO:
        return False
    raise BadValue(Reason.NOT_YES_OR_NO)


def read_full_name(text: str) -> str:
    """Turn "SMITH, Jane" around; anything else stays as it is.

    >>> read_full_name("SMITH, Jane"), read_full_name("Jane Smith")
    ('Jane SMITH', 'Jane Smith')
    """
    last, comma, first = (part.strip() for part in text.partition(","))
    return f"{first} {last}" if comma and first and last and "," not in first else text


_NOTHING = frozenset(("n a", "na", "nil", "unknown", "not known", "not recorded", "not asked", "null"))


def means_nothing(text: str) -> bool:
    """Say whether a cell is empty or holds one of the fillers that exports write into empty cells."""
    return not text.strip("-.? ") or fold(text) in _NOTHING


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") and character not in "\r\n\t"


def check_letters(text: str, longest: int) -> None:
    """Raise BadValue for letters that could not be read, control characters and too long texts."""
    if "\ufffd" in text:
        raise BadValue(Reason.UNREADABLE_LETTERS)
    if not text.isprintable() and any(_is_control(character) for character in text):
        raise BadValue(Reason.CONTROL_CHARACTERS)
    if len(text) > longest:
        raise BadValue(Reason.TOO_LONG)


def shown(text: str, longest: int = 40) -> str:
    r"""Return a value for a message: shortened, with everything invisible or direction-changing written out.

    >>> shown("a\x00b\u202e"), len(shown("x" * 500))
    ('a\\x00b\\u202e', 40)
    """
    cut = text if len(text) <= longest else text[: longest - 1]
    safe = "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in cut)
    return safe + ("…" if len(cut) < len(text) else "")
