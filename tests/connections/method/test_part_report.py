"""The seed's report: both views of the worker's part, with nothing small to be worked out from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.connections.method.part_report import (
    DESCRIBES,
    NO_ANSWER,
    PARTS,
    TOTAL,
    PartReport,
    TieViews,
    part_report,
)
from ownwords.people.method.small_numbers import Sum, hidden, safe

#: Sixty ties: (the person's view, the worker's view) -> how many.
SIXTY: Mapping[tuple[str | None, str | None], int] = {
    ("none", "none"): 14, ("none", "prepared"): 3, ("none", None): 6,
    ("prepared", "none"): 2, ("prepared", "prepared"): 9, ("prepared", None): 5,
    ("alongside", "alongside"): 8, ("introduced", "introduced"): 5,
    (None, "none"): 5, (None, None): 3,
}  # fmt: skip


def ties(counts: Mapping[tuple[str | None, str | None], int], known: int = 0) -> list[TieViews]:
    """Ties with these counts, the first of them with readiness known."""
    views = [views for views, count in counts.items() for _ in range(count)]
    return [TieViews(*view, readiness_known=place < known) for place, view in enumerate(views)]


def rows(report: PartReport) -> list[list[int | None]]:
    """The table, row by row."""
    return [[report.cells[row, column] for column in report.columns] for row in report.rows]


def test_sixty_ties_yield_the_one_known_masked_table() -> None:
    """connecting R11. By hand: 3, 2 and 3 are under five.

    Row "none" ends in 23 and shows 14, so 3 needs a second cell: 6. Row "prepared" ends in 16: 2 + 9 + 5, and hiding 2
    alone or with 5 would leave it to be worked out down its column, so all three. Row "no-answer" ends in 8: 3 needs 5.
    Down the columns: "none" hides 2 + 5 beside 14 (21), "prepared" 3 + 9 (12), "no-answer" 6 + 5 + 3 (14).
    """
    hide = None
    report = part_report(ties(SIXTY, known=20))
    assert report.rows == (*PARTS, NO_ANSWER, TOTAL) == report.columns
    assert rows(report) == [
        [14, hide, 0, 0, 0, hide, 23],
        [hide, hide, 0, 0, 0, hide, 16],
        [0, 0, 8, 0, 0, 0, 8],
        [0, 0, 0, 5, 0, 0, 5],
        [0, 0, 0, 0, 0, 0, 0],
        [hide, 0, 0, 0, 0, hide, 8],
        [21, 12, 8, 5, 0, 14, 60],
    ]
    # 41 where both answered would leave 14 for three hidden cells, of which column "prepared" shows 12: 2 would be out.
    assert report.agreement == (None, None)
    assert (report.readiness_known, report.readiness_unknown) == (20, 40)
    assert report.hides
    assert "does not prove" in DESCRIBES


def test_nothing_small_can_be_worked_out_from_that_table() -> None:
    """connecting R11: an independent search over every table that fits what is shown."""
    report = part_report(ties(SIXTY))
    for cell, values in possible(report).items():
        if 0 < SIXTY.get(tuple(None if name == NO_ANSWER else name for name in cell), 0) < 5:
            assert len(values) > 1, cell


def possible(report: PartReport) -> dict[tuple[str, str], set[int]]:
    """Every value that each hidden cell can have, by trying all whole numbers from 1 with the totals that are shown."""
    names = report.rows[:-1]
    away = [(row, column) for row in names for column in names if report.cells[row, column] is None]
    left = {("row", name): rest(report, [(name, other) for other in names], (name, TOTAL)) for name in names}
    left |= {
        ("column", name): rest(report, [(other, name) for other in names], (TOTAL, name)) for name in names
    }
    found: dict[tuple[str, str], set[int]] = {cell: set() for cell in away}
    for filled in tables(away, left):
        for cell, value in filled.items():
            found[cell].add(value)
    return found


def rest(report: PartReport, parts: list[tuple[str, str]], total: tuple[str, str]) -> int | None:
    """What the hidden cells of a line come to together, None when its total is hidden."""
    whole = report.cells[total]
    return None if whole is None else whole - sum(report.cells[part] or 0 for part in parts)


def tables(
    away: list[tuple[str, str]],
    left: dict[tuple[str, str], int | None],
    whole: int = 60,
    zeros: frozenset[tuple[str, str]] = frozenset(),
) -> Iterator[dict[tuple[str, str], int]]:
    """Give every way to fill the hidden cells, from 1 (from 0 where 0 was hidden to cover another)."""
    if not away:
        if not any(left.values()):
            yield {}
        return
    (row, column), others = away[0], away[1:]
    lines = ("row", row), ("column", column)
    most = min((left[line] for line in lines if left[line] is not None), default=whole)
    for value in range(0 if away[0] in zeros else 1, min(most, whole) + 1):
        after = left | {line: left[line] - value for line in lines if left[line] is not None}
        for filled in tables(others, after, whole - value, zeros):
            yield {(row, column): value, **filled}


def test_without_small_numbers_everything_is_shown() -> None:
    """connecting R11: agreement is 30 of 40, "not sure" by both included; one has answered 15, neither 5."""
    counts = {
        ("none", "none"): 10, ("alongside", "alongside"): 15, ("not-sure", "not-sure"): 5, ("none", "introduced"): 10,
        ("none", None): 10, (None, "none"): 5, (None, None): 5,
    }  # fmt: skip
    report = part_report(ties(counts, known=25))
    assert not report.hides
    assert report.total == 60
    assert report.agreement == (30, 40)
    assert (report.both_answered, report.only_person, report.only_worker, report.neither) == (40, 10, 5, 5)
    assert (report.readiness_known, report.readiness_unknown) == (25, 35)


def test_few_cases_of_readiness_hide_both_numbers() -> None:
    """connecting R10, R11: 57 of 60 known would say 3."""
    report = part_report(ties({("none", "none"): 60}, known=57))
    assert (report.readiness_known, report.readiness_unknown) == (None, None)
    assert (part_report(ties({("none", "none"): 60})).readiness_unknown) == 60


def test_a_team_with_fewer_than_five_ties_shows_no_number() -> None:
    """connecting R11: small numbers, total included."""
    report = part_report(ties({("none", "none"): 3, (None, None): 1}, known=2))
    shown = {count for count in (*report.cells.values(), *report.facts.values()) if count}
    assert shown == set()
    assert part_report([]).total == 0


def test_an_unknown_answer_is_refused_with_its_place() -> None:
    """Bad input."""
    with pytest.raises(ValueError, match=r"ties\[1\]\.worker: 'all' is none of none, prepared"):
        part_report([TieViews("none"), TieViews("none", "all")])


@st.composite
def small_reports(draw: st.DrawFn) -> list[TieViews]:
    """Ties with two possible parts: small enough to search through everything."""
    answers = st.sampled_from(("yes", "no", None))
    return draw(st.lists(st.builds(TieViews, answers, answers, st.booleans()), max_size=12))


@settings(max_examples=60, deadline=None)
@given(small_reports())
def test_no_small_number_can_be_worked_out_from_any_report(given_: list[TieViews]) -> None:
    """connecting R11: whole tables that fit everything shown, facts included, differ in each small cell."""
    report = part_report(given_, parts=("yes", "no"), below=3)
    names = ("yes", "no", NO_ANSWER)
    true = Counter((tie.person or NO_ANSWER, tie.worker or NO_ANSWER) for tie in given_)
    small = {cell for cell in cells_of(names) if 0 < true[cell] < 3}
    assert all(report.cells[cell] is None for cell in small)
    if report.total is None:
        return
    away = [cell for cell in cells_of(names) if report.cells[cell] is None]
    zeros = frozenset(cell for cell in away if not true[cell])
    open_ = set(small)
    for filled in tables(away, lines(report), report.total, zeros):
        if agrees(report, filled):
            open_ -= {cell for cell in open_ if filled[cell] != true[cell]}
        if not open_:
            break
    assert not open_


def cells_of(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """The inner cells of a table."""
    return [(row, column) for row in names for column in names]


def lines(report: PartReport) -> dict[tuple[str, str], int | None]:
    """What is left of each line for its hidden cells, None where its total is hidden."""
    names = report.rows[:-1]
    found = {("row", name): rest(report, [(name, other) for other in names], (name, TOTAL)) for name in names}
    down = {
        ("column", name): rest(report, [(other, name) for other in names], (TOTAL, name)) for name in names
    }
    return found | down


def agrees(report: PartReport, filled: Mapping[tuple[str, str], int]) -> bool:
    """Whether a filled table comes to the figures shown beside it."""
    names = report.rows[:-2]
    cells = {cell: filled.get(cell, count) for cell, count in report.cells.items() if TOTAL not in cell}
    facts = {
        "both": sum(cells[row, column] for row in names for column in names),
        "agree": sum(cells[name, name] for name in names),
        "only-person": sum(cells[name, NO_ANSWER] for name in names),
        "only-worker": sum(cells[NO_ANSWER, name] for name in names),
    }
    whole = report.total is None or sum(cells.values()) == report.total
    return whole and all(report.facts[name] in (None, count) for name, count in facts.items())


@given(st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_what_is_hidden_by_the_rule_is_safe_by_the_rule(counts: list[int]) -> None:
    """connecting R11: the check for further figures agrees with the rule that hides."""
    cells: dict[str, int] = dict(zip("abcd", counts, strict=True)) | {"total": sum(counts)}
    sums = [Sum("total", tuple("abcd"))]
    assert safe(cells, sums, hidden(cells, sums))
    small = [key for key, count in cells.items() if 0 < count < 5]
    if small:
        assert not safe(cells, sums, [])
    if len(small) == 1 and small != ["total"]:
        assert not safe(cells, sums, small)
