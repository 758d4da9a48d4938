"""Figures about groups: completeness first, counts instead of averages, small numbers hidden, no ranking.

What a page may show of a team: how many were asked and answered, how answers are spread, and how the groups of a
reference list compare in counts. Personal lines are not in here (RS-22), and nothing sorts teams or people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from ownwords.measures.method.definitions import Band
from ownwords.people.method.reference import EthnicCategories
from ownwords.people.method.small_numbers import Sum, hidden, limits

TOTAL = "total"
NOT_ASKED = "not asked"

#: English message ids.
REST_UNKNOWN = "What became of the others is not known."
NO_ONE = "no one to count"
TOO_FEW = "shown from five people on"


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far figures reach: each number is part of the one before. Raises ValueError when it is not."""

    eligible: int
    asked: int
    once: int
    twice: int

    def __post_init__(self) -> None:
        if not self.eligible >= self.asked >= self.once >= self.twice >= 0:
            raise ValueError(
                "eligible, asked, answered once and answered twice must each be part of the one before"
            )

    @property
    def per_cent(self) -> int | None:
        """Share of the eligible who answered twice, in whole per cent, half up; None when nobody is eligible."""
        return (200 * self.twice + self.eligible) // (2 * self.eligible) if self.eligible else None

    @property
    def unknown(self) -> int:
        """How many of the eligible nothing can be said about."""
        return self.eligible - self.twice

    @property
    def reads(self) -> str:
        """The share with its counts: "13% (32 of 245)", or that there is no one to count."""
        return f"{self.per_cent}% ({self.twice:,} of {self.eligible:,})" if self.eligible else NO_ONE

    @property
    def warning(self) -> str:
        """What stands beside the share whenever somebody is missing; an English message id."""
        return REST_UNKNOWN if self.unknown else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One count of a table; ``count`` is None where it is hidden, and only there."""

    row: str
    column: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as it may be shown. Rows and columns keep the order in which they were given; totals come last."""

    cells: Mapping[tuple[str, str], Cell]
    rows: tuple[str, ...]
    columns: tuple[str, ...]

    def count(self, row: str, column: str = TOTAL) -> int | None:
        """Return a count, None where it is hidden. Raises KeyError for a cell that is not there."""
        return self.cells[row, column].count


@dataclass(frozen=True, slots=True)
class Experience:
    """How people rated their support, for a team. ``mean`` is None under five raters, and ``why`` then says so."""

    raters: int | None
    mean: float | None
    why: str


def distribution(values: Iterable[float], bands: Sequence[Band]) -> Mapping[str, int]:
    """Return how many values lie in each band, by key, in the order of the bands.

    Raises ValueError for a value in no band or in two: then the bands do not fit the score.
    """
    found = dict.fromkeys((band.key for band in bands), 0)
    for value in values:
        places = [band.key for band in bands if band.low <= value <= band.high]
        if len(places) != 1:
            raise ValueError(f"{value} lies in {len(places)} bands")
        found[places[0]] += 1
    return found


def shown_counts(counts: Mapping[str, int], *, below: int | None = None) -> Shown:
    """Return one list of counts with its total, small numbers hidden also by subtraction."""
    return shown_table({TOTAL: counts}, below=below)


def shown_table(
    counts: Mapping[str, Mapping[str, int]],
    *,
    groups: Mapping[str, Sequence[str]] | None = None,
    below: int | None = None,
) -> Shown:
    """Return a table (row -> column -> count) with totals, small numbers hidden also by subtraction.

    ``groups`` puts rows together: each group becomes a row of its own, and the total is that of the groups. One row
    that is called "total" stands alone. Raises ValueError when rows have different columns, a row is in no group or in
    two, or a name is used for two things.
    """
    rows, columns = list(counts), list(next(iter(counts.values()), {}))
    if any(set(row) != set(columns) for row in counts.values()):
        raise ValueError("every row must have the same columns")
    upper = _groups(rows, groups)
    tree = {TOTAL: tuple(upper), **upper} if rows != [TOTAL] else {}
    cells = {(row, column): counts[row][column] for row in rows for column in columns}
    for total in (*upper, TOTAL) if tree else ():
        if tree[total]:
            cells |= {(total, column): sum(cells[part, column] for part in tree[total]) for column in columns}
    names = [*rows, *(name for name in (*upper, TOTAL) if name not in rows)]
    cells |= {(row, TOTAL): sum(cells[row, column] for column in columns) for row in names}
    across = [Sum((row, TOTAL), tuple((row, column) for column in columns)) for row in names]
    down = [
        Sum((total, column), tuple((part, column) for part in parts))
        for total, parts in tree.items() if parts for column in (*columns, TOTAL)
    ]  # fmt: skip
    away = hidden(cells, [*across, *down], below=below)
    made = {key: Cell(*key, None if key in away else count) for key, count in cells.items()}
    return Shown(made, tuple(names), (*columns, TOTAL))


def _groups(rows: Sequence[str], groups: Mapping[str, Sequence[str]] | None) -> dict[str, tuple[str, ...]]:
    """Return what the total is made of: the groups with their rows, or the rows themselves."""
    if groups is None:
        return dict.fromkeys(rows, ())
    members = Counter(member for group in groups.values() for member in group)
    if set(members) != set(rows) or max(members.values(), default=0) > 1:
        raise ValueError("every row must belong to exactly one group")
    if set(groups) & {*rows, TOTAL} or TOTAL in rows:
        raise ValueError("a group must have a name of its own")
    return {name: tuple(group) for name, group in groups.items() if group}


def experience(ratings: Mapping[Hashable, float]) -> Experience:
    """Return how a team's support was rated: one rating (the latest) for each person who rated; refocus R12.

    Under five raters neither the figure nor how many there were is told. This is a figure for a whole team; for a
    single worker there is none.
    """
    if len(ratings) < limits().raters_from:
        return Experience(None, None, TOO_FEW)
    return Experience(len(ratings), fmean(ratings.values()), "")


def by_ethnic_group(codes: Iterable[str], categories: EthnicCategories) -> Mapping[str, int]:
    """Return how many people belong to each group of the national list, in its order, then those not asked ("").

    Every code maps to exactly one group, so the groups add up to all people (RS-25). Raises ValueError for a code that
    is not in the list: somebody who is left out without a word is the fault this guards against.
    """
    found = {group.key: 0 for group in categories.groups} | {NOT_ASKED: 0}
    for code in codes:
        category = categories.by_code(code)
        if code and category is None:
            raise ValueError(f"{code!r} is no code of the national list")
        found[category.group if category else NOT_ASKED] += 1
    return found
