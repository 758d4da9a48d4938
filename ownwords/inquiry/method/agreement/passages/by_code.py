"""A table for each code: how many characters were coded by which coders, and how many by nobody. Loads numpy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ownwords.inquiry.method.agreement.passages.segments import Segments
from ownwords.inquiry.method.agreement.ratings import Ratings
from ownwords.inquiry.method.queries.codings import dense


@dataclass(frozen=True, slots=True)
class CodeTable:
    """Characters by who coded them. ``patterns``: bits of coders (1 the first, 2 the second...) to characters.

    Characters that nobody coded are ``characters`` less all of these. ``code`` is None for tables that were summed.
    """

    code: int | None
    coders: int
    characters: int
    patterns: Mapping[int, int]

    @property
    def coded(self) -> int:
        """Characters that anybody coded."""
        return sum(self.patterns.values())

    @property
    def all_of_them(self) -> int:
        """Characters that every coder coded."""
        return self.patterns.get((1 << self.coders) - 1, 0)

    @property
    def nobody(self) -> int:
        """Characters that nobody coded."""
        return self.characters - self.coded

    def only(self, coder: int) -> int:
        """Characters that this coder alone coded, by place from 0."""
        return self.patterns.get(1 << coder, 0)

    @property
    def shared(self) -> float | None:
        """Of the characters that anybody coded, the share that every coder coded; None where nobody did.

        Leaves out what nobody coded, which makes every percentage of a rare code look good. Knows no chance.
        """
        return self.all_of_them / self.coded if self.coded else None

    def ratings(self) -> Ratings:
        """Return coded (1) or not (0), one row for each pattern, as the coefficients want it."""
        every = {0: self.nobody, **self.patterns}
        index = np.array([[bits >> coder & 1 for coder in range(self.coders)] for bits in every], np.int64)
        return Ratings(index, np.array(list(every.values()), np.int64), (0, 1))


def by_code(segments: Segments, codes: Iterable[int] = ()) -> list[CodeTable]:
    """Return a table for each code that somebody used, and for those asked for, in order of code."""
    kinds, kind = dense(segments.who)
    used, place = dense(segments.code)
    shape = (len(used), len(kinds))
    size = segments.end - segments.start
    counts = np.zeros(shape, np.int64)
    np.add.at(counts, (place, kind), size)
    found = {
        code: {bits: n for bits, n in zip(kinds.tolist(), row, strict=True) if n}
        for code, row in zip(used.tolist(), counts.tolist(), strict=True)
    }
    every = sorted({*found, *codes})
    return [CodeTable(c, len(segments.coders), segments.characters, found.get(c, {})) for c in every]


def summed(tables: Iterable[CodeTable], coders: int) -> CodeTable:
    """Return the sum of tables: every character counts once for each code."""
    total, characters = dict[int, int](), 0
    for one in tables:
        characters += one.characters
        for bits, count in one.patterns.items():
            total[bits] = total.get(bits, 0) + count
    return CodeTable(None, coders, characters, total)
