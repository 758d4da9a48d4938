"""The rivals of Jacobson-Truax: the same scores, other thresholds, each named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.measures.method.change import Verdict, change, rule_from
from ownwords.measures.method.definitions import Direction
from ownwords.measures.method.variants import NAMES, SOURCES, Sample, Variant, line

SAMPLE = Sample(sd=5, reliability=0.8, mean=10, last_sd=6, last_mean=7, correlation=0.5, last_reliability=0.5)
DOWN = Direction.DOWN


@pytest.mark.parametrize(
    ("variant", "first", "last", "index"),
    [
        (Variant.JT, 18, 10, -8 / 3.1622777),  # change -8; sd*sqrt(2*0.2) = 3.1623
        (Variant.GLN, 20, 2, (-8 - 8) / 3.0),  # post - mean = -8; 0.8*(20-10) = 8; 5*sqrt(1-0.64) = 3
        (Variant.HLL, 20, 2, (-5 - 8) / 3.0),  # post - last mean = -5
        (Variant.EN, 20, 2, (2 - 18) / 2.236068),  # true first = 0.8*10 + 10 = 18; 5*sqrt(0.2)
        (Variant.NK, 20, 2, (2 - 18) / (3.2 + 12.5) ** 0.5),  # 0.64*25*0.2 = 3.2; 25*0.5 = 12.5
        (
            Variant.HA,
            20,
            2,
            (-18 * 21 / 31 - 3 * 10 / 31) / ((21 / 31) ** 0.5 * 10**0.5),
        ),  # 25+36-30 = 31; less 2*5
    ],
)
def test_each_variant_gives_its_own_index(variant: Variant, first: int, last: int, index: float) -> None:
    """measures 21: formulas and inputs as in the tests of the R package clinicalsignificance (SD 5, r .80)."""
    assert line(variant, SAMPLE).index(first, last) == pytest.approx(index, rel=1e-6)


def test_the_variants_disagree_about_the_same_person() -> None:
    """measures 1.4: the choice of variant changes lives, so it is named."""
    found = {variant: line(variant, SAMPLE).verdict(14, 8, DOWN) for variant in Variant}
    assert found[Variant.JT] is Verdict.WITHIN_CHANCE
    assert found[Variant.EN] is Verdict.IMPROVED
    assert set(NAMES) == set(SOURCES) == set(Variant)


def test_hsu_linn_lord_expects_the_average_change_of_the_group() -> None:
    """measures 1.4: where everybody improves by 3, a person who stays as they are has fallen behind."""
    assert line(Variant.HLL, SAMPLE).index(10, 10) == pytest.approx(1.0)
    assert line(Variant.GLN, SAMPLE).index(10, 10) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("variant", "missing"),
    [
        (Variant.GLN, "mean"),
        (Variant.HLL, "last mean"),
        (Variant.EN, "mean"),
        (Variant.NK, "mean"),
        (Variant.HA, "correlation"),
    ],
)
def test_a_variant_says_which_figure_it_lacks(variant: Variant, missing: str) -> None:
    """Bad input: a clear answer."""
    with pytest.raises(ValueError, match=missing):
        line(variant, Sample(sd=5, reliability=0.8))


def test_a_group_that_varies_no_more_than_chance_is_refused() -> None:
    """Hageman & Arrindell: the reliability of the changes would not be above 0."""
    with pytest.raises(ValueError, match="nothing can be told"):
        line(Variant.HA, Sample(5, 0.5, 10, 5, 8, 0.9))


@given(some.integers(0, 63), some.integers(0, 63), some.floats(1, 15), some.floats(0, 0.95))
def test_jacobson_truax_is_the_same_both_ways_of_writing_it(
    first: int, last: int, sd: float, r: float
) -> None:
    """The index against 1.96 and the change against the points are one rule."""
    written = change(first, last, rule=rule_from(sd=sd, reliability=r), direction=DOWN).verdict
    assert line(Variant.JT, Sample(sd, r)).verdict(first, last, DOWN) is written


@given(some.integers(0, 63), some.floats(0, 0.95))
def test_nunnally_kotsch_lies_between_its_neighbours(first: int, r: float) -> None:
    """With one reliability at both ends its error is that of prediction: the same verdict as Gulliksen-Lord-Novick."""
    sample = Sample(sd=5, reliability=r, mean=10)
    one, other = (line(variant, sample).index(first, 12) for variant in (Variant.NK, Variant.GLN))
    assert one * (1 + r * r) ** 0.5 == pytest.approx(other * (1 + r) ** 0.5)
