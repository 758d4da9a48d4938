"""The instruments that come with the program: which there are, which way is better, what may be on."""

from __future__ import annotations

import hashlib

import pytest

from ownwords.measures.method.catalogue import instrument, instruments
from ownwords.measures.method.definitions import Combine, Direction, Instrument, LicenceClass, Score
from ownwords.measures.method.score_ranges import expected_range
from ownwords.measures.method.scoring import score
from ownwords.measures.method.unconfirmed import unconfirmed
from tests.measures.method.responses import extreme

UP = (
    "brief-inspire brief-inspire-o csq-8 dialog hhi inspire mansa ons-loneliness qpr-15 reqol-10 reqol-20"
    " swemwbs wemwbs who-5"
).split()
DOWN = "audit core-10 core-om eq-5d-5l gad-7 hai ies-r itq mi oci pcl-5 pdss phq-9 spin ucla-3 wsas".split()
SCORED = [
    pytest.param(one, part, id=f"{one.key}.{part.key}")
    for one in instruments().values()
    for part in one.scores
    if part.combine not in (Combine.NONE, Combine.CONVERTED)
]


def test_every_instrument_of_the_list_is_there() -> None:
    """measures 2.2."""
    assert set(instruments()) == {*UP, *DOWN}


@pytest.mark.parametrize("key", [*UP, *DOWN])
def test_each_instrument_says_which_way_is_better(key: str) -> None:
    """measures 2: the list of those where more is better; recovery-support RS-19."""
    assert instrument(key).direction is (Direction.UP if key in UP else Direction.DOWN)


@pytest.mark.parametrize(("form", "part"), SCORED)
def test_the_best_answers_are_better_than_the_worst(form: Instrument, part: Score) -> None:
    """measures 2, RS-19: one best and one worst response move the score the way that is called better."""
    best = score(form, extreme(form, part, best=True)).score(part.key).value
    worst = score(form, extreme(form, part, best=False)).score(part.key).value
    assert best is not None
    assert worst is not None
    assert (best > worst) is (form.better(part) is Direction.UP)
    assert {best, worst} == {part.low, part.high}


def test_the_scale_of_the_eq_5d_runs_against_its_questions() -> None:
    """measures 2.2: dimensions are better when low, the scale when high."""
    form = instrument("eq-5d-5l")
    assert [form.better(part) for part in form.scores] == [Direction.UP, Direction.DOWN]


@pytest.mark.parametrize(("form", "part"), SCORED)
def test_ranges_come_from_the_items(form: Instrument, part: Score) -> None:
    """measures 2.2: a live scoring site publishes 12 to 84 for the HHI; the form gives 12 to 48."""
    assert expected_range(part, [form.item(key) for key in part.items]) == (part.low, part.high)


def test_a_key_that_is_misspelt_is_answered_with_those_near_it() -> None:
    """cli: a clear answer."""
    with pytest.raises(KeyError, match="did you mean phq-9"):
        instrument("PHQ9")
    with pytest.raises(KeyError, match="there are audit"):
        instrument("zzz")


def test_only_what_was_read_and_may_be_shown_is_on() -> None:
    """measures 2.1, RS-20: class A with all its words; anything that rests on a recalled formula stays off."""
    on = [one for one in instruments().values() if one.shipped_on]
    assert {one.key for one in on} == {"phq-9", "gad-7", "pcl-5", "ons-loneliness"}
    for one in on:
        assert one.licence.klass is LicenceClass.A
        assert one.has_text
        assert {fact.fact for fact in unconfirmed(one)} <= {"total.rules.2026-11"}


@pytest.mark.parametrize("key", ["spin", "pdss", "oci", "ies-r", "mi", "hai"])
def test_recalled_thresholds_are_off_and_labelled(key: str) -> None:
    """recovery-support RS-20, R32: SPIN and the others off by default; each fact is named as unconfirmed."""
    form = instrument(key)
    assert not form.shipped_on
    part = form.score()
    assert {f"{part.key}.cut_off", f"{part.key}.reliable_change"} <= {fact.fact for fact in unconfirmed(form)}
    assert form.doubts


@pytest.mark.parametrize(("key", "change", "caseness"), [("phq-9", 6, 10), ("gad-7", 4, 8)])
def test_the_national_thresholds_are_on(key: str, change: int, caseness: int) -> None:
    """recovery-support R32: the two rows that were read in a source."""
    part = instrument(key).score()
    assert part.reliable_change is not None
    assert part.cut_off is not None
    assert (part.reliable_change.points, part.cut_off.at) == (change, caseness)
    assert part.reliable_change.source.confirmed
    assert part.cut_off.source.confirmed


def test_ratings_of_a_worker_are_marked_as_such() -> None:
    """refocus R12 and 4: INSPIRE and CSQ are never shown to the worker for one person."""
    assert {one.key for one in instruments().values() if one.about_worker} == {
        "inspire",
        "brief-inspire",
        "csq-8",
    }


def test_a_licence_is_written_down_before_it_is_switched_on() -> None:
    """refocus R21: an edition and a licence on every measure; a licensed one needs a reference."""
    for one in instruments().values():
        assert one.edition
        assert one.licence.needs_reference is (one.licence.klass is not LicenceClass.A)


def checksum(form: Instrument) -> str:
    """Return the SHA-256 of the answers that a form offers."""
    told = "\n".join(f"{anchor.value} {anchor.text}" for anchor in form.anchors)
    return hashlib.sha256(told.encode()).hexdigest()


ANSWERS = "30e1bca706bf650af7bc68a4"


@pytest.mark.parametrize("key", ["phq-9", "gad-7"])
def test_the_answers_of_phq_9_and_gad_7_are_compared_by_checksum(key: str) -> None:
    """measures 10; Zorowitz et al. 2021: many copies print the lowest answer wrongly."""
    form = instrument(key)
    assert checksum(form).startswith(ANSWERS)
    assert form.anchors[0].text == "Not at all"


def test_the_wrong_lowest_answer_fails_the_checksum() -> None:
    """measures 10."""
    right = "0 Not at all\n1 Several days\n2 More than half the days\n3 Nearly every day"
    assert hashlib.sha256(right.encode()).hexdigest().startswith(ANSWERS)
    wrong = right.replace("Not at all", "Not at all sure")
    assert not hashlib.sha256(wrong.encode()).hexdigest().startswith(ANSWERS)
