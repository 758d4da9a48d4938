"""How near one code comes to another in turns of speech, against looking at each."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.queries.codings import Row, codings
from ownwords.inquiry.method.queries.proximity import NONE, nearest_in_turns
from ownwords.inquiry.method.queries.turns import Turns
from tests.inquiry.method.queries.test_cooccurrence import ROWS


def turns_of(cuts: list[int], documents: int) -> tuple[Turns, list[tuple[int, int]]]:
    """Return turns that lie end to end in each document, and their ends."""
    places = sorted({0, 2000, *cuts})
    spans = list(itertools.pairwise(places))
    table = np.array([(one, *span) for one in range(documents) for span in spans], np.int64)
    return Turns(table[:, 0], table[:, 1], table[:, 2]), spans


@given(ROWS, st.lists(st.integers(1, 60), max_size=8))
def test_the_nearest_in_turns_is_as_near_as_any(rows: list[Row], cuts: list[int]) -> None:
    """inquiry 14: 0 in one turn, 1 in the next; empty passages are nowhere."""
    turns, spans = turns_of(cuts, 1 + max((row[1] for row in rows), default=0))

    def touched(row: Row) -> set[int]:
        return {n for n, (start, end) in enumerate(spans) if row[2] < end and start < row[3]}

    found = nearest_in_turns(codings(rows), 2, 5, turns)
    ours = [place for place, row in enumerate(rows) if row[0] == 2 and row[2] < row[3]]
    assert sorted(found.place.tolist()) == ours
    columns = (found.place, found.other, found.distance)
    for place, other, distance in zip(*(one.tolist() for one in columns), strict=True):
        away = {
            n: min(abs(a - b) for a in touched(rows[place]) for b in touched(row))
            for n, row in enumerate(rows)
            if row[0] == 5 and row[1] == rows[place][1] and row[2] < row[3]
        }
        assert distance == min(away.values(), default=NONE)
        assert other == NONE if not away else away[other] == distance
