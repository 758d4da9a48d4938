"""What every text and every choice in the record must satisfy, wherever it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ownwords.people.refusals import Refused

MOST_CHARACTERS = 20_000


def own_words(text: str, *, field: str = "words", needed: bool = True, most: int = MOST_CHARACTERS) -> str:
    """Return a text as it will be kept: letter for letter, with line ends as a single newline.

    Raises:
        Refused: nothing but blanks where words are needed, too long, or a NUL that no text holds.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        raise Refused({field: _("This holds a sign that cannot be kept. Please type it again.")})
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise Refused({field: _("This holds half of a sign, which cannot be kept. Please type it again.")})
    if len(text) > most:
        raise Refused(
            {
                field: _("This has %(length)s characters; the most that fits is %(most)s. Please split it.")
                % {"length": len(text), "most": most}
            }
        )
    if not text.strip():
        if needed:
            raise Refused({field: _("Write some words here. A few are enough.")})
        return ""
    return text


def one_of(value: str, choices: Iterable[str], *, field: str, blank: bool = False) -> str:
    """Return a value that is one of the choices. Raises Refused for any other."""
    if (blank and value == "") or value in set(choices):
        return value
    raise Refused({field: _("Choose one of the answers in the list.")})


def zero_to_ten(value: int | None, *, field: str) -> int | None:
    """Return a whole number from 0 to 10, or None for not said. Raises Refused for any other."""
    if value is None or 0 <= value <= 10:
        return value
    raise Refused({field: _("Give a whole number from 0 to 10, or leave it empty.")})
