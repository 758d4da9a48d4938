"""Figures about groups: completeness, spreads, and small numbers that nobody can work out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ownwords.measures.method.definitions import Band
from ownwords.measures.method.figures import (
    TOTAL,
    Completeness,
    Shown,
    by_ethnic_group,
    distribution,
    experience,
    shown_counts,
    shown_table,
)
from ownwords.people.method.reference import ethnic_categories
from ownwords.people.method.small_numbers import Sum, hidden, limits

Table = dict[str, dict[str, int]]


def test_thirteen_per_cent_comes_with_the_warning_that_the_rest_is_unknown() -> None:
    """RS-23: 245 / 32 prints 13% with the warning (Blenkiron & Goldsmith 2019)."""
    found = Completeness(eligible=245, asked=245, once=245, twice=32)
    assert found.reads == "13% (32 of 245)"
    assert found.warning == "What became of the others is not known."
    assert found.unknown == 213


def test_nobody_to_count_is_said_and_everybody_needs_no_warning() -> None:
    """RS-18; RS-23."""
    assert Completeness(0, 0, 0, 0).reads == "no one to count"
    whole = Completeness(3, 3, 3, 3)
    assert (whole.reads, whole.warning) == ("100% (3 of 3)", "")
    assert Completeness(8, 4, 2, 1).per_cent == 13  # 12.5, half up


@pytest.mark.parametrize("numbers", [(1, 2, 0, 0), (3, 2, 3, 0), (3, 2, 1, 2), (3, 2, 1, -1)])
def test_numbers_that_are_no_part_of_each_other_are_refused(numbers: tuple[int, int, int, int]) -> None:
    """Bad input: a clear answer."""
    with pytest.raises(ValueError, match="part of the one before"):
        Completeness(*numbers)


BANDS = (Band(0, 4, "minimal", "minimal"), Band(5, 9, "mild", "mild"), Band(10, 27, "more", "more"))


def test_a_distribution_counts_every_value_once() -> None:
    """House rule 10: distribution, never an average of people."""
    assert distribution([0, 4, 5, 27, 10], BANDS) == {"minimal": 2, "mild": 1, "more": 2}
    with pytest.raises(ValueError, match=r"4\.5 lies in 0 bands"):
        distribution([4.5], BANDS)


def test_a_small_number_is_hidden_together_with_enough_to_hide_it() -> None:
    """House rule 10: 2 of 49 is hidden, and so is another, or the total would give it away."""
    found = shown_counts({"better": 2, "the same": 40, "worse": 7})
    assert (found.count(TOTAL, "better"), found.count(TOTAL, "worse")) == (None, None)
    assert (found.count(TOTAL, "the same"), found.count(TOTAL)) == (40, 49)


def test_zero_and_five_are_shown() -> None:
    """RS-18: 0 is a number; the threshold is data."""
    found = shown_counts({"better": 0, "the same": 5, "worse": 6})
    assert [found.count(TOTAL, name) for name in ("better", "the same", "worse", TOTAL)] == [0, 5, 6, 11]
    assert (limits().small_below, limits().raters_from) == (5, 5)


def test_three_people_in_all_are_not_told() -> None:
    """A total is a number of people as well."""
    found = shown_counts({"better": 1, "worse": 2})
    assert {cell.count for cell in found.cells.values()} == {None}


def test_groups_and_their_categories_do_not_give_each_other_away() -> None:
    """R22: a group that is shown beside its categories is one more sum to subtract from."""
    counts = {"British": {"yes": 40, "no": 30}, "Irish": {"yes": 2, "no": 20}, "Indian": {"yes": 9, "no": 9}}
    found = shown_table(counts, groups={"white": ["British", "Irish"], "asian": ["Indian"]})
    assert found.count("Irish", "yes") is None
    assert found.count("white", TOTAL) == 92
    white = [found.count(row, "yes") for row in ("British", "Irish", "white")]
    assert white.count(None) >= 2
    assert found.rows == ("British", "Irish", "Indian", "white", "asian", TOTAL)


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ({"a": ["x"]}, "exactly one"),
        ({"a": ["x", "y"], "b": ["y"]}, "exactly one"),
        ({"x": ["x", "y"]}, "name of its own"),
    ],
)
def test_groups_that_leave_somebody_out_are_refused(groups: dict[str, list[str]], said: str) -> None:
    """RS-25: every category belongs to exactly one group."""
    with pytest.raises(ValueError, match=said):
        shown_table({"x": {"n": 9}, "y": {"n": 9}}, groups=groups)


def test_tables_that_do_not_fit_are_refused() -> None:
    """Bad input: other columns, sums that do not add up or name what is not there."""
    with pytest.raises(ValueError, match="same columns"):
        shown_table({"x": {"n": 9}, "y": {"m": 9}})
    with pytest.raises(ValueError, match="do not add up"):
        hidden({"a": 1, "b": 2, "t": 4}, [Sum("t", ("a", "b"))])
    with pytest.raises(ValueError, match="not there"):
        hidden({"a": 1}, [Sum("t", ("a",))])


def solutions(table: Table, shown: Shown, groups: Mapping[str, list[str]]) -> Iterator[Table]:
    """Give every table that agrees with all that is shown: what somebody who subtracts is left with."""
    rows, columns = list(table), list(next(iter(table.values())))
    places = [(row, column) for row in rows for column in columns]
    reach = max(max(row.values()) for row in table.values()) + 1
    free = [place for place in places if shown.count(*place) is None]
    for values in product(range(reach + 1), repeat=len(free)):
        guess = dict(zip(free, values, strict=True))
        made = {row: {c: guess.get((row, c), table[row][c]) for c in columns} for row in rows}
        if agrees(made, shown, groups):
            yield made


def agrees(made: Table, shown: Shown, groups: Mapping[str, list[str]]) -> bool:
    """Whether a table has all the sums that are shown."""
    columns = list(next(iter(made.values())))
    members = {**{row: [row] for row in made}, **groups, TOTAL: list(made)}
    for (row, column), cell in shown.cells.items():
        over = columns if column == TOTAL else [column]
        if cell.count is not None and cell.count != sum(made[one][c] for one in members[row] for c in over):
            return False
    return True


def solved(table: Table, shown: Shown, groups: Mapping[str, list[str]], below: int) -> set[tuple[str, str]]:
    """Return the hidden small numbers that somebody could work out; stops once every one of them has two values."""
    small = {
        (row, column)
        for row, cells in table.items()
        for column, count in cells.items()
        if shown.count(row, column) is None and 0 < count < below
    }
    for made in solutions(table, shown, groups):
        small -= {(row, column) for row, column in small if made[row][column] != table[row][column]}
        if not small:
            break
    return small


COUNTS = some.integers(0, 4)


@settings(max_examples=25, deadline=None)
@given(some.lists(some.lists(COUNTS, min_size=2, max_size=2), min_size=2, max_size=3), some.booleans())
def test_nobody_can_work_out_a_hidden_small_number(numbers: list[list[int]], divided: bool) -> None:
    """House rule 10: hidden also by subtraction, in rows, columns, groups and totals; every table is tried."""
    table = {f"r{at}": {"yes": row[0], "no": row[1]} for at, row in enumerate(numbers)}
    groups = {"g": list(table)[:2], "h": list(table)[2:]} if divided else {}
    groups = {name: rows for name, rows in groups.items() if rows}
    shown = shown_table(table, groups=groups or None, below=3)
    assert solved(table, shown, groups, 3) == set()
    for (row, column), cell in shown.cells.items():
        if row in table and column != TOTAL and 0 < table[row][column] < 3:
            assert cell.count is None


@given(some.lists(some.integers(0, 60), min_size=1, max_size=8))
def test_what_is_shown_is_true_and_what_is_small_is_not_shown(numbers: list[int]) -> None:
    """House rule 10: nothing is changed, only left out."""
    counts = {str(at): number for at, number in enumerate(numbers)}
    found = shown_counts(counts)
    for name, number in {**counts, TOTAL: sum(numbers)}.items():
        assert found.count(TOTAL, name) in ({None} if 0 < number < 5 else {number, None})


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    """Hiding is for people, not for show."""
    found = shown_table({"x": {"yes": 9, "no": 0}, "y": {"yes": 5, "no": 50}})
    assert None not in {cell.count for cell in found.cells.values()}


def test_support_is_told_from_five_raters_on() -> None:
    """refocus R12: team results only from 5 raters; under that not even how many there were."""
    four = experience(dict.fromkeys("abcd", 80.0))
    assert (four.raters, four.mean, four.why) == (None, None, "shown from five people on")
    five = experience({**dict.fromkeys("abcd", 80.0), "e": 30.0})
    assert (five.raters, five.mean, five.why) == (5, 70, "")


def test_every_ethnic_category_maps_to_one_group_and_the_groups_add_up() -> None:
    """RS-25: each code once, L and M included; the sum equals all people."""
    known = ethnic_categories()
    codes = [category.code for category in known.categories]
    assert len(codes) == len(set(codes))
    assert {"L", "M"} <= set(codes)
    assert {category.group for category in known.categories} == {group.key for group in known.groups}
    found = by_ethnic_group([*codes, *codes, "", ""], known)
    assert sum(found.values()) == 2 * len(codes) + 2
    assert (found["asian"], found["black"], found["not asked"]) == (8, 6, 2)
    with pytest.raises(ValueError, match="'LM' is no code"):
        by_ethnic_group(["LM"], known)


@pytest.mark.parametrize(("parts", "wanted"), [((2, 2, 9), {"a", "b", "c"}), ((2, 3, 9), {"a", "b"})])
def test_hidden_parts_of_a_shown_total_come_to_at_least_the_limit(
    parts: tuple[int, int, int], wanted: set[str]
) -> None:
    """refocus R22: four people in two hidden cells are still four people; five are enough."""
    cells = dict(zip("abc", parts, strict=True)) | {"all": sum(parts)}
    assert hidden(cells, [Sum("all", ("a", "b", "c"))], below=5) == wanted
