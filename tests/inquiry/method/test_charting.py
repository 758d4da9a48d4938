"""When a summary is older than its passages, cell by cell and for a whole matrix at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.charting.staleness import Charted, Held, Why, why_stale
from ownwords.inquiry.method.charting.whole import Passages, Rests, Summaries, whole

SMALL = st.integers(0, 6)
HELD = st.dictionaries(SMALL, SMALL, max_size=5).map(lambda found: [Held(*one) for one in found.items()])
CHARTED = st.builds(Charted, at=SMALL, rests_on=st.lists(st.integers(0, 8), max_size=4), seen=SMALL)


def test_a_summary_written_of_what_is_there_is_not_older() -> None:
    """inquiry 16; the worked example: two passages, both read, one rested on."""
    assert why_stale(Charted(5, ["a"], 2), [Held("a", 3), Held("b", 5)]) == frozenset()


def test_a_passage_coded_later_makes_it_older_and_so_does_one_that_went() -> None:
    """inquiry 16: stale after newer codings, and where what it rests on is gone."""
    assert why_stale(Charted(5, ["a"], 1), [Held("a", 3), Held("b", 6)]) == {Why.NEWER, Why.NUMBER}
    assert why_stale(Charted(5, ["a"], 1), [Held("b", 4)]) == {Why.GONE}
    assert why_stale(Charted(5, [], 2), [Held("b", 4)]) == {Why.NUMBER}


@given(HELD)
def test_what_is_charted_now_of_all_that_is_there_is_never_older(held: list[Held]) -> None:
    """inquiry 16: saving again says that the summary holds."""
    now = max((one.at for one in held), default=0)
    assert not why_stale(Charted(now, [one.id for one in held], len(held)), held)


@given(CHARTED, HELD, st.integers(7, 9))
def test_any_newer_coding_makes_any_summary_older(charted: Charted, held: list[Held], at: int) -> None:
    """inquiry 16."""
    assert Why.NEWER in why_stale(charted, [*held, Held("new", at)])


@given(CHARTED, HELD)
def test_taking_away_a_passage_it_rests_on_is_always_noticed(charted: Charted, held: list[Held]) -> None:
    """inquiry 16: uncoded, recoded, struck or withdrawn."""
    for gone in charted.rests_on:
        assert Why.GONE in why_stale(charted, [one for one in held if one.id != gone])


@given(st.dictionaries(st.integers(0, 4), st.tuples(CHARTED, HELD), max_size=5))
def test_a_whole_matrix_says_of_each_cell_what_the_cell_says_alone(
    matrix: dict[int, tuple[Charted, list[Held]]],
) -> None:
    """inquiry 16: the fast way and the plain way agree."""
    entries = [(cell, one) for cell, (_charted, held) in matrix.items() for one in held]
    rests = [(at, one) for at, (charted, _held) in enumerate(matrix.values()) for one in charted.rests_on]
    found = whole(
        5,
        Passages(
            *(_ints(column) for column in _turned([(cell, one.id, one.at) for cell, one in entries], 3))
        ),
        Summaries(
            _ints(matrix),
            _ints(one.at for one, _held in matrix.values()),
            _ints(one.seen for one, _held in matrix.values()),
        ),
        Rests(*(_ints(column) for column in _turned(rests, 2))),
    )
    for at, (cell, (charted, held)) in enumerate(matrix.items()):
        assert {why for why, flags in found.stale.items() if flags[at]} == why_stale(charted, held)
        assert found.number[cell] == len(held)


def _turned(rows: list[tuple[int, ...]], width: int) -> list[tuple[int, ...]]:
    return list(zip(*rows, strict=True)) or [()] * width


def _ints(values: object) -> np.ndarray:
    return np.array(list(values), np.int64)  # type: ignore[call-overload]
