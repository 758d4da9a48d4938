"""The words of a text, folded, with where each stands in code points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ownwords.inquiry.method.folding import folded


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as it is compared, and ``text[start:end]`` as it stands."""

    plain: str
    start: int
    end: int


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text in order, in time that grows with its length.

    A word is a run of letters, digits and the marks on them. Apostrophes and hyphens stand between words, so that
    "dog" is found in "dog's" and in "dog-walking".
    """
    known: dict[str, str] = {}
    for match in _pattern(_marks(text)).finditer(text):
        word = match.group()
        if (plain := known.get(word)) is None:
            plain = known[word] = folded(word)
        if plain:
            yield Word(plain, match.start(), match.end())


def _marks(text: str) -> str:
    """Return the combining marks of a text: Python takes no mark for a part of a word."""
    if text.isascii():
        return ""
    return "".join(sorted(sign for sign in set(text) if unicodedata.category(sign).startswith("M")))


@lru_cache(maxsize=64)
def _pattern(marks: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W_]|[{marks}])+" if marks else r"[^\W_]+")
