"""A chosen passage, as a page sends it: made certain that it is what was read, and without blanks at its edges."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Chosen:
    """`text[start:end]` in code points of one version of a text.

    `begins` and `ends` are the first and last words that whoever chose it had before them, as many as the page sent;
    a browser that counted otherwise is found out by them.
    """

    start: int
    end: int
    text_version: int
    begins: str = ""
    ends: str = ""


def stands_there(chosen: Chosen, words: str) -> bool:
    """Say whether the passage's words in the text are those that were chosen."""
    begins, ends = plain(chosen.begins), plain(chosen.ends)
    return words.startswith(begins) and words.endswith(ends)


def plain(words: str) -> str:
    """Return words as a form sends them, with line ends as the text has them."""
    return words.replace("\r\n", "\n").replace("\r", "\n")


def trimmed(start: int, words: str) -> tuple[int, int]:
    """Return where a passage begins and ends without the blanks around it; start = end where nothing is left."""
    begin = start + len(words) - len(words.lstrip())
    return begin, max(begin, start + len(words.rstrip()))


def word_places(words: str, start: int = 0) -> tuple[tuple[int, int], ...]:
    """Return where each word of a turn begins and ends, for choosing from word to word; `start` is added to all."""
    return tuple((start + one.start(), start + one.end()) for one in _WORD.finditer(words))
