"""Reliable change: exactly on the threshold, in both directions, with everything it rests on."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.measures.method.change import (
    FELT_WORDS,
    WORDS,
    Felt,
    Verdict,
    change,
    critical_value,
    cut_off_a,
    cut_off_b,
    cut_off_c,
    important_difference,
    reliable_change,
    rule_from,
)
from ownwords.measures.method.definitions import CutOff, Direction, ReliableChange, Source

NATIONAL = Source("NHS England, mental health statistics code")
PHQ = ReliableChange(6, 6.1, None, "national code", NATIONAL)
GAD = ReliableChange(4, 5.1, None, "national code", NATIONAL)
QPR = ReliableChange(5, None, None, "minimally important difference", Source("Psychosis 2021;13:220"))
DOWN, UP = Direction.DOWN, Direction.UP
IMPROVED, WITHIN, WORSE = Verdict.IMPROVED, Verdict.WITHIN_CHANCE, Verdict.DETERIORATED


@pytest.mark.parametrize(
    ("rule", "fall", "verdict"),
    [
        (PHQ, 5, WITHIN),
        (PHQ, 6, IMPROVED),
        (PHQ, 7, IMPROVED),
        (GAD, 3, WITHIN),
        (GAD, 4, IMPROVED),
        (GAD, 5, IMPROVED),
        (PHQ, 0, WITHIN),
        (PHQ, -5, WITHIN),
        (PHQ, -6, WORSE),
        (GAD, -3, WITHIN),
        (GAD, -4, WORSE),
    ],
)
def test_a_change_of_exactly_the_points_is_reliable(
    rule: ReliableChange, fall: int, verdict: Verdict
) -> None:
    """measures 18: PHQ-9 5, 6, 7; GAD-7 3, 4, 5; the national wording is "6 or more", "4 or more"."""
    assert change(12, 12 - fall, rule=rule, direction=DOWN).verdict is verdict


@pytest.mark.parametrize(
    ("first", "last", "at", "before", "after"),
    [(10, 9, 10, True, False), (9, 10, 10, False, True), (8, 7, 8, True, False), (7, 8, 8, False, True)],
)
def test_caseness_is_at_the_cut_off_or_beyond(
    first: int, last: int, at: int, before: bool, after: bool
) -> None:
    """measures 18: caseness 9, 10 (PHQ-9) and 7, 8 (GAD-7)."""
    found = change(first, last, rule=PHQ, direction=DOWN, cut_off=CutOff(at, NATIONAL))
    assert (found.at_caseness_first, found.at_caseness_last) == (before, after)


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [
        (15, 9, Verdict.RECOVERED),
        (16, 10, IMPROVED),
        (14, 9, WITHIN),
        (9, 3, IMPROVED),
        (9, 15, WORSE),
        (20, 27, WORSE),
    ],
)
def test_recovered_needs_both_a_reliable_change_and_the_cut_off(
    first: int, last: int, verdict: Verdict
) -> None:
    """measures 21; Jacobson & Truax 1991: four classes."""
    found = change(first, last, rule=PHQ, direction=DOWN, cut_off=CutOff(10, NATIONAL))
    assert found.verdict is verdict
    assert found.reliable is (IMPROVED if verdict is Verdict.RECOVERED else verdict)


def test_where_a_high_score_is_good_a_low_one_is_caseness() -> None:
    """measures 2; RS-19: direction belongs to the measure."""
    rule, cut_off = ReliableChange(5, None, None, "publisher", NATIONAL), CutOff(24, NATIONAL)
    found = change(20, 30, rule=rule, direction=UP, cut_off=cut_off)
    assert (found.verdict, found.at_caseness_first, found.at_caseness_last) == (
        Verdict.RECOVERED,
        True,
        False,
    )
    assert change(30, 20, rule=rule, direction=UP, cut_off=cut_off).verdict is WORSE


def test_a_verdict_carries_what_it_rests_on() -> None:
    """measures 20: method, SD, r, threshold and source with every verdict."""
    found = change(15, 12, rule=rule_from(sd=6.1, reliability=0.89), direction=DOWN)
    assert (found.method, found.sd, found.reliability) == ("jacobson-truax", 6.1, 0.89)
    assert found.points == pytest.approx(5.608, abs=0.001)
    assert "Jacobson & Truax 1991" in found.source
    assert (found.difference, found.towards_better) == (-3, 3)


def test_under_the_threshold_it_never_says_no_change() -> None:
    """measures 20; RS-21: "smaller than this form can tell apart from chance"."""
    assert (
        change(12, 12, rule=PHQ, direction=DOWN).reads == "smaller than this form can tell apart from chance"
    )
    for words in (*WORDS.values(), *FELT_WORDS.values()):
        assert "no change" not in words
        assert "unchanged" not in words


def test_without_a_threshold_or_a_second_score_it_says_so() -> None:
    """House rule 10: what cannot be said is said to be so."""
    assert change(12, 3, rule=None, direction=DOWN).reads == "no published threshold"
    alone = change(12, None, rule=PHQ, direction=DOWN)
    assert (alone.reads, alone.difference, alone.towards_better) == ("one score only", None, None)


@pytest.mark.parametrize(
    ("first", "last", "felt"),
    [(30, 35, Felt.BETTER), (30, 34, Felt.SMALLER), (30, 26, Felt.SMALLER), (30, 25, Felt.WORSE)],
)
def test_a_noticeable_difference_is_worded_apart_from_a_reliable_one(
    first: int, last: int, felt: Felt
) -> None:
    """refocus R13, 4.1: QPR-15, 5 points within a person; measures 1.4: the two are different things."""
    found = important_difference(first, last, rule=QPR, direction=UP)
    assert found.felt is felt
    assert "reliabl" not in found.reads
    assert "chance" not in found.reads


@pytest.mark.parametrize(
    ("sd", "r", "points"),
    [
        (6.1, 0.905, 5.2),
        (6.1, 0.874, 6.0),
        (6.1, 0.92, 4.8),
        (6.1, 0.73, 8.8),
        (5.1, 0.92, 4.0),
        (9.4, 0.906, 8.0),
    ],
)
def test_the_formula_gives_the_known_thresholds(sd: float, r: float, points: float) -> None:
    """measures 21 and 2.2: PHQ-9, GAD-7 and WSAS from the spread at the start of therapy, 2024-25."""
    assert reliable_change(sd, r) == pytest.approx(points, abs=0.05)


def test_the_cut_offs_match_a_published_analysis() -> None:
    """measures 21: README of the R package clinicalsignificance: 35.48 (8.16) against 8 (8) gives 21.6."""
    assert cut_off_c(mean=35.48, sd=8.16, general_mean=8, general_sd=8) == pytest.approx(21.6, abs=0.05)
    assert (cut_off_a(40, 7.5, UP), cut_off_b(60, 7.5, UP)) == (55, 45)
    assert (cut_off_a(40, 7.5, DOWN), cut_off_b(20, 7.5, DOWN)) == (25, 35)


@pytest.mark.parametrize(("sd", "r"), [(0, 0.8), (-1, 0.8), (math.nan, 0.8), (5, 1), (5, 1.1), (5, -0.1)])
def test_an_impossible_spread_or_reliability_is_refused(sd: float, r: float) -> None:
    """Bad input: a clear answer."""
    with pytest.raises(ValueError, match="must be"):
        reliable_change(sd, r)


def test_other_impossible_figures_are_refused() -> None:
    """Bad input: a level outside 0 to 1, a score that is no number, two groups without spread."""
    with pytest.raises(ValueError, match="level"):
        critical_value(1)
    with pytest.raises(ValueError, match="finite"):
        change(math.nan, 3, rule=PHQ, direction=DOWN)
    with pytest.raises(ValueError, match="spread"):
        cut_off_c(mean=1, sd=0, general_mean=2, general_sd=0)
    assert critical_value(0.9) == pytest.approx(1.644854, abs=1e-6)


SCORES = some.integers(0, 27)


@given(SCORES, SCORES)
def test_there_and_back_is_the_opposite_verdict(first: int, last: int) -> None:
    """RS-19: no side is favoured."""
    there, back = (change(a, b, rule=PHQ, direction=DOWN).verdict for a, b in ((first, last), (last, first)))
    assert {there, back} in ({IMPROVED, WORSE}, {WITHIN})


@given(SCORES, SCORES)
def test_turning_the_scale_over_turns_nothing_else(first: int, last: int) -> None:
    """measures 2: the same change on a mirrored scale has the same verdict."""
    mirrored = change(27 - first, 27 - last, rule=PHQ, direction=UP)
    assert change(first, last, rule=PHQ, direction=DOWN).verdict is mirrored.verdict


@given(some.floats(0.1, 50), some.floats(0, 0.99), some.floats(0, 0.99))
def test_a_more_reliable_form_has_a_lower_threshold(sd: float, one: float, other: float) -> None:
    """measures 2.2: a threshold without its r and SD is an opinion."""
    low, high = sorted((one, other))
    assert reliable_change(sd, high) <= reliable_change(sd, low)


def test_steps_that_are_not_exact_in_binary_still_reach_the_threshold() -> None:
    """A mean such as 2.9 to 3.63 is 0.73 on paper."""
    rule = ReliableChange(0.73, None, None, "publisher", NATIONAL)
    assert change(2.9, 3.63, rule=rule, direction=UP).verdict is IMPROVED


@pytest.mark.parametrize(("last", "verdict"), [(24, IMPROVED), (25, Verdict.RECOVERED)])
def test_exactly_at_the_cut_off_is_still_caseness_where_higher_is_better(
    last: float, verdict: Verdict
) -> None:
    """RS-19: the boundary belongs to the same side on both kinds of scale."""
    rule, cut_off = ReliableChange(5, None, None, "publisher", NATIONAL), CutOff(24, NATIONAL)
    found = change(15, last, rule=rule, direction=UP, cut_off=cut_off)
    assert (found.at_caseness_last, found.verdict) == (last == 24, verdict)
