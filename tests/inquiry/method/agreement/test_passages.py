"""Agreement of coded passages over characters, against a table of every single character."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.agreement.passages.by_code import CodeTable, by_code, summed
from ownwords.inquiry.method.agreement.passages.coefficients import SHOWN, coefficient, coefficients, overall
from ownwords.inquiry.method.agreement.passages.disagreements import disagreements, how_many
from ownwords.inquiry.method.agreement.passages.segments import Segments, common, segments
from ownwords.inquiry.method.agreement.result import Reason
from ownwords.inquiry.method.queries.codings import Row, codings

LENGTHS = {0: 12, 1: 1, 2: 20, 3: 9}
ROWS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(sorted(LENGTHS)), st.integers(0, 20), st.integers(0, 20),
              st.integers(0, 3)).map(
        lambda row: (row[0], row[1], *sorted(min(place, LENGTHS[row[1]]) for place in row[2:4]), row[4])
    ),
    max_size=25,
)  # fmt: skip
FINISHED = st.fixed_dictionaries({coder: st.sets(st.sampled_from(sorted(LENGTHS))) for coder in range(4)})


def compare(first: list[tuple[int, int]], second: list[tuple[int, int]], length: int = 1000) -> Segments:
    rows: list[Row] = [(7, 3, start, end, 0) for start, end in first]
    rows += [(7, 3, start, end, 1) for start, end in second]
    return segments(codings(rows), [0, 1], {0: {3}, 1: {3}}, {3: length})


@pytest.mark.parametrize(
    ("first", "second", "kappa"),
    [
        ([(0, 100)], [(50, 150)], 0.4444),
        ([(0, 100)], [(500, 600)], -0.1111),
        ([(0, 100), (50, 150)], [], 0),
        ([(0, 100), (50, 150)], [(0, 150)], 1),
        ([(0, 125)], [(75, 200)], 0.3143),
        ([(0, 100)], [(0, 100)], 1),
    ],
)
def test_six_cases_give_cohens_kappa(
    first: list[tuple[int, int]], second: list[tuple[int, int]], kappa: float
) -> None:
    """inquiry 20: the six cases that another program gets wrong, over 1,000 characters."""
    (table,) = by_code(compare(first, second))
    assert coefficient(table, "cohen").value == pytest.approx(kappa, abs=5e-5)
    assert coefficient(table, "cohen").units == 1000


def test_the_percentage_of_the_help_example() -> None:
    """inquiry 2.7: 0 to 125 against 75 to 200 is 85 % agreement."""
    (table,) = by_code(compare([(0, 125)], [(75, 200)]))
    assert coefficient(table, "percent").value == pytest.approx(0.85)
    assert (table.all_of_them, table.only(0), table.only(1), table.nobody) == (50, 75, 75, 800)
    assert table.shared == 0.25
    assert CodeTable(1, 2, 1000, {}).shared is None


@given(ROWS, FINISHED, st.integers(2, 3))
def test_tables_are_those_of_single_characters(
    rows: list[Row], finished: dict[int, set[int]], number: int
) -> None:
    """inquiry 21: only what all have finished; nobody agrees with themselves."""
    coders = list(range(number))
    found = segments(codings(rows), coders, finished, LENGTHS)
    documents = set.intersection(*(finished[coder] for coder in coders))
    single: dict[tuple[int, int, int], int] = {}
    for code, document, start, end, coder in rows:
        if document in documents and coder in coders:
            for place in range(start, end):
                single[code, document, place] = single.get((code, document, place), 0) | 1 << coder
    want: dict[int, Counter[int]] = {}
    for (code, _, _), who in single.items():
        want.setdefault(code, Counter())[who] += 1
    assert {one.code: dict(one.patterns) for one in by_code(found)} == want
    assert found.characters == sum(LENGTHS[one] for one in documents)
    told = disagreements(found)
    apart = {(code, doc, place) for (code, doc, place), who in single.items() if who != 2**number - 1}
    assert {(d.code, d.document, p) for d in told for p in range(d.start, d.end)} == apart
    assert sum(d.end - d.start for d in told) == len(apart)
    assert len(told) == how_many(found)
    for one in told:
        assert sum(1 << coder for coder in one.coded_by) == single[one.code, one.document, one.start]
        assert set(one.coded_by) | set(one.not_by) == set(coders)


def test_disagreements_come_in_the_order_of_reading_and_by_the_page() -> None:
    """inquiry 21: document, place, code, who."""
    rows: list[Row] = [(1, 0, 3, 9, 0), (0, 0, 3, 9, 1), (5, 2, 0, 4, 0), (5, 2, 2, 6, 1)]
    found = segments(codings(rows), [0, 1], {0: {0, 2}, 1: {0, 2}}, LENGTHS)
    told = [(one.document, one.code, one.start, one.end, one.coded_by) for one in disagreements(found)]
    assert told == [(0, 0, 3, 9, (1,)), (0, 1, 3, 9, (0,)), (2, 5, 0, 2, (0,)), (2, 5, 4, 6, (1,))]
    assert disagreements(found, first=1, most=2) == disagreements(found)[1:3]


def test_mean_and_pooled_kappa_stand_beside_each_other() -> None:
    """inquiry 2.7: one binary table a code; the sum of tables weighs much-used codes more."""
    rows: list[Row] = [(0, 0, 0, 6, 0), (0, 0, 0, 6, 1), (1, 0, 0, 1, 0), (1, 0, 5, 6, 1)]
    found = segments(codings(rows), [0, 1], {0: {0}, 1: {0}}, LENGTHS)
    tables = by_code(found, codes=[2])
    values = [one.value for one in coefficients(tables, "cohen")]
    assert values == [1, pytest.approx(-1 / 11), None]
    both = overall(tables, "cohen", 2)
    assert (both.mean, both.defined, both.undefined) == (pytest.approx(5 / 11), 2, 1)
    pooled = CodeTable(None, 2, 36, {3: 6, 1: 1, 2: 1})
    assert summed(tables, 2) == pooled
    assert both.pooled == coefficient(pooled, "cohen")
    assert overall([], "cohen", 2).mean is None


def test_nobody_coded_and_nothing_in_common_are_undefined_for_every_measure() -> None:
    """inquiry 20: not 0 and not 1, also not 100 %."""
    nobody = by_code(compare([], []), codes=[4])[0]
    nowhere = by_code(segments(codings([]), [0, 1], {0: {0}, 1: {2}}, LENGTHS), codes=[4])[0]
    for measure in SHOWN:
        assert coefficient(nobody, measure).reason is Reason.NOBODY_CODED
        assert coefficient(nowhere, measure).reason is Reason.NOTHING_IN_COMMON
    alone = by_code(segments(codings([]), [0], {0: {0}}, LENGTHS), codes=[4])[0]
    assert coefficient(alone, "percent").reason is Reason.TOO_FEW_CODERS


def test_everything_coded_by_both_is_one_category() -> None:
    """All characters with the code, by both: no kappa, and the percentage says why."""
    (table,) = by_code(compare([(0, 10)], [(0, 10)], length=10))
    assert coefficient(table, "cohen").reason is Reason.ONE_CATEGORY
    assert coefficient(table, "percent").value == 1


def test_what_cannot_be_compared_is_refused() -> None:
    """A coder twice; a coding beyond its document; but not one in a document that is not compared."""
    one = codings([(0, 0, 0, 13, 0)])
    with pytest.raises(ValueError, match="different coders"):
        segments(one, [0, 0], {0: {0}}, LENGTHS)
    with pytest.raises(ValueError, match="beyond the end"):
        segments(one, [0, 1], {0: {0}, 1: {0}}, LENGTHS)
    assert segments(one, [0, 1], {0: {0}, 1: {2}}, LENGTHS).characters == 0
    assert common({}, []) == []
