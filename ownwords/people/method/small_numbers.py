"""Hiding small numbers in tables, also from somebody who subtracts.

A count of 1 to 4 people (``limits().small_below``) can point at somebody, so it is hidden. That is no use while totals
let anybody work it out again; so further cells are hidden until no hidden small number follows from what is shown:

* in every sum that is shown, hidden parts together come to at least the threshold, or the total is hidden too;
* every hidden small number could be at least one higher or lower with everything shown staying as it is (checked by
  linear algebra on the hidden cells; whoever looks is taken to know that a hidden cell is at least 1).

Cells are whatever has a key; sums say which cell is the total of which others, so a table with margins, a list with a
total, and groups divided into categories are all the same thing. What is hidden here can still be worked out from
another table, or from last month's: show one such table of the same people, not several.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from itertools import combinations
from math import lcm
from typing import Generic, TypeVar

from ownwords.people.method.definition_file import Table, read_definition

Key = TypeVar("Key", bound=Hashable)
Row = dict[int, Fraction]
ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Limits:
    """Counts from 1 up to but not including ``small_below`` are hidden; experience takes ``raters_from`` raters."""

    version: str
    small_below: int
    raters_from: int


@dataclass(frozen=True, slots=True)
class Sum(Generic[Key]):
    """One cell that is the total of others. Every part is counted once."""

    total: Key
    parts: tuple[Key, ...]


@cache
def limits() -> Limits:
    """Return the limits from ``people/data/figures.toml``."""
    file = resources.files("ownwords.people").joinpath("data").joinpath("figures.toml")
    return read_definition(file.read_text(encoding="utf-8"), "people/data/figures.toml", _limits)


def hidden(cells: Mapping[Key, int], sums: Iterable[Sum[Key]], *, below: int | None = None) -> frozenset[Key]:
    """Return the keys of the cells to hide; ``cells`` are counts, 0 and up.

    Raises ValueError when a sum does not add up or names a cell that is not there.
    """
    least = limits().small_below if below is None else below
    checked = _checked(cells, sums)
    found = {key for key, count in cells.items() if 0 < count < least}
    small = frozenset(found)
    while True:
        more = _by_sums(cells, checked, found, least)
        if more is None:
            more = _by_algebra(cells, checked, found, small)
        if more is None:
            return frozenset(found)
        found.add(more)


def safe(
    cells: Mapping[Key, int], sums: Iterable[Sum[Key]], away: Iterable[Key], *, below: int | None = None
) -> bool:
    """Whether no small number follows when just the cells ``away`` are hidden: may one more total be shown beside them?

    Raises ValueError as ``hidden`` does.
    """
    least = limits().small_below if below is None else below
    checked, found = _checked(cells, sums), set(away)
    small = frozenset(key for key, count in cells.items() if 0 < count < least)
    return (
        small <= found
        and _by_sums(cells, checked, found, least) is None
        and _by_algebra(cells, checked, found, small) is None
    )


def _limits(table: Table) -> Limits:
    found = Limits(table.text("version"), table.whole("small_below"), table.whole("raters_from"))
    table.provenance()
    if min(found.small_below, found.raters_from) < 2:
        table.note("a limit under 2 hides nothing")
    return found


def _checked(cells: Mapping[Key, int], sums: Iterable[Sum[Key]]) -> tuple[Sum[Key], ...]:
    found = tuple(sums)
    for one in found:
        if one.total not in cells or not set(one.parts) <= set(cells):
            raise ValueError(f"a sum names a cell that is not there: {one.total}")
        if sum(cells[part] for part in one.parts) != cells[one.total]:
            raise ValueError(f"the parts of {one.total} do not add up to it")
    return found


def _by_sums(cells: Mapping[Key, int], sums: Sequence[Sum[Key]], found: set[Key], least: int) -> Key | None:
    """Return a cell to hide because the hidden parts of a shown total are too few people; None when all is well."""
    for one in sums:
        away = [part for part in one.parts if part in found]
        if not away or one.total in found or sum(cells[part] for part in away) >= least:
            continue
        chosen = _cheapest(cells, [part for part in one.parts if part not in found])
        return one.total if chosen is None else chosen
    return None


def _by_algebra(
    cells: Mapping[Key, int], sums: Sequence[Sum[Key]], found: set[Key], small: frozenset[Key]
) -> Key | None:
    """Return a cell to hide because a small number follows from what is shown; None when none does."""
    if not found:
        return None
    order = sorted(found, key=lambda key: (-cells[key], str(key)))
    basis = _basis(order, sums)
    slack = [cells[key] - (1 if cells[key] else 0) for key in order]
    for place, key in enumerate(order):
        if key in small and not any(_possible(move, slack) for move in _moves(basis, place)):
            return _neighbour(cells, sums, found, key)
    return None


def _possible(move: Row, slack: Sequence[int]) -> bool:
    """Whether hidden cells can change by a whole move, one way or the other, with none going under its least."""
    scale = lcm(*(step.denominator for step in move.values()))
    return any(all(slack[at] + turn * scale * step >= 0 for at, step in move.items()) for turn in (1, -1))


def _moves(basis: Sequence[Row], place: int) -> Iterator[Row]:
    """Give the ways of a basis, then their differences, in which one cell changes."""
    yield from (move for move in basis if place in move)
    for one, other in combinations(basis, 2):
        if one.get(place, ZERO) != other.get(place, ZERO):
            yield {
                at: gap
                for at in one.keys() | other.keys()
                if (gap := one.get(at, ZERO) - other.get(at, ZERO))
            }


def _basis(order: Sequence[Key], sums: Sequence[Sum[Key]]) -> list[Row]:
    """Return a basis of the ways in which hidden cells can change together with every sum staying true.

    Rows are eliminated with the largest cells as pivots, so that the small ones are the free ones.
    """
    places = {key: at for at, key in enumerate(order)}
    pivots: dict[int, Row] = {}
    for one in sums:
        row: Row = {places[part]: Fraction(1) for part in one.parts if part in places}
        if one.total in places:
            row[places[one.total]] = row.get(places[one.total], ZERO) - 1
        _eliminate(row, pivots)
    free = [at for at in range(len(order)) if at not in pivots]
    return [
        {at: Fraction(1)} | {pivot: -row[at] for pivot, row in pivots.items() if row.get(at)} for at in free
    ]


def _eliminate(row: Row, pivots: dict[int, Row]) -> None:
    """Add one row to a system in reduced form."""
    for pivot, other in pivots.items():
        if row.get(pivot):
            _subtract(row, other, row[pivot])
    left = sorted(at for at, step in row.items() if step)
    if not left:
        return
    pivot = left[0]
    lead = row[pivot]
    made = {at: row[at] / lead for at in left}
    for other in pivots.values():
        if other.get(pivot):
            _subtract(other, made, other[pivot])
    pivots[pivot] = made


def _subtract(row: Row, other: Row, times: Fraction) -> None:
    for at, step in other.items():
        row[at] = row.get(at, ZERO) - times * step


def _neighbour(cells: Mapping[Key, int], sums: Sequence[Sum[Key]], found: set[Key], key: Key) -> Key | None:
    """Return the next cell to hide for one that can be worked out: in its sums first, then anywhere."""
    beside = [one for one in sums if key in one.parts or key == one.total]
    parts = [part for one in beside for part in one.parts if part not in found]
    totals = [one.total for one in beside if one.total not in found]
    rest = [other for other in cells if other not in found]
    chosen = (_cheapest(cells, keys) for keys in (parts, totals, rest))
    return next((key for key in chosen if key is not None), None)


def _cheapest(cells: Mapping[Key, int], keys: Sequence[Key]) -> Key | None:
    """Return the smallest of some cells; a 0 is hidden last of all, for it tells least and is asked for most."""
    return min(keys, key=lambda key: (cells[key] == 0, cells[key], str(key)), default=None)
