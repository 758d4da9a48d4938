"""What holds of every coefficient, and what the packages that others use say of the same data."""

from __future__ import annotations

import random
import warnings

import krippendorff as package
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from ownwords.inquiry.method.agreement.cohen import cohen
from ownwords.inquiry.method.agreement.conger import conger
from ownwords.inquiry.method.agreement.fleiss import fleiss
from ownwords.inquiry.method.agreement.krippendorff import Level, krippendorff
from ownwords.inquiry.method.agreement.measures import MEASURES
from ownwords.inquiry.method.agreement.ratings import Ratings, ratings
from ownwords.inquiry.method.agreement.scott import scott

Rows = list[tuple[int | None, ...]]
ONE = st.one_of(st.none(), st.integers(1, 5))
ALL = sorted(MEASURES)
SEVERAL = [name for name in ALL if not MEASURES[name].two_coders]


@st.composite
def tables(draw: st.DrawFn, coders: int | None = None, gaps: bool = True) -> Rows:
    width = coders or draw(st.integers(2, 5))
    one = ONE if gaps else st.integers(1, 5)
    return draw(st.lists(st.tuples(*[one] * width), min_size=1, max_size=30))


def value(name: str, rows: Rows) -> float | None:
    return MEASURES[name].of(ratings(rows)).value


def same(one: float | None, other: float | None) -> bool:
    return one == other if one is None or other is None else one == pytest.approx(other, abs=1e-9)


@given(tables(), st.randoms())
def test_who_comes_first_does_not_matter(rows: Rows, dice: random.Random) -> None:
    """Coders swapped: the same coefficient."""
    order = list(range(len(rows[0])))
    dice.shuffle(order)
    swapped = [tuple(row[place] for place in order) for row in rows]
    for name in ALL if len(order) == 2 else SEVERAL:
        assert same(value(name, rows), value(name, swapped)), name


@given(tables(), st.permutations([1, 2, 3, 4, 5]))
def test_names_of_categories_do_not_matter_to_nominal_measures(rows: Rows, names: list[int]) -> None:
    """Categories relabelled: the same coefficient."""
    other = [tuple(None if one is None else names[one - 1] for one in row) for row in rows]
    for name in ALL if len(rows[0]) == 2 else SEVERAL:
        if not MEASURES[name].numeric:
            assert same(value(name, rows), value(name, other)), name


@given(tables())
def test_scale_does_not_matter_to_alpha(rows: Rows) -> None:
    """Ordinal: any rising numbers. Interval: another zero and unit, however great. Ratio: another unit."""
    moved = {
        "krippendorff-ordinal": lambda one: one**3,
        "krippendorff-interval": lambda one: 3e150 * one - 7e150,
        "krippendorff-ratio": lambda one: one * 1e-3,
    }
    for name, move in moved.items():
        other = [tuple(None if one is None else move(one) for one in row) for row in rows]
        assert same(value(name, rows), value(name, other)), name


@given(tables(), st.integers(2, 4))
def test_units_that_stand_for_several_are_as_good_as_so_many_rows(rows: Rows, times: int) -> None:
    """A row with a weight of n, and n rows alike, in any order, are one thing."""
    again = ratings(rows * times)
    table = ratings(rows)
    weighted = Ratings(table.index, table.times * times, table.values)
    for name in ALL if len(rows[0]) == 2 else SEVERAL:
        one, other = MEASURES[name].of(again), MEASURES[name].of(weighted)
        assert (one.units, one.reason) == (other.units, other.reason)
        assert same(one.value, other.value), name


@given(tables(gaps=False))
def test_doubling_every_unit_leaves_all_but_alpha(rows: Rows) -> None:
    """Kappas and AC1 know shares only; alpha corrects for small samples and comes nearer to them."""
    for name in ALL if len(rows[0]) == 2 else SEVERAL:
        if not name.startswith("krippendorff"):
            assert same(value(name, rows), value(name, rows * 2)), name


@given(tables())
def test_no_value_is_above_one_and_one_means_that_nobody_differed(rows: Rows) -> None:
    """A perfect value is 1 exactly, and only where no two ratings of a unit differ."""
    differ = any(len({one for one in row if one is not None}) > 1 for row in rows)
    for name in ALL if len(rows[0]) == 2 else SEVERAL:
        found = value(name, rows)
        if found is not None:
            assert (found == 1) is not differ, name
            assert found <= 1


@pytest.mark.parametrize("level", list(Level))
@given(tables())
def test_alpha_is_that_of_the_package(level: Level, rows: Rows) -> None:
    """inquiry 6: checked against ``krippendorff`` for every level, with gaps."""
    found = krippendorff(ratings(rows), level).value
    assume(found is not None)
    data = np.array([[np.nan if one is None else float(one) for one in row] for row in rows]).T
    theirs = package.alpha(reliability_data=data, level_of_measurement=level.value)
    assert found == pytest.approx(theirs, abs=1e-9)


@given(tables(coders=2, gaps=False))
def test_kappa_is_that_of_the_package(rows: Rows) -> None:
    """inquiry 6: checked against scikit-learn."""
    found = cohen(ratings(rows)).value
    assume(found is not None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = cohen_kappa_score(*zip(*rows, strict=True))
    assert found == pytest.approx(theirs, abs=1e-9)


@given(tables(coders=2, gaps=False))
def test_the_general_forms_are_the_special_ones_for_two_coders(rows: Rows) -> None:
    """Conger generalises Cohen, Fleiss generalises Scott."""
    table = ratings(rows)
    assert same(conger(table).value, cohen(table).value)
    assert same(fleiss(table).value, scott(table).value)
