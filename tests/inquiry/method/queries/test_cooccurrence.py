"""Which codes meet, six ways, against every pair of codings looked at one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.queries import cooccurrence as module
from ownwords.inquiry.method.queries import same_document, tally, windows
from ownwords.inquiry.method.queries.codings import Row, codings
from ownwords.inquiry.method.queries.cooccurrence import cooccurrence
from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.method.queries.passages import pairs_of
from ownwords.inquiry.method.queries.turns import Turns

TURNS = [(0, 0, 4), (0, 4, 9), (0, 11, 15), (2, 1, 30), (1, 0, 3)]
SPAN = st.tuples(st.integers(0, 16), st.integers(0, 16)).map(sorted)
ROWS = st.lists(
    st.tuples(st.sampled_from([2, 5, 900]), st.integers(0, 2), SPAN, st.integers(0, 1)).map(
        lambda row: (row[0], row[1], *row[2], row[3])
    ),
    max_size=25,
)


def turns() -> Turns:
    return Turns(*(np.array(column) for column in zip(*TURNS, strict=True)))


def meet(one: Row, other: Row, kind: Kind, within: int) -> bool:
    """Say by the definition whether two codings meet; for inside, whether the first lies in the second."""
    if one[1] != other[1]:
        return False
    if kind is Kind.DOCUMENT:
        return True
    (start, end), (begin, stop) = one[2:4], other[2:4]
    if start == end or begin == stop:
        return False
    if kind is Kind.TURN:
        return any(
            one[1] == document and start < last and first < end and begin < last and first < stop
            for document, first, last in TURNS
        )
    return {
        Kind.OVERLAP: start < stop and begin < end,
        Kind.INSIDE: begin <= start and end <= stop,
        Kind.EXACT: (start, end) == (begin, stop),
        Kind.WITHIN: max(begin - end, start - stop) <= within,
    }[kind]


def brute(rows: list[Row], kind: Kind, within: int) -> Iterator[tuple[int, int]]:
    """Give places of each pair that meets, once; the code that comes first in the table first."""
    for one, other in permutations(range(len(rows)), 2):
        ahead = kind is Kind.INSIDE or (rows[one][0], one) < (rows[other][0], other)
        if ahead and meet(rows[one], rows[other], kind, within):
            yield one, other


@pytest.mark.parametrize("kind", list(Kind))
@given(rows=ROWS, within=st.integers(0, 6))
def test_counts_are_those_of_every_pair(kind: Kind, rows: list[Row], within: int) -> None:
    """inquiry 14: six ways, on any corpus; a pair counts once, and each document with a pair once."""
    pairs = list(brute(rows, kind, within))
    count = Counter((rows[one][0], rows[other][0]) for one, other in pairs)
    where = {(rows[one][0], rows[other][0], rows[one][1]) for one, other in pairs}
    number = Counter(key[:2] for key in where)
    found = cooccurrence(codings(rows), kind, within=within, turns=turns())
    want = [(*key, count[key], number[key]) for key in sorted(count)]
    assert list(found.rows()) == want


@pytest.mark.parametrize("kind", list(Kind))
@given(rows=ROWS, within=st.integers(0, 6))
def test_a_count_opens_to_its_passages(kind: Kind, rows: list[Row], within: int) -> None:
    """inquiry 15, house rule 9: behind each number the codings that it counts, no more and no fewer."""
    pairs = list(brute(rows, kind, within))
    for first, second in {(2, 2), (2, 5), (5, 900)}:
        one, other = pairs_of(codings(rows), first, second, kind, within=within, turns=turns())
        want = [pair for pair in pairs if (rows[pair[0]][0], rows[pair[1]][0]) == (first, second)]
        found = list(zip(one.tolist(), other.tolist(), strict=True))
        if kind is not Kind.INSIDE and first == second:
            found = [(min(pair), max(pair)) for pair in found]
        assert sorted(found) == sorted(want)


@pytest.mark.parametrize("kind", list(Kind))
@given(rows=ROWS, small=st.sampled_from([0, 2_000]), dense=st.sampled_from([0.0, 9.0]))
def test_a_corpus_of_any_size_is_counted_in_pieces(
    kind: Kind, rows: list[Row], small: int, dense: float
) -> None:
    """Many codes and many pairs go through other tables, with the same result."""
    want = list(cooccurrence(codings(rows), kind, within=3, turns=turns()).rows())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SMALL", small)
        patch.setattr(module, "DENSE", dense)
        patch.setattr(windows, "AT_ONCE", 3)
        patch.setattr(tally, "SQUARE", 0)
        patch.setattr(same_document, "MOST", 0)
        patch.setattr(tally, "WAITING", 2)
        assert list(cooccurrence(codings(rows), kind, within=3, turns=turns()).rows()) == want


def test_touching_is_not_overlapping() -> None:
    """inquiry 14: 0 to 5 and 5 to 9 share no character, and lie within 0 characters."""
    two = codings([(0, 0, 0, 5, 0), (1, 0, 5, 9, 0)])
    assert list(cooccurrence(two, Kind.OVERLAP).rows()) == []
    assert list(cooccurrence(two, Kind.WITHIN, within=0).rows()) == [(0, 1, 1, 1)]


def test_who_is_inside_whom_is_kept() -> None:
    """Inner code first; equal spans are inside each other."""
    rows: list[Row] = [(8, 0, 2, 4, 0), (3, 0, 0, 9, 0), (5, 0, 2, 4, 0)]
    found = [row[:3] for row in cooccurrence(codings(rows), Kind.INSIDE).rows()]
    assert found == [(5, 3, 1), (5, 8, 1), (8, 3, 1), (8, 5, 1)]


def test_bad_questions_are_refused() -> None:
    """Turns that are missing, overlap or have no length; a distance below 0; codings that end before they start."""
    none = codings([])
    with pytest.raises(ValueError, match="which turns"):
        cooccurrence(none, Kind.TURN)
    with pytest.raises(ValueError, match="0 or more"):
        cooccurrence(none, Kind.WITHIN, within=-1)
    for rows in ([(0, 0, 5), (0, 4, 9)], [(0, 3, 3)]):
        with pytest.raises(ValueError, match="turns overlap"):
            Turns(*(np.array(column) for column in zip(*rows, strict=True)))
    with pytest.raises(ValueError, match="ends before"):
        codings([(0, 0, 5, 4, 0)])
    with pytest.raises(ValueError, match="different lengths"):
        none.__class__(*(np.zeros(n, np.int64) for n in (1, 1, 1, 1, 2)))
