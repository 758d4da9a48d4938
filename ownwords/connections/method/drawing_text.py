"""How wide a text is drawn, without asking a browser: generous, so that what fits here fits there."""

from __future__ import annotations

from unicodedata import category, east_asian_width

#: Width of a label and of a letter, in units of the drawing, at a letter of this size.
LABEL = 112.0
LETTER = 7.0
SIZE = 13.0


def width_of(text: str) -> float:
    """Return the width of a text, in units of the drawing."""
    return LETTER * sum(_letters(sign) for sign in text)


def fitted(text: str, size: float = SIZE) -> str:
    """Return a text on one line, cut with "…" when it is wider than a label in letters of this size."""
    room = LABEL * SIZE / size
    line = " ".join(text.split())
    if width_of(line) <= room:
        return line
    kept = ""
    for sign in line:
        if width_of(f"{kept}{sign}…") > room:
            break
        kept += sign
    return f"{kept.rstrip()}…"


def _letters(sign: str) -> float:
    if category(sign) in ("Mn", "Me", "Cf"):
        return 0
    if east_asian_width(sign) in "WF":
        return 2
    return 1.6 if sign in "mwMW@%—…" else 1.2 if sign.isupper() else 1
