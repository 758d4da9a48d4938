"""Characters that XML 1.0 cannot carry, and how the others are written."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPECIAL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_TEXT = re.compile(r"[&<>\r]")
_ATTRIBUTE = re.compile(r'[&<>"\r\n\t]')
_AS = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\r": "&#13;",
    "\n": "&#10;",
    "\t": "&#9;",
}
STAND_IN = "\ufffd"
"""One character for one, so that no position moves."""


def ordinary(text: str) -> bool:
    """Say whether the text can stand in an attribute as it is."""
    return _SPECIAL.search(text) is None


def legal(text: str) -> tuple[str, int]:
    """Return the text as XML can carry it, and how many characters were replaced."""
    return _ILLEGAL.subn(STAND_IN, text)


def encodable(text: str) -> tuple[str, int]:
    """Return the text as UTF-8 can carry it, and how many lone surrogates were replaced."""
    return _SURROGATE.subn(STAND_IN, text)


def in_text(text: str) -> str:
    """Return the text as it stands between tags."""
    return _TEXT.sub(_escaped, text)


def in_attribute(text: str) -> str:
    """Return the text as it stands in double quotes; line breaks and tabs survive the reader's normalising."""
    return _ATTRIBUTE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return _AS[found[0]]
