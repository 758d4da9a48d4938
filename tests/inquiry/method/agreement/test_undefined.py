"""When there is no coefficient, and why."""

from __future__ import annotations

import pytest

from ownwords.inquiry.method.agreement.cohen import cohen
from ownwords.inquiry.method.agreement.krippendorff import Level, krippendorff
from ownwords.inquiry.method.agreement.measures import MEASURES
from ownwords.inquiry.method.agreement.names import NAMES
from ownwords.inquiry.method.agreement.ratings import ratings
from ownwords.inquiry.method.agreement.result import Reason
from ownwords.inquiry.method.agreement.scott import scott

CORRECTED = [name for name in NAMES if name != "percent"]


def test_names_and_functions_are_the_same_list() -> None:
    """What is offered can be computed."""
    assert sorted(NAMES) == sorted(MEASURES)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_coded_is_undefined_and_not_nought_or_one(name: str) -> None:
    """inquiry 20: rows without a rating, and no rows at all."""
    found = MEASURES[name].of(ratings([(None, None), (None, None)]))
    assert (found.value, found.units, found.coders, found.reason) == (None, 0, 2, Reason.NOBODY_CODED)


@pytest.mark.parametrize("name", NAMES)
def test_no_unit_in_common_is_undefined(name: str) -> None:
    """inquiry 2.7: coders with nothing in common agree about nothing, where others printed 1.0."""
    found = MEASURES[name].of(ratings([(1, None), (None, 2), (2, None)]))
    assert (found.value, found.units, found.reason) == (None, 0, Reason.NOTHING_IN_COMMON)


@pytest.mark.parametrize("name", CORRECTED)
def test_one_category_is_undefined_where_chance_is_taken_off(name: str) -> None:
    """inquiry 20: always the same answer cannot be told from chance; the percentage stands."""
    table = ratings([(1, 1)] * 5)
    found = MEASURES[name].of(table)
    assert (found.value, found.units, found.reason) == (None, 5, Reason.ONE_CATEGORY)
    assert MEASURES["percent"].of(table).value == 1


def test_alpha_is_undefined_when_only_one_category_can_be_paired() -> None:
    """A category that only a lone rating has is not in alpha."""
    for level in Level:
        found = krippendorff(ratings([(1, 1), (1, 1), (2, None)]), level)
        assert (found.value, found.units, found.reason) == (None, 2, Reason.ONE_CATEGORY)


@pytest.mark.parametrize("name", [one for one in NAMES if one not in ("cohen", "scott")])
def test_one_coder_is_too_few(name: str) -> None:
    """Nobody agrees alone."""
    assert MEASURES[name].of(ratings([(1,), (2,)])).reason is Reason.TOO_FEW_CODERS
    assert MEASURES[name].of(ratings([])).reason is Reason.TOO_FEW_CODERS


def test_measures_for_two_refuse_three() -> None:
    """Cohen and Scott are for two coders; the error names what is for more."""
    three = ratings([(1, 2, 1)])
    for measure in (cohen, scott):
        with pytest.raises(ValueError, match="two coders"):
            measure(three)


def test_a_coder_who_rated_nothing_does_not_change_conger() -> None:
    """A column of gaps has no habits."""
    two, three = [(1, 1), (1, 2), (2, 2), (2, 2)], [(1, 1, None), (1, 2, None), (2, 2, None), (2, 2, None)]
    conger = MEASURES["conger"].of
    assert conger(ratings(three)).value == pytest.approx(conger(ratings(two)).value)


def test_bad_ratings_are_refused() -> None:
    """Rows of different lengths; words where numbers belong; below zero where a ratio is asked for."""
    with pytest.raises(ValueError, match="different lengths"):
        ratings([(1, 2), (1,)])
    with pytest.raises(ValueError, match="finite numbers"):
        krippendorff(ratings([("a", "b")]), Level.INTERVAL)
    with pytest.raises(ValueError, match="finite numbers"):
        krippendorff(ratings([(1.0, float("inf"))]), Level.ORDINAL)
    with pytest.raises(ValueError, match="below zero"):
        krippendorff(ratings([(1.0, -1.0)]), Level.RATIO)
