"""What a rule names: an expression on each line, whole words, a star at a word's end for any ending."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ownwords.inquiry.method.suggesting.found_words import words_in

STAR = "*"
MOST_LINES, MOST_WORDS, SHORTEST = 200, 8, 2
"""So many expressions, so many words in one, and so many letters before a star."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of an expression; ``begins``: any word that begins with it."""

    plain: str
    begins: bool

    def fits(self, plain: str) -> bool:
        """Say whether a folded word of a text is meant."""
        return plain.startswith(self.plain) if self.begins else plain == self.plain


Expression = tuple[Part, ...]


def read_expression(line: str) -> Expression:
    """Return the words of one line; none for a line without words."""
    found = []
    for word in words_in(line):
        found.append(Part(word.plain, line[word.end : word.end + 1] == STAR))
    return tuple(found)


def read_expressions(lines: str) -> tuple[Expression, ...]:
    """Return the expressions of a rule, each once, in their order; lines without words are left out."""
    read = (read_expression(line) for line in lines.splitlines())
    return tuple(dict.fromkeys(one for one in read if one))


def wrong_lines(lines: str) -> dict[str, list[str]]:
    """Return the lines that say nothing that can be looked for: "no_words", "too_long", "too_open", each as typed."""
    wrong: dict[str, list[str]] = {"no_words": [], "too_long": [], "too_open": []}
    for line in filter(str.strip, lines.splitlines()):
        parts = read_expression(line)
        if not parts or _loose_star(line):
            wrong["no_words"].append(line.strip())
        elif len(parts) > MOST_WORDS:
            wrong["too_long"].append(line.strip())
        elif _too_open(parts):
            wrong["too_open"].append(line.strip())
    return {why: found for why, found in wrong.items() if found}


def _too_open(parts: Iterable[Part]) -> bool:
    return any(part.begins and len(part.plain) < SHORTEST for part in parts)


def _loose_star(line: str) -> bool:
    """Whether a star stands where it means nothing: not at the end of a word."""
    words = list(words_in(line))
    ends, starts = {word.end for word in words}, {word.start for word in words}
    stars = [place for place, sign in enumerate(line) if sign == STAR]
    return any(place not in ends or place + 1 in starts for place in stars)
