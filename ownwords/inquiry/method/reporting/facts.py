"""What the record says to an item, in sentences; and how far an item is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence, with the address at which it can be seen. ``missing``: it says what the record does not know."""

    words: str
    link: str = ""
    missing: bool = False


class Standing(StrEnum):
    """How far an item is answered."""

    FILLED = "filled"
    PARTLY = "partly"
    SAID = "said"
    ASKED = "asked"


def standing(facts: Sequence[Fact], own_words: str) -> Standing:
    """Return how far an item is answered, by the record and in words of the team.

    >>> standing([Fact("12 took part.")], "")
    <Standing.FILLED: 'filled'>
    >>> standing([Fact("12 took part."), Fact("Why one left is not kept.", missing=True)], "")
    <Standing.PARTLY: 'partly'>
    >>> standing([Fact("Nothing is kept.", missing=True)], "They were at ease.")
    <Standing.SAID: 'said'>
    """
    known = any(not one.missing for one in facts)
    if known and (own_words or not any(one.missing for one in facts)):
        return Standing.FILLED
    if known:
        return Standing.PARTLY
    return Standing.SAID if own_words else Standing.ASKED
