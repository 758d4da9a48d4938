"""Words added and removed between two texts.

Texts are compared word by word with ``difflib``. Its running time grows with the square of the length and
beyond, so the work is counted before it is done: a comparison that would cost more than a budget is made by
sentences and lines instead, then by paragraphs, and only the parts that differ are looked at word by word.
Whatever the texts, the time stays bounded and the pieces rebuild both texts letter for letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from enum import StrEnum
from itertools import accumulate

#: Steps a comparison may take by words, by lines and by paragraphs, each. Two million take about half a
#: second.
BUDGET = 2_000_000

# Chinese and Japanese put no spaces between words, so each of their characters is a word of its own; marks
# and joiners stay with the letter before them, so that no piece ever starts in the middle of what a reader
# sees as one letter.
_EAST = "\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u200d\u20d0-\u20ff"
    "\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
_WORD = re.compile(rf"([{_EAST}][{_MARKS}]*|[^\s{_EAST}]+|)(\s*)")
_LINE = re.compile(r"[^\n]*?(?:\n|[.!?]\s|\Z)", re.DOTALL)
_PARAGRAPH = re.compile(r".*?(?:\n[ \t\r]*\n\s*|\Z)", re.DOTALL)


class Kind(StrEnum):
    """What became of a piece."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """A stretch of text, never empty, with everything in it: spaces and line ends included."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class _Word:
    """A word with the space after it; two words match when their letters do, whatever the space."""

    letters: str
    gap: str


class _TooMuch(Exception):
    """The comparison would take more steps than the budget allows."""


class _Meter:
    """Counts steps down. What does not fit any more is refused before it is done."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def take(self, steps: int) -> None:
        if steps > self.left:
            raise _TooMuch
        self.left -= steps


class _Bounded(SequenceMatcher[str]):
    """A SequenceMatcher that asks the meter before each search."""

    b2j: dict[
        str, list[int]
    ]  # where each item stands in ``after``: documented by difflib, unknown to typeshed

    def __init__(self, before: list[str], after: list[str], meter: _Meter) -> None:
        super().__init__(None, before, after, autojunk=False)
        self._steps = [0, *accumulate(1 + len(self.b2j.get(item, ())) for item in before)]
        self._meter = meter

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        """Pay for the search, then search."""
        end = len(self._steps) - 1 if ahi is None else ahi
        self._meter.take(self._steps[end] - self._steps[alo])
        return super().find_longest_match(alo, ahi, blo, bhi)


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces from ``before`` to ``after`` in reading order; removed stands before added.

    Same and removed pieces joined give ``before``; same and added pieces joined give ``after``. Neighbouring
    pieces are of different kinds. Any two texts are accepted.

    >>> [(piece.kind.value, piece.text) for piece in compare("I like tea.", "I like green tea.")]
    [('same', 'I like '), ('added', 'green '), ('same', 'tea.')]
    """
    for way in (_by_words, _by_lines, _by_paragraphs):
        try:
            return tuple(_merged(way(before, after, _Meter(BUDGET))))
        except _TooMuch:
            continue
    return tuple(_merged(_replaced(before, after)))


def unchanged(pieces: Iterable[Piece]) -> bool:
    """Say whether nothing was added or removed."""
    return all(piece.kind is Kind.SAME for piece in pieces)


def _by_words(before: str, after: str, meter: _Meter) -> Iterator[Piece]:
    old, new = _words(before), _words(after)
    blocks = _blocks([word.letters for word in old], [word.letters for word in new], meter)
    for tag, old_from, old_to, new_from, new_to in blocks:
        if tag == "equal":
            for gone, come in zip(old[old_from:old_to], new[new_from:new_to], strict=True):
                yield Piece(Kind.SAME, gone.letters)
                yield from _gap(gone.gap, come.gap)
        else:
            yield from _changed(old[old_from:old_to], new[new_from:new_to])


def _by_lines(before: str, after: str, meter: _Meter) -> Iterator[Piece]:
    return _by_parts(_LINE, before, after, meter)


def _by_paragraphs(before: str, after: str, meter: _Meter) -> Iterator[Piece]:
    return _by_parts(_PARAGRAPH, before, after, meter)


def _by_parts(pattern: re.Pattern[str], before: str, after: str, meter: _Meter) -> Iterator[Piece]:
    old, new = pattern.findall(before), pattern.findall(after)
    for tag, old_from, old_to, new_from, new_to in _blocks(old, new, meter):
        gone, come = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if tag == "equal":
            yield Piece(Kind.SAME, gone)
        else:
            yield from _refined(gone, come, meter)


def _refined(before: str, after: str, meter: _Meter) -> Iterator[Piece]:
    """Look at a changed part word by word as long as the meter has steps left, else show it as a whole."""
    try:
        yield from list(_by_words(before, after, meter))
    except _TooMuch:
        yield from _replaced(before, after)


_Block = tuple[str, int, int, int, int]


def _blocks(old: list[str], new: list[str], meter: _Meter) -> list[_Block]:
    """Return difflib's blocks; what both begin and end with is set aside first, as that costs little."""
    head = _shared(old, new, 0)
    tail = _shared(old[::-1], new[::-1], head)
    inner = _Bounded(old[head : len(old) - tail], new[head : len(new) - tail], meter).get_opcodes()
    moved = [(tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in inner]
    start: list[_Block] = [("equal", 0, head, 0, head)]
    return [*start, *moved, ("equal", len(old) - tail, len(old), len(new) - tail, len(new))]


def _shared(old: list[str], new: list[str], spoken_for: int) -> int:
    """Count the items that both begin with, leaving ``spoken_for`` at the far end alone."""
    most = min(len(old), len(new)) - spoken_for
    return next((place for place in range(most) if old[place] != new[place]), max(most, 0))


def _words(text: str) -> list[_Word]:
    found = (_Word(match[1], match[2]) for match in _WORD.finditer(text))
    return [word for word in found if word.letters or word.gap]


def _text(words: Iterable[_Word]) -> str:
    return "".join(word.letters + word.gap for word in words)


def _changed(old: list[_Word], new: list[_Word]) -> Iterator[Piece]:
    """Show words as replaced; the space after the last of them stays out of it where it is the same."""
    gap = old[-1].gap if old and new and old[-1].gap == new[-1].gap else ""
    gone, come = _text(old), _text(new)
    yield from _replaced(gone[: len(gone) - len(gap)], come[: len(come) - len(gap)])
    yield Piece(Kind.SAME, gap)


def _gap(old: str, new: str) -> Iterator[Piece]:
    if old == new:
        yield Piece(Kind.SAME, old)
    else:
        yield from _replaced(old, new)


def _replaced(before: str, after: str) -> Iterator[Piece]:
    yield Piece(Kind.REMOVED, before)
    yield Piece(Kind.ADDED, after)


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours.

    Between two same pieces stands at most one removed and one added piece, in this order.
    """
    waiting: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for piece in pieces:
        if not piece.text:
            continue
        if piece.kind is Kind.SAME:
            yield from _flush(waiting, Kind.REMOVED, Kind.ADDED)
        else:
            yield from _flush(waiting, Kind.SAME)
        waiting[piece.kind].append(piece.text)
    yield from _flush(waiting, *Kind)


def _flush(waiting: dict[Kind, list[str]], *kinds: Kind) -> Iterator[Piece]:
    for kind in kinds:
        if waiting[kind]:
            yield Piece(kind, "".join(waiting[kind]))
            waiting[kind].clear()
