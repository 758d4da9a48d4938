"""In which order findings are listed: where groups disagree most comes first (connecting R25)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import TypeVar

from ownwords.inquiry.method.checking_back.apart import Counts, furthest

Row = TypeVar("Row")


def most_apart_first(rows: Iterable[Row], groups_of: Callable[[Row], Sequence[Counts]]) -> list[Row]:
    """Return rows by how far their groups are apart, the furthest first; those for which it is undefined come last.

    Rows that are equally far apart stay in the order in which they came.
    """

    def place(row: Row) -> tuple[bool, Fraction]:
        found = furthest(groups_of(row))
        return (found is None, -found[0] if found else Fraction(0))

    return sorted(rows, key=place)
