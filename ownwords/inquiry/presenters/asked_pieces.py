"""One turn cut into pieces to choose from, and where typed words stand in it. Places count from its first character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ownwords.inquiry.method.text.striking import GAP

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+[\"'”’)\]]*)?")
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of a turn, by its number from 0."""

    number: int
    start: int
    end: int
    words: str


def pieces_of(words: str) -> list[Piece]:
    """Return the sentences of a turn that hold any word; what was struck before is none.

    >>> [one.words for one in pieces_of("It helps. […] Does it? Yes")]
    ['It helps.', 'Does it?', 'Yes']
    """
    blank = words.replace(GAP, "\n" * len(GAP))
    found = []
    for one in _SENTENCE.finditer(blank):
        told = one.group()
        if any(sign.isalnum() for sign in told):
            start = one.start() + len(told) - len(told.lstrip())
            found.append((start, one.start() + len(told.rstrip())))
    return [Piece(number, start, end, words[start:end]) for number, (start, end) in enumerate(found)]


def stretches_of(words: str, numbers: Iterable[int]) -> list[Stretch]:
    """Return where chosen sentences stand; those that follow each other are one stretch. Unknown ones are left out."""
    chosen = set(numbers)
    found: list[Stretch] = []
    for one in pieces_of(words):
        if one.number not in chosen:
            continue
        if found and one.number - 1 in chosen and not words[found[-1][1] : one.start].strip():
            found[-1] = (found[-1][0], one.end)
        else:
            found.append((one.start, one.end))
    return found


def places_of(words: str, typed: str) -> list[Stretch]:
    """Return every place where typed words stand whole, capitals and the width of blanks apart.

    >>> places_of("Ann came. Annie and ann left.", "Ann")
    [(0, 3), (20, 23)]
    """
    parts = typed.split()
    if not parts:
        return []
    before = r"(?<!\w)" if parts[0][0].isalnum() else ""
    after = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    wanted = re.compile(before + r"\s+".join(re.escape(one) for one in parts) + after, re.IGNORECASE)
    return [one.span() for one in wanted.finditer(words)]


def marked(words: str, stretches: Sequence[Stretch]) -> list[tuple[str, bool]]:
    """Return the turn in parts, each with whether it goes; `stretches` in order, none in another."""
    parts: list[tuple[str, bool]] = []
    at = 0
    for start, end in stretches:
        parts += [(words[at:start], False), (words[start:end], True)]
        at = end
    return [one for one in [*parts, (words[at:], False)] if one[0]]
