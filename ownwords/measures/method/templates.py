"""Templates of personal lines: several lines begun together, with empty places for the person's own words.

A template holds structure alone: how many places there are, which scale they share, how what comes out of them is put
together and what that means. It holds no item text of any published instrument. A file that lacks its source, its
purpose or the meaning of its result is refused.

>>> sorted(templates())
['attainment', 'engagement', 'goals', 'list', 'problems']
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ownwords.measures.method.definitions import Direction
from ownwords.people.method.definition_file import (
    Provenance,
)


class Together(StrEnum):
    """How what comes out of the lines of one template is put together."""

    EACH = "each"  # line by line; change over those rated at both ends, as "k of n lines"
    T_SCORE = "t_score"  # goal attainment scaling (``attainment.t_score``)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the scale that the person describes in their own words (goal attainment scaling)."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one line. ``label`` asks for it and is no item of an instrument; an empty place begins no line."""

    key: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """Lines that are begun together. Labels and sentences are English message ids."""

    key: str
    title: str
    purpose: str
    result: str
    provenance: Provenance
    together: Together
    low: int
    high: int
    direction: Direction
    low_words: str
    high_words: str
    slots: tuple[Slot, ...]
    levels: tuple[Level, ...] = ()
    weighted: bool = False

    def slot(self, key: str) -> Slot:
        """Return one place. Raises KeyError with the places there are."""
        for slot in self.slots:
            if slot.key == key:
                return slot
        raise KeyError(f"{self.key} has no place {key!r}; it has {', '.join(one.key for one in self.slots)}")
