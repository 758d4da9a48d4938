"""What somebody says of themselves beside what there is to do: the words that both use, and which words those are.

A match is nothing but shared words, told in the person's own spelling; nothing is inferred about anybody. Words are
alike when they have the same stem: step 1 of Porter's algorithm ("An algorithm for suffix stripping", Program 14(3),
1980, 130-137), which takes off plurals, -ed and -ing, so "cook", "cooks" and "cooking" are one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ownwords.people.method.folding import fold

LEAST = 3
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWEL = "aeiou"

#: Words that say nothing about what somebody likes, and words that every service uses.
EMPTY = frozenset(
    """
    a about after again all also always am an and any anything are around as at away back be because been before
    being best better bit both but by came can cannot cant could day days did didn didnt do does doesnt doing
    dont down each else enjoy enjoyed enjoying even ever every everyone everything feel feeling feels few find
    for from full get gets getting give go goes going gone good got great had has hasnt have havent having he
    help helped helpful helping helps her here hers him his home how i if ill im in into is isnt it its ive just
    keep know last least less life like liked likes little live lot lots love loved loves made make makes making
    many may me might mind more most much must my need needs never new next nice no none nor not nothing now of
    off often ok old on once one only or other others our out over own people person place places please put
    quite rather really right said same say see she should since so some somebody someone something sometimes
    soon still such sure take than that the their them then there these they thing things think this those
    though through time times to together too try trying up us use used using usually very want wanted was way
    we week weekly weeks well went were what when where which while who why will with within without wont work
    would year years yes yet you your activity activities adult adults available centre community contact free
    group groups information local offer offers open organisation provide provided provides run session sessions
    service services support supported supporting team welcome
    come comes coming look looked looking looks nobody sat sit sits sitting small start started starting talk talked
    talking talks
    """.split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word somebody used: as they wrote it, and its stem."""

    written: str
    stem: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something matches: which of the person's texts (its number), and the words in it that are shared."""

    text: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What matches: which words of it, in which of its fields, and the reasons in the person's own words."""

    reasons: tuple[Reason, ...]
    fields: tuple[str, ...]
    shared: int


def words_in(text: str) -> tuple[Word, ...]:
    """Return the telling words of a text, each stem once, in the order in which they stand."""
    found: dict[str, Word] = {}
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        if " " in folded or len(folded) < LEAST or folded in EMPTY or folded.isdigit():
            continue
        found.setdefault(stem(folded), Word(match[0], stem(folded)))
    return tuple(found.values())


def stem(word: str) -> str:
    """Return the stem of a folded word: Porter's step 1, for words of four letters and more.

    >>> [stem(word) for word in ("cooking", "cooks", "cooked", "hobbies", "running", "swim")]
    ['cook', 'cook', 'cook', 'hobbi', 'run', 'swim']
    """
    if len(word) <= LEAST or not word.isascii():
        return word
    return _step_c(_step_b(_step_a(word)))


def _step_a(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _step_b(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _turns(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        rest = word.removesuffix(ending)
        if rest != word and _has_vowel(rest):
            return _mended(rest)
    return word


def _mended(word: str) -> str:
    """Put back what -ed and -ing had changed: "hop" of "hopping", "file" of "filing"."""
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if len(word) > 1 and word[-1] == word[-2] and word[-1] not in "aeioulsz":
        return word[:-1]
    if _turns(word) == 1 and _short_end(word):
        return word + "e"
    return word


def _step_c(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and _has_vowel(word[:-1]) else word


def _is_vowel(word: str, at: int) -> bool:
    return word[at] in _VOWEL or (word[at] == "y" and at > 0 and not _is_vowel(word, at - 1))


def _has_vowel(word: str) -> bool:
    return any(_is_vowel(word, at) for at in range(len(word)))


def _turns(word: str) -> int:
    """Return Porter's measure: how often vowels are followed by consonants."""
    kinds = [_is_vowel(word, at) for at in range(len(word))]
    return sum(first and not second for first, second in pairwise(kinds))


def _short_end(word: str) -> bool:
    """Whether it ends consonant, vowel, consonant, and the last is none of w, x, y."""
    at = len(word) - 1
    if at < 2 or word[at] in "wxy":
        return False
    return not _is_vowel(word, at) and _is_vowel(word, at - 1) and not _is_vowel(word, at - 2)


def match(texts: Sequence[Sequence[Word]], fields: Mapping[str, str]) -> Match | None:
    """Return how texts of a person match something, None where no telling word is shared.

    Args:
        texts: of each text its words (`words_in`), so that they are worked out once for many things.
        fields: of the thing, by name: ``{"name": "Allotment", "description": "Growing vegetables"}``.
    """
    where: dict[str, list[str]] = {}
    for name, text in fields.items():
        for word in words_in(text):
            where.setdefault(word.stem, []).append(name)
    reasons, stems, named = [], set(), set()
    for number, words in enumerate(texts):
        shared = [word for word in words if word.stem in where]
        if shared:
            reasons.append(Reason(number, tuple(word.written for word in shared)))
            stems |= {word.stem for word in shared}
            named |= {name for word in shared for name in where[word.stem]}
    if not reasons:
        return None
    return Match(tuple(reasons), tuple(name for name in fields if name in named), len(stems))


def telling(texts: Iterable[str]) -> list[tuple[Word, ...]]:
    """Return the words of each text."""
    return [words_in(text) for text in texts]
