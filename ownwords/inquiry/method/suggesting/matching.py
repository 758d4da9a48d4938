"""Where the expressions of rules stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ownwords.inquiry.method.suggesting.expressions import Expression, Part
from ownwords.inquiry.method.suggesting.found_words import Word, words_in

Key = TypeVar("Key", bound=Hashable)
#: What may stand between two words of one expression: blanks, a hyphen, an apostrophe. No stop, no comma.
_BETWEEN = re.compile(r"[\s'’‘ʼ\-‐‑]*")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Key]):
    """``text[start:end]`` is what a rule names."""

    key: Key
    start: int
    end: int


class Matcher(Generic[Key]):
    """Rules made ready for many texts. A text is read once, however many rules there are.

    Args:
        rules: the expressions of each rule, by whatever names the rule.
    """

    def __init__(self, rules: Mapping[Key, Iterable[Expression]]) -> None:
        self._whole: dict[str, list[tuple[Key, Expression]]] = defaultdict(list)
        self._begun: dict[str, list[tuple[Key, Expression]]] = defaultdict(list)
        for key, expressions in rules.items():
            for one in expressions:
                (self._begun if one[0].begins else self._whole)[one[0].plain].append((key, one))
        self._lengths = sorted({len(plain) for plain in self._begun})

    def hits(self, text: str) -> Iterator[Hit[Key]]:
        """Yield every place of every rule, in the order in which they begin; a place twice where two lines name it.

        The time grows with the text, and with how many expressions begin with the same word (at most 200 a rule, of at
        most eight words).
        """
        words = list(words_in(text))
        for place, word in enumerate(words):
            for key, expression in self._beginning(word.plain):
                if (end := _ends(text, words, place, expression[1:])) is not None:
                    yield Hit(key, word.start, end)

    def _beginning(self, plain: str) -> Iterator[tuple[Key, Expression]]:
        yield from self._whole.get(plain, ())
        for length in self._lengths:
            if length > len(plain):
                return
            yield from self._begun.get(plain[:length], ())


def _ends(text: str, words: list[Word], place: int, rest: tuple[Part, ...]) -> int | None:
    """Return where an expression ends whose first word stands at a place, None where its rest does not follow."""
    last = words[place]
    for part in rest:
        place += 1
        if place == len(words) or not part.fits(words[place].plain):
            return None
        if not _BETWEEN.fullmatch(text, last.end, words[place].start):
            return None
        last = words[place]
    return last.end
