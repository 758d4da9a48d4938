"""Which numbers of a team's page may be shown: small ones are kept back, once, over the whole page together.

The same people stand behind every table of the page, so one set of sums ties all of them together before a single
number is put into words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ownwords.measures.queries.figures import GroupKnown, Results
from ownwords.people.method.reference import ethnic_categories
from ownwords.people.method.small_numbers import Sum, hidden

ALL = "all"
OWN, NOT_ASKED, UNLISTED = "own", "not asked", "unlisted"
KNOWN = ("eligible", "asked", "once", "twice")
CLASSES = ("improved", "chance", "deteriorated")
Cell = tuple[str, str]
Number = int | None


@dataclass(frozen=True, slots=True)
class Page:
    """Every number of the page that may be shown; None where one is kept back, and only there."""

    known: Mapping[Cell, Number]
    bins: tuple[Number, ...]
    people: Number
    groups: tuple[str, ...]

    def of(self, group: str, what: str) -> Number:
        """Return one number of one group, or of `ALL`; 0 where there is nothing to count."""
        return self.known.get((group, what), 0)


def page_of(rows: Sequence[GroupKnown], results: Results | None, stretches: int) -> Page:
    """Put categories into the groups of the national list and keep small numbers back, by subtraction as well."""
    cells, groups = _cells(rows, results)
    judged = results is not None and any(name in results.classes for name in CLASSES)
    bins = [] if results is None or results.bins is None else _bins(results.bins, stretches)
    sums = _sums(cells, groups, judged=judged)
    if results is not None and bins:
        cells |= {(ALL, f"bin {place}"): count for place, count in enumerate(bins)} | {
            (ALL, "people"): results.people
        }
        sums.append(Sum((ALL, "people"), tuple((ALL, f"bin {place}") for place in range(len(bins)))))
        sums += _same(cells, (ALL, "once"), (ALL, "people"))
    away = hidden({key: count for key, count in cells.items() if count is not None}, sums)
    shown = {key: None if key in away else count for key, count in cells.items()}
    return Page(
        shown,
        tuple(shown[ALL, f"bin {place}"] for place in range(len(bins))),
        shown.get((ALL, "people"), results.people if results else 0),
        tuple(groups),
    )


def group_of(code: str) -> str:
    """Return the one group that a category belongs to: of the national list, own words, not asked, or not listed."""
    if code in ("", OWN):
        return code or NOT_ASKED
    category = ethnic_categories().by_code(code)
    return category.group if category else UNLISTED


def group_words() -> dict[str, str]:
    """Return every group with its words, in the order of the list."""
    named = {group.key: _(group.label) for group in ethnic_categories().groups}
    return named | {
        OWN: _("In own words"),
        NOT_ASKED: _("Not asked"),
        UNLISTED: _("A code that is not on the list"),
    }


def _cells(rows: Sequence[GroupKnown], results: Results | None) -> tuple[dict[Cell, Number], list[str]]:
    """Return every count by group and of all; a measure about workers comes with one row, of all."""
    found: Counter[Cell] = Counter()
    kept: set[Cell] = set()
    for row in rows:
        for what in KNOWN:
            number = getattr(row, what)
            kept |= {(ALL, what)} if number is None else set()
            for group in (ALL, group_of(row.code)):
                found[group, what] += number or 0
    for code, classes in (results.groups if results else {}).items():
        for name in CLASSES:
            for group in (ALL, group_of(code)):
                found[group, name] += classes.get(name, 0)
                found[group, "judged"] += classes.get(name, 0)
    groups = [group for group in group_words() if any(key[0] == group and n for key, n in found.items())]
    columns = (*KNOWN, "judged", *CLASSES)
    cells: dict[Cell, Number] = {
        (group, what): found[group, what] for group in (*groups, ALL) for what in columns
    }
    return cells | dict.fromkeys(kept), groups


def _bins(bins: Mapping[int, int], stretches: int) -> list[int]:
    """Return the counts of all stretches in the order of the scale; the database counts them from 1."""
    return [bins.get(place, 0) for place in range(1, stretches + 1)]


def _sums(cells: Mapping[Cell, Number], groups: Sequence[str], *, judged: bool) -> list[Sum[Cell]]:
    """Return every way in which one number of the page follows from others."""
    if any(count is None for count in cells.values()):
        return []
    found = [Sum((ALL, what), tuple((group, what) for group in groups)) for what in KNOWN if groups]
    if not judged:
        return found
    for what in ("judged", *CLASSES):
        found += [Sum((ALL, what), tuple((group, what) for group in groups))]
    for group in (*groups, ALL):
        found.append(Sum((group, "judged"), tuple((group, name) for name in CLASSES)))
        found += _same(cells, (group, "twice"), (group, "judged"))
    return found


def _same(cells: Mapping[Cell, Number], one: Cell, other: Cell) -> list[Sum[Cell]]:
    """Tie two numbers together that are equal now, though counted on different days."""
    return [Sum(one, (other,))] if cells[one] == cells[other] else []
