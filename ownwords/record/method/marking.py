"""Marking found words in a text, safely: the text is escaped first, marks are put around parts of it afterwards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

#: Private signs around found words, as the database returns them. They cannot be typed in a search or mean anything.
START, STOP = "\ue000", "\ue001"
_PIECE = re.compile(f"{START}(.*?){STOP}", re.DOTALL)
_WORD = re.compile(r"\w+")
ALIKE = 0.7


def marked(text: str) -> list[tuple[bool, str]]:
    """Return a text with START and STOP around found words as pieces (found?, words), without the signs.

    >>> marked(f"the {START}sea{STOP} and me")
    [(False, 'the '), (True, 'sea'), (False, ' and me')]
    """
    pieces: list[tuple[bool, str]] = []
    for number, piece in enumerate(_PIECE.split(text)):
        plain = piece.replace(START, "").replace(STOP, "")
        if plain:
            pieces.append((number % 2 == 1, plain))
    return pieces


def folded(text: str) -> str:
    """Return a text without accents and case, for comparing.

    >>> folded("Café ÉTÉ")
    'cafe ete'
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def nearly(query: str, text: str) -> list[tuple[bool, str]]:
    """Return a text in pieces, with the words found that are spelt nearly like one of the query.

    >>> nearly("gardning", "I love gardening.")
    [(False, 'I love '), (True, 'gardening'), (False, '.')]
    """
    wanted = [folded(word) for word in _WORD.findall(query)][:10]
    return list(_nearly(wanted, text))


def _nearly(wanted: list[str], text: str) -> Iterator[tuple[bool, str]]:
    done = 0
    for found in _WORD.finditer(text):
        if any(_alike(folded(found.group()), word) for word in wanted):
            if found.start() > done:
                yield False, text[done : found.start()]
            yield True, found.group()
            done = found.end()
    if done < len(text):
        yield False, text[done:]


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 3:
        return False
    return SequenceMatcher(None, one, other).ratio() >= ALIKE
