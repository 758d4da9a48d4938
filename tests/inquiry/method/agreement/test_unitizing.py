"""Alpha-u of 1995: worked by hand, and the odd cases that others stumbled over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.agreement.result import Reason
from ownwords.inquiry.method.agreement.unitizing import (
    MEASURE,
    alpha_u_1995,
    cut,
    end_to_end,
    expected,
    gaps,
    observed,
)

LENGTH = 40
Spans = list[tuple[int, int]]
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda pair: (min(pair), max(pair))),
    max_size=6,
)


def naive(each: list[Spans]) -> tuple[float, float]:
    """Both parts from the formula as it is written, pair by pair."""
    each = [cut(one, LENGTH) for one in each]
    coders, total = len(each), 0
    for a in range(coders):
        for b in range(a + 1, coders):
            meet = [(u, v) for u in each[a] for v in each[b] if u[0] < v[1] and v[0] < u[1]]
            total += sum((u[0] - v[0]) ** 2 + (u[1] - v[1]) ** 2 for u, v in meet)
            alone = [u for u in each[a] if u not in [one for one, _ in meet]]
            alone += [v for v in each[b] if v not in [one for _, one in meet]]
            total += sum((end - start) ** 2 for start, end in alone)
    sizes = [end - start for one in each for start, end in one]
    free = [gap for one in each for gap in gaps(one, LENGTH)]
    chance = sum(
        (len(sizes) - 1) / 3 * (2 * n**3 - 3 * n**2 + n) + n**2 * sum(g - n + 1 for g in free if g >= n)
        for n in sizes
    )
    whole = coders * LENGTH
    below = whole * (whole - 1) - sum(n * (n - 1) for n in sizes)
    return 2 * total / (coders * (coders - 1) * LENGTH**2), 2 / LENGTH * chance / below


def test_the_worked_case() -> None:
    """inquiry 20: ten units of length, one long passage against three short ones."""
    each = [[(1, 9)], [(2, 3), (4, 5), (6, 7)]]
    assert observed(each, 10) == pytest.approx(0.9100)
    assert expected(each, 10) == pytest.approx(0.5352, abs=5e-5)
    found = alpha_u_1995(each, 10)
    assert found.value == pytest.approx(-0.7003, abs=5e-5)
    assert (found.measure, found.units, found.coders) == (MEASURE, 4, 2)
    assert "1995" in found.measure


@given(st.lists(SPANS, min_size=2, max_size=4))
def test_it_is_the_formula_as_written(each: list[Spans]) -> None:
    """Sorted lists and running sums change nothing."""
    found = alpha_u_1995(each, LENGTH)
    if found.value is None:
        assert found.reason is Reason.NOBODY_CODED
        return
    above, below = naive(each)
    assert found.value == pytest.approx(1 - above / below)
    assert found.value <= 1
    assert alpha_u_1995(each[::-1], LENGTH).value == pytest.approx(found.value)


@given(SPANS, st.integers(0, 5), st.integers(1, 9))
def test_an_exact_match_is_perfect_and_a_near_one_is_not(spans: Spans, which: int, by: int) -> None:
    """inquiry 2.7: elsewhere an exact match came out lower than a near one."""
    exact = cut(spans, LENGTH)
    if not exact:
        return
    assert alpha_u_1995([exact, exact], LENGTH).value == 1
    moved = list(exact)
    start, end = moved.pop(which % len(exact))
    near = cut([*moved, (start, max(start + 1, end - by))], LENGTH)
    if near != exact:
        found = alpha_u_1995([exact, near], LENGTH).value
        assert found is not None
        assert found < 1
        assert observed([exact, near], LENGTH) > 0


def test_beside_other_disagreements_the_form_of_1995_may_rise_with_a_longer_passage() -> None:
    """inquiry 2.7: it observes more disagreement and expects more still; the page says so, the formula is kept."""
    others: Spans = [(20, 22), (25, 27), (30, 33)]
    exact, near = ([[(2, 8)], [(2, end), *others]] for end in (8, 9))
    assert observed(exact, LENGTH) < observed(near, LENGTH)
    assert expected(exact, LENGTH) < expected(near, LENGTH)
    assert alpha_u_1995(exact, LENGTH).value == pytest.approx(0.6970, abs=5e-5)
    assert alpha_u_1995(near, LENGTH).value == pytest.approx(0.7130, abs=5e-5)


def test_passages_without_length_carry_no_mass() -> None:
    """inquiry 2.7: wherever they stand they are no agreement; with nothing else, nobody coded."""
    found = alpha_u_1995([[(3, 3)], [(3, 3), (9, 9)]], LENGTH)
    assert (found.value, found.reason, found.units) == (None, Reason.NOBODY_CODED, 0)
    whole = alpha_u_1995([[(1, 5), (7, 7)], [(2, 5)]], LENGTH)
    assert whole == alpha_u_1995([[(1, 5)], [(2, 5)]], LENGTH)


def test_one_coder_alone_and_no_document_in_common_are_undefined_or_low() -> None:
    """inquiry 2.7: coders with no document in common gave 1.0 elsewhere."""
    assert alpha_u_1995([[(1, 5)]], LENGTH).reason is Reason.TOO_FEW_CODERS
    assert alpha_u_1995([[(0, 1)], [(0, 1)]], 1).reason is Reason.TOO_SHORT
    passages, length = end_to_end([], 2)
    assert alpha_u_1995(passages, length).reason is Reason.NOTHING_IN_COMMON
    only_one = alpha_u_1995([[(1, 5)], []], LENGTH).value
    assert only_one is not None
    assert only_one <= 0


def test_overlapping_passages_of_one_coder_are_one_and_touching_ones_two() -> None:
    """inquiry 21: what one coder coded twice is no agreement, and no second passage."""
    assert cut([(5, 9), (0, 4), (3, 6), (9, 12), (7, 7)], LENGTH) == [(0, 9), (9, 12)]
    with pytest.raises(ValueError, match="does not lie"):
        cut([(5, 50)], LENGTH)


def test_documents_are_laid_end_to_end() -> None:
    """Two documents that everybody has finished are one text of both lengths."""
    passages, length = end_to_end([(10, [[(1, 4)], []]), (30, [[(0, 2)], [(0, 30)]])], 2)
    assert (passages, length) == ([[(1, 4), (10, 12)], [(10, 40)]], 40)
