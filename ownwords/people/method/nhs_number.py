"""NHS numbers: ten figures, of which the last checks the other nine.

The check: multiply the first nine figures by 10, 9, ... 2, add up, divide by 11, take the remainder from 11.
11 is written as 0; 10 cannot be written, so no such number is ever given out.
Source: NHS Data Model and Dictionary, data element NHS NUMBER.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from ownwords.people.method.messages import gettext_noop

LENGTH = 10
#: Numbers beginning so are set aside for tests; nobody has one.
TEST_PREFIX = "999"

_SEPARATORS = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212\u200b\ufeff]+")
_FIGURES = re.compile(r"[0-9]+")


class Reason(StrEnum):
    """Why a text is no NHS number."""

    EMPTY = "empty"
    CHARACTERS = "characters"
    LENGTH = "length"
    FILLER = "filler"
    CHECK_DIGIT = "check-digit"

    @property
    def message(self) -> str:
        """The reason as an English sentence, ready for translation; it never repeats what was typed."""
        return _MESSAGES[self]


_MESSAGES = {
    Reason.EMPTY: gettext_noop("There is no number here."),
    Reason.CHARACTERS: gettext_noop(
        "An NHS number has figures only; spaces and dashes between them are fine."
    ),
    Reason.LENGTH: gettext_noop("An NHS number has 10 figures."),
    Reason.FILLER: gettext_noop("One figure ten times over is a filler, not somebody's NHS number."),
    Reason.CHECK_DIGIT: gettext_noop(
        "The last figure does not fit the others: one of the figures was mistyped."
    ),
}


class BadNHSNumber(ValueError):
    """A text that is no NHS number. ``reason`` says why; ``str()`` is the English sentence."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.message)
        self.reason = reason


def check_digit(first_nine: str) -> int | None:
    """Return the tenth figure (0 to 9) for nine figures, or None where no number exists.

    Raises ValueError unless ``first_nine`` is exactly nine of the figures 0 to 9.

    >>> check_digit("999000001"), check_digit("999000003"), check_digit("999000004")
    (8, 4, 2)
    """
    if len(first_nine) != LENGTH - 1 or not _FIGURES.fullmatch(first_nine):
        raise ValueError("nine figures are needed")
    total = sum(int(figure) * weight for figure, weight in zip(first_nine, range(10, 1, -1), strict=True))
    digit = 11 - total % 11
    return {11: 0, 10: None}.get(digit, digit)


def normalise(text: str) -> str:
    """Return the ten figures of a typed NHS number, without spaces and dashes.

    Wide figures, as some phones type them, are read as ordinary ones. Raises BadNHSNumber.

    >>> normalise("999 000 0018")
    '9990000018'
    """
    figures = _SEPARATORS.sub("", unicodedata.normalize("NFKC", text))
    if not figures:
        raise BadNHSNumber(Reason.EMPTY)
    if not _FIGURES.fullmatch(figures):
        raise BadNHSNumber(Reason.CHARACTERS)
    if len(figures) != LENGTH:
        raise BadNHSNumber(Reason.LENGTH)
    # Ten equal figures always pass the check (55 times a figure), so they have to be caught by themselves.
    if len(set(figures)) == 1:
        raise BadNHSNumber(Reason.FILLER)
    if check_digit(figures[:-1]) != int(figures[-1]):
        raise BadNHSNumber(Reason.CHECK_DIGIT)
    return figures


def is_valid(text: str) -> bool:
    """Say whether ``normalise`` would accept the text."""
    try:
        normalise(text)
    except BadNHSNumber:
        return False
    return True


def format(number: str) -> str:
    """Return an NHS number in groups of 3, 3 and 4 figures. Raises BadNHSNumber.

    >>> format("9990000018")
    '999 000 0018'
    """
    figures = normalise(number)
    return f"{figures[:3]} {figures[3:6]} {figures[6:]}"


def is_test_number(number: str) -> bool:
    """Say whether a valid number lies in the range set aside for tests. Raises BadNHSNumber."""
    return normalise(number).startswith(TEST_PREFIX)
