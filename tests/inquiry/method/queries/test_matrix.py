"""Codes by an attribute of people, against counting by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.queries.codings import Row, codings
from ownwords.inquiry.method.queries.matrix import Cell, Whole, Words, matrix
from tests.inquiry.method.queries.test_cooccurrence import ROWS

GROUPS = [0, 2, 0, 1]
WORDS = [(0, 0, 0), (0, 3, 0), (0, 7, 1), (0, 9, -1), (1, 0, 2), (1, 5, 2), (2, 2, 0), (2, 8, 1), (2, 9, 1)]


def words() -> Words:
    return Words(*(np.array(column) for column in zip(*WORDS, strict=True)))


@given(ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.lists(st.integers(-1, 3), min_size=len(rows),
                                                                       max_size=len(rows)))))  # fmt: skip
def test_cells_are_counted_as_by_hand_and_add_up(given_rows: tuple[list[Row], list[int]]) -> None:
    """inquiry 15: codings, people and words with their denominators; sums agree with the lists."""
    rows, person = given_rows
    found = matrix(codings(rows), np.array(person, np.int64), GROUPS, words())
    want = []
    for code, group in sorted(
        {(row[0], GROUPS[who]) for row, who in zip(rows, person, strict=True) if who >= 0}
    ):
        here = [
            (row, who) for row, who in zip(rows, person, strict=True)
            if who >= 0 and (row[0], GROUPS[who]) == (code, group)
        ]  # fmt: skip
        said = {
            (document, start) for document, start, speaker in WORDS for row, who in here
            if speaker == who and row[1] == document and row[2] <= start < row[3]
        }  # fmt: skip
        want.append(Cell(code, group, len(here), len({who for _, who in here}), len(said)))
    assert list(found.cells) == want
    assert sum(cell.codings for cell in found.cells) + found.left_out == len(rows)
    assert {group: whole.people for group, whole in found.groups.items()} == {0: 2, 1: 1, 2: 1}
    assert sum(whole.codings for whole in found.groups.values()) == len(rows) - found.left_out


def test_a_small_matrix_by_hand() -> None:
    """A word under two codings of one code counts once; words of others in the passage do not count."""
    rows: list[Row] = [(4, 0, 0, 4, 0), (4, 0, 2, 8, 0), (4, 0, 7, 9, 0), (4, 2, 0, 9, 0)]
    found = matrix(codings(rows), np.array([0, 0, 1, -1]), GROUPS, words())
    assert found.cells == (Cell(4, 0, 2, 1, 2), Cell(4, 2, 1, 1, 1))
    assert found.groups == {0: Whole(2, 1, 2, 5), 1: Whole(1, 0, 0, 0), 2: Whole(1, 1, 1, 3)}
    assert found.left_out == 1


def test_people_without_a_group_and_codings_without_a_person_are_refused() -> None:
    """Nobody slips out of a denominator."""
    one = codings([(0, 0, 0, 3, 0)])
    for person in ([], [4]):
        with pytest.raises(ValueError, match="needs its person"):
            matrix(one, np.array(person, np.int64), GROUPS, words())
