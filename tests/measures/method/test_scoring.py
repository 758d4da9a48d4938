"""One response, scored and explained: worked examples first, then what holds for all."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.measures.method.catalogue import instrument, instruments
from ownwords.measures.method.confirming import confirm
from ownwords.measures.method.definitions import Combine, Given, Instrument
from ownwords.measures.method.scoring import (
    ScoreResult,
    UnknownRule,
    Why,
    WrongAnswer,
    explain,
    half_up,
    recomputed,
    rule_at,
    score,
    under_every_rule,
)
from tests.measures.method.responses import all_at, responses

PHQ = instrument("phq-9")


def first(key: str, answers: dict[str, int | Given], rule: str = "") -> ScoreResult:
    """Return the first score of a response."""
    return score(instrument(key), answers, rule=rule).scores[0]


def numbers(*given: int | None) -> dict[str, int | Given]:
    """Return a response from its numbers in order; None is blank."""
    return {str(n): Given.BLANK if one is None else one for n, one in enumerate(given, 1)}


# ---- worked examples -----------------------------------------------------------------------------


def test_core_10_is_the_sum_of_ten_and_ten_times_the_mean_of_nine() -> None:
    """measures 4; CORE System Trust scoring: at most one missing; 2 and 3 turned round."""
    ten = first("core-10", numbers(1, 4, 4, 1, 1, 1, 1, 1, 1, 1))
    assert (ten.value, ten.answered, ten.prorated, ten.band) == (8, 10, False, "healthy-or-low-level")
    assert ten.reversed == ("2", "3")
    nine = first("core-10", numbers(2, 2, 2, 2, 2, 2, 2, 2, 2, None))
    assert (nine.value, nine.prorated, nine.missing, nine.band) == (20, True, ("10",), "moderate-to-severe")
    eight = first("core-10", numbers(2, 2, 2, 2, 2, 2, 2, 2, None, None))
    assert (eight.value, eight.band, eight.why) == (None, None, Why.TOO_MANY_MISSING)
    nobody = first("core-10", {})
    assert (nobody.value, nobody.band, nobody.why) == (None, None, Why.NOTHING_ANSWERED)


def test_a_band_runs_up_to_the_next_where_a_mean_falls_between_two() -> None:
    """measures 2.2: CORE-10 10.9 is below the cut-off of 11."""
    nearly = first("core-10", numbers(1, 3, 3, 1, 1, 1, 1, 1, 2, None))
    assert nearly.value == pytest.approx(100 / 9)
    assert nearly.band == "mild"
    below = first("core-10", numbers(1, 3, 3, 1, 1, 1, 1, 1, 1, None))
    assert (below.value, below.band) == (10, "healthy-or-low-level")


def test_an_empty_phq_9_has_no_score_and_no_band_and_zeros_have_both() -> None:
    """measures 4: nothing answered differs from nine zeros."""
    empty, zeros = first("phq-9", {}), first("phq-9", numbers(*[0] * 9))
    assert (empty.value, empty.band, empty.answered, empty.why) == (None, None, 0, Why.NOTHING_ANSWERED)
    assert (zeros.value, zeros.band, zeros.answered, zeros.why) == (0, "minimal", 9, Why.SCORED)


@pytest.mark.parametrize("tenth", [0, 3])
def test_the_question_about_difficulty_never_changes_the_total(tenth: int) -> None:
    """measures 5: PHQ-9 item 10."""
    assert first("phq-9", numbers(1, 1, 1, 1, 1, 1, 1, 1, 0, tenth)).value == 8


@pytest.mark.parametrize(
    ("answers", "raised"),
    [
        (numbers(0, 0, 0, 0, 0, 0, 0, 0, 1), True),
        (numbers(*[None] * 8, 1), True),
        (numbers(3, 3, 3, 3, 3, 3, 3, 3, 0), False),
        (numbers(3, 3, 3, 3, 3, 3, 3, 3, None), False),
    ],
)
def test_item_nine_raises_its_own_event_with_any_total(answers: dict[str, int | Given], raised: bool) -> None:
    """measures 5: also on a partly filled form, where there is no total."""
    assert [alert.item for alert in score(PHQ, answers).alerts] == (["9"] if raised else [])


@pytest.mark.parametrize(("left", "value"), [(0, 18), (1, 18), (2, 18), (3, None)])
def test_phq_9_stands_in_for_two_missing_answers(left: int, value: int | None) -> None:
    """measures 2.2: common practice, marked as unconfirmed; prorated is seen."""
    result = first("phq-9", numbers(*[2] * (9 - left), *[None] * left))
    assert (result.value, result.prorated) == (value, value is not None and left > 0)


@pytest.mark.parametrize(
    ("above", "below", "whole"), [(5, 2, 3), (7, 2, 4), (9, 4, 2), (10, 4, 3), (0, 3, 0), (1, 2, 1)]
)
def test_a_half_is_rounded_up(above: int, below: int, whole: int) -> None:
    """measures 2.2: never to the even number, as Python's own rounding would."""
    assert half_up(above, below) == whole


def test_a_prorated_whole_score_is_rounded_half_up() -> None:
    """Eight answers that make 4 stand for 4.5 points, so 5."""
    assert first("phq-9", numbers(4 - 1, 1, 0, 0, 0, 0, 0, 0, None)).value == 5


def test_who_5_is_the_sum_times_four() -> None:
    """measures 2.2; psykiatri-regionh.dk: not (raw - 5) x 4."""
    assert first("who-5", numbers(5, 5, 5, 5, 5)).value == 100
    assert first("who-5", numbers(1, 2, 3, 4, 2)).value == 48
    assert first("who-5", numbers(0, 0, 0, 0, 0)).value == 0


def test_hope_and_satisfaction_turn_their_items_round() -> None:
    """measures 2.2: HHI 3 and 6; CSQ-8 2, 4, 5 and 8."""
    hope = first("hhi", all_at(instrument("hhi"), 4))
    assert (hope.value, hope.reversed) == (10 * 4 + 2 * 1, ("3", "6"))
    content = first("csq-8", all_at(instrument("csq-8"), 4))
    assert (content.value, content.reversed) == (4 * 4 + 4 * 1, ("2", "4", "5", "8"))


def test_dialog_has_two_means_and_no_sum() -> None:
    """measures 2.2: life 1 to 8, help 9 to 11; 8 is no answer to a scale that ends at 7."""
    both = score(instrument("dialog"), numbers(4, 4, 4, 4, 5, 5, 5, 6, 7, 6, 6))
    assert [one.value for one in both.scores] == [pytest.approx(37 / 8), pytest.approx(19 / 3)]
    with pytest.raises(WrongAnswer, match="it can be 1 to 7"):
        score(instrument("dialog"), {"1": 8})


def test_inspire_counts_only_what_matters_to_the_person() -> None:
    """measures 2.2, refocus 4.2: "not chosen" is no missing answer; nothing chosen is undefined, not 0."""
    form = instrument("inspire")
    relation: dict[str, int | Given] = {str(n): 2 for n in range(21, 28)}
    unchosen = {str(n): Given.NOT_CHOSEN for n in range(1, 21)}
    some = score(form, {**unchosen, **relation, "1": 4, "2": 3, "3": 0}).scores
    assert (some[0].value, some[0].of, some[0].answered) == (pytest.approx(100 * 7 / 12), 3, 3)
    assert some[1].value == 50
    none = score(form, {**unchosen, **relation}).scores[0]
    assert (none.value, none.why, none.of) == (None, Why.NONE_CHOSEN, 0)
    zero = score(form, {**unchosen, **relation, "1": 0}).scores[0]
    assert (zero.value, zero.why) == (0, Why.SCORED)
    open_still = score(form, {**unchosen, **relation, "1": 4, "2": Given.RATHER_NOT}).scores[0]
    assert (open_still.value, open_still.why) == (None, Why.TOO_MANY_MISSING)


def test_qpr_follows_our_own_rule_and_says_so() -> None:
    """refocus 4.1: all 15 are added up; one or two missing are replaced by the mean; three give no total."""
    assert first("qpr-15", numbers(*[3] * 15)).value == 45
    two = first("qpr-15", numbers(*[3] * 13, None, None))
    assert (two.value, two.prorated) == (45, True)
    assert first("qpr-15", numbers(*[3] * 12, None, None, None)).why is Why.TOO_MANY_MISSING
    rule = next(one for one in explain(instrument("qpr-15"), two) if one.key == "rule")
    assert rule.values["ours"] is True


def test_raw_and_metric_well_being_are_two_scores() -> None:
    """measures 2.2: the same range, never the same number; without the licensed table there is no metric score."""
    raw, metric = score(instrument("swemwbs"), numbers(*[3] * 7)).scores
    assert (raw.key, raw.value) == ("raw", 21)
    assert (metric.key, metric.value, metric.why) == ("metric", None, Why.NO_TABLE)


def test_the_eq_5d_needs_all_five_and_is_not_added_up() -> None:
    """measures 2.2: a profile and a scale."""
    full = score(instrument("eq-5d-5l"), numbers(1, 2, 3, 4, 5, 70))
    assert full.finding is not None
    assert full.finding.outcome == "12345"
    assert [(one.value, one.why) for one in full.scores] == [(70, Why.SCORED), (None, Why.NO_SUM)]


def test_the_direct_question_on_loneliness_is_not_added() -> None:
    """measures 2.2: asked together, not summed."""
    assert first("ucla-3", numbers(3, 3, 3, 5)).value == 9


# ---- answers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "answers", "told"),
    [
        ("phq-9", {"3": 4}, "Item 3 is 4; it can be 0 to 3"),
        ("phq-9", {"3": -1}, "Item 3 is -1"),
        ("phq-9", {"3": "two"}, "Item 3 is 'two'"),
        ("phq-9", {"3": "2"}, "Item 3 is '2'"),
        ("phq-9", {"3": 1.0}, "Item 3 is 1.0"),
        ("phq-9", {"3": True}, "Item 3 is True"),
        ("phq-9", {"3": None}, "Item 3 is None"),
        ("phq-9", {"11": 1}, "There is no item '11'"),
        ("phq-9", {"3": Given.NOT_CHOSEN}, "Item 3 is for everybody"),
        ("audit", {"9": 1}, "Item 9 is 1; it can be 0, 2 or 4"),
        ("audit", {"10": 3}, "it can be 0, 2 or 4"),
    ],
)
def test_an_answer_that_the_form_does_not_offer_is_refused(
    key: str, answers: dict[str, int | Given], told: str
) -> None:
    """Bad input: item, value and legal range are named; nothing is rounded, and True is not 1."""
    with pytest.raises(WrongAnswer) as refused:
        score(instrument(key), answers)
    assert told in str(refused.value)
    assert refused.value.item in answers


def test_whole_numbers_of_numpy_are_whole_numbers() -> None:
    """The library takes what comes out of an array."""
    assert first("phq-9", {str(n): np.int8(2) for n in range(1, 10)}).value == 18  # type: ignore[misc]
    with pytest.raises(WrongAnswer):
        score(PHQ, {"1": np.int64(9)})  # type: ignore[dict-item]


@pytest.mark.parametrize("way", [Given.BLANK, Given.NOT_APPLICABLE, Given.RATHER_NOT])
def test_ways_of_not_answering_are_missing_and_never_0(way: Given) -> None:
    """measures 3: none becomes another by scoring."""
    result = first("gad-7", {**numbers(*[3] * 6), "7": way})
    assert (result.value, result.missing) == (21, ("7",))


# ---- rules, thresholds, comparison ---------------------------------------------------------------


def test_two_rules_stand_side_by_side() -> None:
    """measures 7: CORE-OM non-risk, two missing until April 2023, three since; both name their version."""
    form = instrument("core-om")
    answers: dict[str, int | Given] = all_at(form, 1) | {"1": Given.BLANK, "2": Given.BLANK, "5": Given.BLANK}
    old, new = under_every_rule(form, answers, "non-risk")
    assert (old.value, old.rule, old.why) == (None, "before-2023-04", Why.TOO_MANY_MISSING)
    assert (new.rule, new.prorated) == ("2023-04", True)
    assert new.value is not None
    part = form.score("non-risk")
    assert rule_at(part, date(2023, 4, 16)).version == "before-2023-04"
    assert rule_at(part, date(2023, 4, 17)).version == "2023-04"
    with pytest.raises(UnknownRule, match="1999"):
        score(form, answers, rule="1999")


def test_a_stored_total_that_differs_is_kept_beside_the_recomputed_one() -> None:
    """measures 6: a published example stores 13 for answers that make 10."""
    result = first("phq-9", numbers(1, 2, 0, 1, 3, 1, 1, 1, 0))
    found = recomputed(13, result)
    assert (found.stored, found.recomputed, found.agrees) == (13, 10, False)
    assert recomputed(10, result).agrees
    assert recomputed(10.004, result).agrees
    assert not recomputed(10.006, result).agrees
    assert not recomputed(0, first("phq-9", {})).agrees


def test_bands_that_nobody_confirmed_are_not_used_until_somebody_does() -> None:
    """recovery-support RS-20: unconfirmed thresholds are off."""
    answers: dict[str, int | Given] = numbers(*[4] * 10)
    assert first("audit", answers).band is None
    sure = confirm(instrument("audit"), {"total.bands": "WHO manual, page 19"})
    assert score(sure, answers).scores[0].band == "zone-4"
    assert first("audit", answers).band is None


def test_an_explanation_tells_which_items_which_rule_and_why_not() -> None:
    """measures 20: the way to the score is data that can be put in words."""
    result = first("hhi", {**all_at(instrument("hhi"), 2), "1": Given.RATHER_NOT})
    told = {reason.key: reason.values for reason in explain(instrument("hhi"), result)}
    assert told["answered"] == {"answered": 11, "of": 12}
    assert told["missing"] == {"items": ("1",)}
    assert told["turned-round"] == {"items": ("3", "6")}
    assert told["no-score"]["why"] is Why.TOO_MANY_MISSING
    assert told["rule"]["version"] == "2026-11"
    prorated = first("phq-9", numbers(*[1] * 8))
    keys = [reason.key for reason in explain(PHQ, prorated)]
    assert keys == ["answered", "missing", "combined", "prorated", "rule", "formula", "better"]


# ---- what holds for all --------------------------------------------------------------------------

FORMS = list(instruments().values())


@given(st.data())
def test_a_score_stays_in_its_range_and_says_how_it_was_made(data: st.DataObject) -> None:
    """For every instrument and every response."""
    form = data.draw(st.sampled_from(FORMS))
    answers = data.draw(responses(form))
    scored = score(form, answers)
    assert scored.digest == form.digest
    for result, part in zip(scored.scores, form.scores, strict=True):
        given = {key for key, one in answers.items() if not isinstance(one, Given)}
        assert set(result.items) == given & set(part.items)
        assert (result.value is None) is (result.why is not Why.SCORED)
        assert result.answered + len(result.missing) == result.of
        if result.value is not None:
            assert part.low - 1e-9 <= result.value <= part.high + 1e-9
            assert len(result.missing) <= part.rule.missing.most
            assert result.prorated is bool(result.missing)
            assert isinstance(result.value, int) is (part.whole and part.combine is not Combine.CONVERTED)


@given(st.data())
def test_a_worse_answer_never_gives_a_better_score(data: st.DataObject) -> None:
    """Complete responses: moving one answer up by one step moves a score one way only."""
    form: Instrument = data.draw(st.sampled_from([one for one in FORMS if one.key not in ("itq", "swemwbs")]))
    part = form.scores[0]
    answers = {key: data.draw(st.sampled_from(form.item(key).legal)) for key in part.items}
    key = data.draw(st.sampled_from(part.items))
    item = form.item(key)
    higher = [value for value in item.legal if value > answers[key]]
    if higher:
        before = score(form, answers).scores[0].value
        after = score(form, answers | {key: higher[0]}).scores[0].value
        assert before is not None
        assert after is not None
        assert (after < before) if item.reversed else (after > before)
