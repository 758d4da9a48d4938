"""Paragraphs of a text that names no speakers: its units for reading, searching and choosing a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from ownwords.inquiry.method.text.result import Turn

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
#: Lines that a program broke are about as long as a page is wide; so many are needed to tell.
WIDEST, NARROWEST, FEWEST = 120, 40, 6


def paragraphs(text: str, pages: Sequence[int] = ()) -> tuple[Turn, ...]:
    """Return a turn of nobody for each paragraph: for each line, or between blank lines where lines were broken.

    A page begins a new one, so that a place can be cited by its page. White space around a paragraph belongs to none.
    """
    pattern = _BLOCK if hard_wrapped(text) else _LINE
    starts = set(pages)
    found: list[Turn] = []
    for match in pattern.finditer(text):
        cuts = sorted(at for at in starts if match.start() < at < match.end()) if starts else []
        for start, end in zip([match.start(), *cuts], [*cuts, match.end()], strict=True):
            piece = text[start:end]
            begin = start + len(piece) - len(piece.lstrip())
            last = start + len(piece.rstrip())
            if begin < last:
                found.append(Turn(begin, begin, last))
    return tuple(found)


def hard_wrapped(text: str) -> bool:
    """Say whether lines were broken to fit a page: none is long, and most reach nearly as far as the others."""
    lengths = [len(line) for line in text.split("\n") if line.strip()]
    return len(lengths) >= FEWEST and max(lengths) <= WIDEST and median(lengths) >= NARROWEST
