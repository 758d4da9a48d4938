"""The sentences of a text, as passages to propose: near enough for a person to look at, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ownwords.inquiry.method.text.spans import Span

#: Stops of Latin, Greek, Arabic, Indic and East Asian writing, with what closes after them. A blank line ends a
#: sentence too; a line end alone does not, for some texts are broken to fit a page.
_STOP = re.compile(r"(?:[.!?…؟۔।]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”’）]*|\n[^\S\n]*\n)")
#: After these a stop ends no sentence.
_SHORT = frozenset({"mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "vs", "cf", "approx"})
_LAST = re.compile(r"(?:[^\W_]\.)*[^\W_]+$")
_REACH = 12


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences of ``text[start:end]`` in order, without the blanks around them, in linear time.

    Each sign that is no blank is in exactly one of them.
    """
    end = len(text) if end is None else end
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if not _ends_nothing(text, begin, stop):
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
    yield from _trimmed(text, begin, end)


def _ends_nothing(text: str, begin: int, stop: re.Match[str]) -> bool:
    if stop.group() != ".":
        return False
    last = _LAST.search(text, max(begin, stop.start() - _REACH), stop.start())
    word = last.group() if last else ""
    if "." in word and text[stop.end() : stop.end() + 2].strip().islower():
        return True  # "at 3 p.m. exactly"
    return word.lower() in _SHORT or (len(word) == 1 and word.isupper() and word != "I")


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    last = start + len(piece.rstrip())
    if begin < last:
        yield Span(begin, last)
