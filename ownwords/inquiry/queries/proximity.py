"""Passages of one code near those of another: for each of the one the nearest of the other. Loads numpy when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from ownwords.inquiry.queries.arrays_seen import Analysed


class Unit(StrEnum):
    """What a distance is counted in."""

    CHARACTERS = "characters"
    TURNS = "turns"


@dataclass(frozen=True, slots=True)
class Near:
    """Which two codes, how far apart at most, counted in what, and whose coding (None: anybody's)."""

    first: UUID
    second: UUID
    within: int = 100
    unit: Unit = Unit.CHARACTERS
    coder: UUID | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of the first code, the nearest of the second in its text, and how far that is."""

    one: UUID
    other: UUID
    apart: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The pairs in order of text and place, and how many passages the first code has in all."""

    pairs: Sequence[Pair]
    of: int


def near_one_another(analysed: Analysed, near: Near) -> Answer:
    """Return each passage of the first code that has one of the second within so many characters or turns.

    0 characters: they touch or overlap; 0 turns: they share a turn. Of several as near, one is given. Raises ValueError
    where both codes are one.
    """
    from ownwords.inquiry.method.queries.proximity import nearest, nearest_in_turns
    from ownwords.inquiry.queries.arrays import corpus, turns_of

    if near.first == near.second:
        raise ValueError("give two different codes")
    coders = None if near.coder is None else [near.coder]
    found = corpus(analysed, codes={near.first, near.second}, coders=coders, with_ids=True)
    if near.first not in found.codes:
        return Answer([], 0)
    number = {one: place for place, one in enumerate(found.codes)}
    one, other = number[near.first], number.get(near.second, len(found.codes))
    of = int((found.codings.code == one).sum())
    if near.unit is Unit.TURNS:
        made = nearest_in_turns(found.codings, one, other, turns_of(analysed.study, found.sources))
    else:
        made = nearest(found.codings, one, other)
    there = (made.other >= 0) & (made.distance <= near.within)
    rows = zip(*(column[there].tolist() for column in (made.place, made.other, made.distance)), strict=True)
    return Answer([Pair(found.id_of(a), found.id_of(b), apart) for a, b, apart in rows], of)
