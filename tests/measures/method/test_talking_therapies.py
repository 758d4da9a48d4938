"""NHS Talking Therapies: a table worked by hand, and published rates from counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.measures.method.change import Verdict
from ownwords.measures.method.talking_therapies import (
    WHY_WORDS,
    Outcome,
    Pair,
    Referral,
    Why,
    anxiety_form,
    is_finished,
    outcome,
)
from ownwords.measures.method.talking_therapies_rates import Counts, rate, rates, service
from ownwords.measures.method.talking_therapies_rules import (
    Descriptor,
    latest_primary,
    packaged,
    problem_of,
    read_rules,
    switched_on,
)
from ownwords.people.method.definition_file import IncompleteDefinition

RULES = packaged()
BETTER, SAME, WORSE = Verdict.IMPROVED, Verdict.WITHIN_CHANCE, Verdict.DETERIORATED
Scores = tuple[float | None, float | None]


def judged(phq: Scores, gad: Scores | None, problem: str = "depression", **more: Scores) -> Outcome:
    """Return the outcome of a finished referral with these (first, last) scores."""
    pairs = {key.replace("_", "-"): Pair(*scores) for key, scores in more.items()} | {"phq-9": Pair(*phq)}
    if gad is not None:
        pairs["gad-7"] = Pair(*gad)
    return outcome(Referral("r", problem, True, pairs), RULES)


#: PHQ-9, GAD-7 -> at caseness, change, recovered, reliably recovered; worked by hand from R26 to R34.
TABLE = [
    ("both fall far and below", (20, 5), (18, 4), True, BETTER, True, True),
    ("both fall far, PHQ-9 still a case", (20, 10), (18, 4), True, BETTER, False, False),
    ("both fall far, GAD-7 still a case", (20, 5), (18, 8), True, BETTER, False, False),
    ("PHQ-9 falls by exactly 6", (15, 9), (7, 7), True, BETTER, True, True),
    ("PHQ-9 falls by 5", (14, 9), (7, 7), True, SAME, True, False),
    ("PHQ-9 falls by 7", (16, 9), (7, 7), True, BETTER, True, True),
    ("GAD-7 falls by exactly 4", (9, 9), (11, 7), True, BETTER, True, True),
    ("GAD-7 falls by 3", (9, 9), (10, 7), True, SAME, True, False),
    ("GAD-7 falls by 5", (9, 9), (12, 7), True, BETTER, True, True),
    ("PHQ-9 rises by exactly 6", (9, 15), (7, 7), False, WORSE, False, False),
    ("PHQ-9 rises by 5", (9, 14), (7, 7), False, SAME, False, False),
    ("GAD-7 rises by exactly 4", (9, 9), (7, 11), False, WORSE, False, False),
    ("GAD-7 rises by 3", (9, 9), (7, 10), False, SAME, False, False),
    ("better on one, worse on the other", (20, 10), (5, 9), True, WORSE, False, False),
    ("the other way round", (5, 11), (18, 10), True, WORSE, False, False),
    ("never a case, and better", (9, 3), (7, 3), False, BETTER, False, False),
    ("never a case, and the same", (5, 5), (5, 5), False, SAME, False, False),
    ("a case on PHQ-9 alone, exactly at 10", (10, 9), (7, 7), True, SAME, True, False),
    ("a case on GAD-7 alone, exactly at 8", (9, 9), (8, 7), True, SAME, True, False),
    ("9 and 7 are no case", (9, 9), (7, 7), False, SAME, False, False),
    ("a case on PHQ-9, becomes one on GAD-7", (20, 5), (7, 8), True, BETTER, False, False),
    ("PHQ-9 once only, a case", (12, None), (10, 3), True, None, False, False),
    ("PHQ-9 once only, no case", (9, None), (7, 3), False, None, False, False),
    ("GAD-7 never, PHQ-9 a case", (12, 3), None, True, None, False, False),
    ("GAD-7 never, PHQ-9 no case", (9, 3), None, None, None, False, False),
    ("zero at the end counts as a score", (10, 0), (8, 0), True, BETTER, True, True),
    ("zero at both ends", (0, 0), (0, 0), False, SAME, False, False),
]


@pytest.mark.parametrize(
    ("phq", "gad", "case", "change", "recovered", "reliably"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
def test_a_table_worked_by_hand(
    phq: Scores,
    gad: Scores | None,
    case: bool | None,
    change: Verdict | None,
    recovered: bool,
    reliably: bool,
) -> None:
    """RS-17: reliable change, caseness, recovery and reliable recovery on at least 20 cases; measures 18."""
    found = judged(phq, gad)
    assert (found.at_caseness, found.change) == (case, change)
    assert (found.recovered, found.reliably_recovered) == (recovered, reliably)
    assert found.pair == ("phq-9", "gad-7")


def test_the_table_is_long_enough() -> None:
    """RS-17: at least 20 cases."""
    assert len(TABLE) >= 20


@pytest.mark.parametrize(
    ("ended", "attended", "finished"), [(True, 2, True), (True, 1, False), (False, 5, False)]
)
def test_a_course_is_finished_after_two_attended_treatments(
    ended: bool, attended: int, finished: bool
) -> None:
    """R26: one appointment only does not count."""
    assert is_finished(ended=ended, attended_treatment=attended) is finished


@pytest.mark.parametrize(
    ("problem", "measures", "measure", "wanted", "why"),
    [
        ("F32.1", {}, "gad-7", "gad-7", Why.USUAL),
        ("", {}, "gad-7", "gad-7", Why.USUAL),
        ("F99", {}, "gad-7", "gad-7", Why.USUAL),
        ("F40.1", {}, "gad-7", "spin", Why.NO_PAIR),
        ("F401", {"spin": (30, None)}, "gad-7", "spin", Why.NO_PAIR),
        ("social anxiety", {"spin": (30, 10)}, "gad-7", "spin", Why.UNCONFIRMED),
        ("F431", {"pcl-5": (40, 10)}, "gad-7", "pcl-5", Why.UNCONFIRMED),
        ("F42.0", {}, "gad-7", "oci", Why.NO_PAIR),
        ("F410", {}, "gad-7", "pdss", Why.NO_PAIR),
        ("F40.0", {}, "gad-7", "mi", Why.NO_PAIR),
        ("F45.2", {}, "gad-7", "hai", Why.NO_PAIR),
        ("83482000", {}, "gad-7", "", Why.NOT_READ),
        ("K58", {}, "gad-7", "", Why.NOT_READ),
        ("G93.3", {}, "gad-7", "", Why.NOT_READ),
        ("723916001", {}, "gad-7", "", Why.NOT_READ),
    ],
)
def test_the_anxiety_form_follows_the_problem_and_says_when_it_falls_back(
    problem: str, measures: dict[str, Scores], measure: str, wanted: str, why: Why
) -> None:
    """measures 19; R31: with no matching pair it falls back to GAD-7 and says so."""
    pairs = {key: Pair(*scores) for key, scores in measures.items()}
    found = anxiety_form(RULES, problem, pairs)
    assert (found.measure, found.wanted, found.why) == (measure, wanted, why)
    assert found.fell_back is (why is not Why.USUAL)
    assert set(WHY_WORDS) == set(Why)


def test_the_latest_primary_descriptor_decides() -> None:
    """measures 19: latest, primary; of one day the one entered last."""
    first, second = Descriptor(date(2026, 1, 1), "F401"), Descriptor(date(2026, 3, 1), "F42")
    other = Descriptor(date(2026, 6, 1), "F32", primary=False)
    assert latest_primary([second, other, first]) == "F42"
    assert latest_primary([second, replace(second, code="F410")]) == "F410"
    assert latest_primary([other]) == ""


def test_an_unconfirmed_form_counts_only_once_somebody_says_where_its_figures_were_read() -> None:
    """RS-20: SPIN off by default; turning it on needs a note of the source."""
    pairs = {"phq-9": Pair(5, 5), "spin": Pair(30, 18), "gad-7": Pair(5, 5)}
    referral = Referral("r", "F401", True, pairs)
    assert outcome(referral, RULES).change is SAME
    assert [key for key, rule in RULES.measures.items() if rule.on] == ["phq-9", "gad-7"]
    with pytest.raises(ValueError, match="where its figures were read"):
        switched_on(RULES, "spin", note="  ")
    rules = switched_on(RULES, "spin", note="Manual, version 7, page 30")
    found = outcome(referral, rules)
    assert (found.anxiety.why, found.pair, found.recovered) == (Why.OWN, ("phq-9", "spin"), True)
    assert found.change is BETTER
    assert rules.measures["spin"].note == "Manual, version 7, page 30"


def test_a_cut_off_can_lie_above_a_value() -> None:
    """R32: the Mobility Inventory is a case above 2.3, not at it."""
    rule = RULES.measures["mi"]
    assert (rule.is_case(2.3), rule.is_case(2.31), RULES.measures["phq-9"].is_case(10)) == (False, True, True)


def test_every_threshold_has_source_and_date() -> None:
    """RS-20: thresholds are data with version, source and date."""
    assert RULES.since == date(2026, 11, 22)
    assert all(rule.source for rule in RULES.measures.values())
    assert problem_of(RULES, "Social-Anxiety") == problem_of(RULES, "F401")


def test_rules_that_are_not_whole_are_refused() -> None:
    """Bad input: everything that is missing, at once."""
    with pytest.raises(IncompleteDefinition, match="measures is missing"):
        read_rules("version = '1'", "made up")
    text = """version="1"\nedition="e"\nsource="s"\nlicence="l"\ndepression="a"\nanxiety="b"
[[measures]]\nkey="a"\nname="A"\ncaseness=1\nreliable=1\nsource="s"
[[problems]]\nkey="p"\ncodes=["F1"]\nmeasures=["c"]"""
    with pytest.raises(IncompleteDefinition, match="'b' is named but not there"):
        read_rules(text, "made up")


#: England 2024-25. Finished, not at caseness, the number in the three classes of change and the five rates are
#: published; the counts behind the rates were not read, so they are chosen to fit all of these.
ENGLAND = Counts(670_419, 35_234, 452_600, 38_898, 170_400, 321_000, 301_713)


def test_the_published_rates_of_england_come_out() -> None:
    """measures 17: improvement 67.5, no change 25.4, deterioration 5.8, recovery 50.5, reliable recovery 47.5."""
    found = rates(ENGLAND)
    names = ("improvement", "no_change", "deterioration", "recovery", "reliable_recovery")
    assert [str(getattr(found, name).per_cent) for name in names] == ["67.5", "25.4", "5.8", "50.5", "47.5"]
    assert found.improvement.denominator == 670_419
    assert found.recovery.denominator == found.reliable_recovery.denominator == 635_185
    assert ENGLAND.unclassified == 670_419 - 661_898


def test_dividing_by_those_at_caseness_would_be_wrong() -> None:
    """measures 17: 634,248 at caseness gives 50.6%, the published figure is 50.5%."""
    assert str(rate(ENGLAND.recovery, 634_248).per_cent) == "50.6"


def test_a_published_month_comes_out() -> None:
    """NHS Talking Therapies monthly statistics, April 2025: 26,457 of 54,672 reliably recovered, 48.4%."""
    found = rates(Counts(57_359, 57_359 - 54_672, None, None, None, None, 26_457))
    assert found.reliable_recovery.reads == "48.4% (26,457 of 54,672)"
    assert found.improvement.reads == "not published"


def test_zero_is_zero_and_nobody_is_nobody() -> None:
    """RS-18: a zero numerator prints 0 with its denominator, a zero denominator prints "no one to count"."""
    assert rate(0, 12).reads == "0.0% (0 of 12)"
    assert rate(0, 0).reads == "no one to count"
    assert rate(0, 0).per_cent is None
    everyone_below = rates(Counts(3, 3, 0, 0, 3, 0, 0))
    assert (everyone_below.recovery.reads, everyone_below.improvement.reads) == (
        "no one to count",
        "0.0% (0 of 3)",
    )


@pytest.mark.parametrize(
    ("part", "whole", "tenths"),
    [
        (1, 8, "12.5"),
        (1, 16, "6.3"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 2000, "0.1"),
        (1, 2001, "0.0"),
        (5, 5, "100.0"),
    ],
)
def test_halves_are_rounded_up(part: int, whole: int, tenths: str) -> None:
    """measures 17: to one decimal; 1 of 16 is 6.25 and reads 6.3; 1 of 2000 is 0.05 and reads 0.1."""
    assert rate(part, whole).per_cent == Decimal(tenths)
    assert str(rate(part, whole).per_cent) == tenths


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"not_at_caseness": 11}, "not at caseness"),
        ({"improvement": 11}, "improvement"),
        ({"recovery": 9}, "recovery"),
        ({"reliable_recovery": 4}, "reliable recovery"),
        ({"improvement": 1}, "reliable recovery"),
        ({"no_change": 6}, "together more"),
    ],
)
def test_counts_that_contradict_each_other_are_refused(change: dict[str, int], said: str) -> None:
    """Bad input: a clear answer that names the two counts."""
    sound = Counts(10, 2, 4, 1, 5, 3, 2)
    assert rates(sound).recovery.reads == "37.5% (3 of 8)"
    with pytest.raises(ValueError, match=said):
        rates(replace(sound, **change))
    with pytest.raises(ValueError, match="no share"):
        rate(-1, 3)


def test_a_service_is_counted_with_completeness_first() -> None:
    """RS-23: only finished referrals count, and how many were measured twice stands beside every rate."""
    referrals = [
        Referral("1", "", True, {"phq-9": Pair(20, 5), "gad-7": Pair(18, 4)}),
        Referral("2", "", True, {"phq-9": Pair(9, 9), "gad-7": Pair(7, 7)}),
        Referral("3", "F401", True, {"phq-9": Pair(12, None), "gad-7": Pair(10, 3)}),
        Referral("4", "", False, {"phq-9": Pair(20, 5), "gad-7": Pair(18, 4)}),
        Referral("5", "", True, {"phq-9": Pair(9, 3)}),
    ]
    found = service(outcome(one, RULES) for one in referrals)
    assert (found.referrals, found.counts.finished, found.paired) == (5, 4, 2)
    assert (found.at_caseness, found.counts.not_at_caseness, found.caseness_unknown) == (2, 1, 1)
    assert found.fell_back == 1
    assert found.rates.recovery.reads == "33.3% (1 of 3)"
    assert found.rates.improvement.reads == "25.0% (1 of 4)"


SCORE = some.one_of(some.none(), some.integers(0, 21))
PAIR = some.tuples(some.integers(0, 21), SCORE)


@given(PAIR, PAIR)
def test_the_classes_never_overlap_and_recovery_needs_caseness(phq: Scores, gad: Scores) -> None:
    """R29, R30: one class at most; reliable recovery is recovery and improvement."""
    found = judged(phq, gad)
    assert found.reliably_recovered is (found.recovered and found.change is BETTER)
    assert not found.recovered or found.at_caseness is True
    assert (found.change is None) is (None in (phq[1], gad[1]))


@given(some.lists(some.tuples(PAIR, PAIR, some.booleans()), max_size=30))
def test_counts_of_any_service_never_contradict_each_other(
    rows: list[tuple[Scores, Scores, bool]],
) -> None:
    """measures 17: whatever the referrals, each share is a share."""
    given_referrals = [
        Referral(str(at), "", finished, {"phq-9": Pair(*phq), "gad-7": Pair(*gad)})
        for at, (phq, gad, finished) in enumerate(rows)
    ]
    found = service(outcome(one, RULES) for one in given_referrals)
    assert (
        found.at_caseness + (found.counts.not_at_caseness or 0) + found.caseness_unknown
        == found.counts.finished
    )
    assert found.counts.unclassified == found.counts.finished - found.paired
