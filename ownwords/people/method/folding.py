"""Any text made findable: no accents, no capitals, no punctuation."""

from __future__ import annotations

import re
import unicodedata

#: Letters that carry their difference inside, so that taking marks off does not reach them.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
    }
)

#: Accents of Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowel marks and the Arabic stretcher.
#: Vowel signs of Indian and South-East Asian scripts are letters in all but name, and stay.
_MARKS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]"
)

_APOSTROPHES = re.compile("['`\u00b4\u02b9-\u02bf\u02c8\u2018-\u201b\u2032\uff07]")

_ASCII_GAPS = re.compile("[^a-z0-9]+")

_NO_QUOTES = str.maketrans("", "", "'`")


def fold(text: str) -> str:
    """Return the form of a text under which it is looked up: no accents, no capitals, no punctuation.

    Apostrophes vanish ("O'Brien" is found as "obrien"), other punctuation becomes one space ("Anne-Marie" as
    "anne marie"). Any text is accepted; folding twice gives the same as folding once.

    >>> fold("  Siân  O\u2019Brien-Łukasz ")
    'sian obrien lukasz'
    """
    if text.isascii():  # most names, and many times faster
        return _ASCII_GAPS.sub(" ", text.lower().translate(_NO_QUOTES)).strip()
    # One round does for real names; more are needed only where a folded letter unfolds again.
    for _ in range(4):
        folded = _fold_once(text)
        if folded == text:
            break
        text = folded
    return text


def _fold_once(text: str) -> str:
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    plain = _APOSTROPHES.sub("", _MARKS.sub("", plain).casefold()).translate(_LETTERS)
    kept = (character if _belongs(character) else _gap(character) for character in plain)
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


def _belongs(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _gap(character: str) -> str:
    """Invisible format characters (direction marks, joiners) vanish; everything else parts two words."""
    return "" if unicodedata.category(character) == "Cf" else " "
