"""Breaking a name into lines that fit a box, with widths that are rather too wide than too narrow.

No font is asked: the same name breaks alike on every machine. Widths are shares of the size of the letters, as in the
sans-serif faces that screens and documents use; what is not known counts as wide.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

NARROW, MIDDLE, BROAD, WHOLE = 0.36, 0.6, 0.84, 1.05
_NARROW = frozenset("iljtfrI.,:;'’‘|!()[]- ·/")
_BROAD = frozenset("mwMWOQ@%—…")


def width_of(text: str, size: float) -> float:
    """Return how wide a text is at most, in the unit of `size`, the height of its letters."""
    return size * sum(_share(sign) for sign in text)


def _share(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if sign in _NARROW:
        return NARROW
    if sign in _BROAD:
        return BROAD
    if sign.isascii():
        return 0.72 if sign.isupper() else MIDDLE
    return WHOLE


def lines_of(text: str, width: float, size: float) -> list[str]:
    """Return a name in lines no wider than `width`, broken between words; a word too long for a line in itself.

    Nothing is left out: blanks aside, the lines together are the name. Signs that no drawing may hold become "�".

    Raises:
        ValueError: not even one sign fits the width.
    """
    if width < WHOLE * size:
        raise ValueError("a line must hold one sign at least")
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(drawable(word), width, size):
            if lines and width_of(f"{lines[-1]} {piece}", size) <= width:
                lines[-1] = f"{lines[-1]} {piece}"
            else:
                lines.append(piece)
    return lines or [""]


def _pieces(word: str, width: float, size: float) -> Iterator[str]:
    piece = ""
    for sign in word:
        if piece and width_of(piece + sign, size) > width:
            yield piece
            piece = ""
        piece += sign
    yield piece


def drawable(text: str) -> str:
    """Return a text without signs that XML forbids."""
    return "".join(sign if _allowed(sign) else "\ufffd" for sign in text)


def _allowed(sign: str) -> bool:
    at = ord(sign)
    return sign in "\t\n\r" or 0x20 <= at <= 0xD7FF or 0xE000 <= at <= 0xFFFD or at >= 0x10000
