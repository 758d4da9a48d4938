"""Coefficients against values that were computed by other means or printed elsewhere, to four places."""

from __future__ import annotations

import pytest

from ownwords.inquiry.method.agreement.measures import MEASURES
from ownwords.inquiry.method.agreement.names import NAMES
from ownwords.inquiry.method.agreement.ratings import ratings
from ownwords.inquiry.method.agreement.result import Result, Standing

Row = tuple[object, ...]


def of(rows: list[Row], measure: str) -> Result:
    return MEASURES[measure].of(ratings(rows))


def two_by_two(both: int, first: int, second: int, neither: int) -> list[Row]:
    return [(1, 1)] * both + [(1, 0)] * first + [(0, 1)] * second + [(0, 0)] * neither


def coders(*lines: str) -> list[Row]:
    columns = [[None if one == "." else int(one) for one in line.split()] for line in lines]
    return list(zip(*columns, strict=True))


FOUR = coders(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
#: The package irrCAC prints its values for a table in which the lone 3 is the third coder's, not the second's. Only
#: Conger's kappa, which knows who said what, is another then.
FOUR_OF_IRRCAC = [*FOUR[:-1], (None, None, 3, None)]

TEN_SUBJECTS = [
    "0 0 0 0 14", "0 2 6 4 2", "0 0 3 5 6", "0 3 9 2 0", "2 2 8 1 1",
    "7 7 0 0 0", "3 2 6 3 0", "2 5 3 2 2", "6 5 2 1 0", "0 2 2 3 7",
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "kappa", "ac1"),
    [
        ((40, 9, 6, 45), 0.6995, 0.7007),
        ((80, 10, 5, 5), 0.3182, 0.8080),
        ((118, 5, 2, 0), -0.0234, 0.9408),
    ],
)
def test_kappa_falls_where_one_category_is_common_and_ac1_does_not(
    table: tuple[int, int, int, int], kappa: float, ac1: float
) -> None:
    """inquiry 20: the paradox pair and Gwet's example."""
    rows = two_by_two(*table)
    assert of(rows, "cohen").value == pytest.approx(kappa, abs=5e-5)
    assert of(rows, "gwet-ac1").value == pytest.approx(ac1, abs=5e-5)


def test_alpha_and_kappa_of_two_coders_are_those_of_the_manuals() -> None:
    """inquiry 20: the example with 60 % agreement, and twelve units in four categories."""
    ten = list(zip("1100000000", "0110010100", strict=True))
    assert of(ten, "percent").value == pytest.approx(0.6)
    assert of(ten, "krippendorff-nominal").value == pytest.approx(0.0952, abs=5e-5)
    twelve = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
    assert of(twelve, "krippendorff-nominal").value == pytest.approx(0.6920, abs=5e-5)
    assert of(twelve, "cohen").value == pytest.approx(0.6842, abs=5e-5)


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("krippendorff-nominal", 0.7434),
        ("krippendorff-ordinal", 0.8154),
        ("krippendorff-interval", 0.8491),
        ("krippendorff-ratio", 0.7974),
        ("gwet-ac1", 0.77544),
        ("fleiss", 0.76117),
        ("brennan-prediger", 0.77273),
    ],
)
def test_four_coders_with_gaps(measure: str, value: float) -> None:
    """inquiry 20: twelve units, gaps, one unit with a single rating, which is paired with nothing."""
    found = of(FOUR, measure)
    assert found.value == pytest.approx(value, abs=5e-5)
    assert (found.units, found.coders, found.reason) == (11, 4, None)


def test_conger_knows_whose_the_lone_rating_is() -> None:
    """inquiry 20: irrCAC's value for irrCAC's table; all the others stay what they are."""
    assert of(FOUR_OF_IRRCAC, "conger").value == pytest.approx(0.76282, abs=5e-6)
    assert of(FOUR, "conger").value == pytest.approx(0.76207, abs=5e-6)
    for name in set(NAMES) - {"conger", "cohen", "scott"}:
        assert of(FOUR_OF_IRRCAC, name).value == of(FOUR, name).value


def test_fleiss_kappa_of_ten_subjects_and_fourteen_raters() -> None:
    """inquiry 20: the worked table of the encyclopaedia."""
    rows = [
        tuple(k for k, times in enumerate(line.split()) for _ in range(int(times))) for line in TEN_SUBJECTS
    ]
    found = of(rows, "fleiss")
    assert found.value == pytest.approx(0.2099, abs=5e-5)
    assert (found.units, found.coders) == (10, 14)


def test_scott_by_hand() -> None:
    """40, 9, 6, 45: p_o 0.85, mean shares 0.475 and 0.525, p_e 0.50125."""
    found = of(two_by_two(40, 9, 6, 45), "scott").value
    assert found == pytest.approx((0.85 - 0.50125) / (1 - 0.50125))


def test_below_zero_undefined_and_perfect_are_three_different_outputs() -> None:
    """inquiry 20: nobody and everybody can tell them apart."""
    below = of(two_by_two(118, 5, 2, 0), "cohen")
    none = of(two_by_two(5, 0, 0, 0), "cohen")
    perfect = of(two_by_two(3, 0, 0, 7), "cohen")
    standing = [one.standing for one in (below, none, perfect)]
    assert standing == [Standing.BELOW_CHANCE, Standing.UNDEFINED, Standing.PERFECT]
    assert of(two_by_two(1, 1, 1, 1), "cohen").standing is Standing.CHANCE
    assert of(two_by_two(40, 9, 6, 45), "cohen").standing is Standing.ABOVE_CHANCE
