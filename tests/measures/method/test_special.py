"""Rules that are no sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.measures.method.special import CANNOT_SAY, eq_5d_profile, itq, pcl_5_clusters


def at(*items: int, high: int = 2, of: int = 18) -> dict[str, int]:
    """Return answers of 0 but for some items."""
    return {str(n): high if n in items else 0 for n in range(1, of + 1)}


PTSD = (1, 4, 5, 8)
ITSELF = (10, 13, 14, 17)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        (at(), "neither"),
        (at(*PTSD), "ptsd"),
        (at(*PTSD, *ITSELF), "complex-ptsd"),
        (at(*ITSELF), "neither"),
        (at(1, 4, 5), "neither"),  # no impairment
        (at(1, 2, 3, 4, 7, 8, 9), "neither"),  # no sense of threat
        (at(*PTSD, 10, 13, 14), "ptsd"),  # the second part without impairment
        (at(*PTSD, *ITSELF, high=1), "neither"),  # 1 does not count
        (at(*PTSD, *ITSELF, high=4), "complex-ptsd"),
    ],
)
def test_the_itq_says_one_pattern_and_never_both(answers: dict[str, int], outcome: str) -> None:
    """measures 2.2; Cloitre et al. 2018."""
    assert itq(answers).outcome == outcome


def test_a_missing_answer_leaves_open_only_what_hangs_on_it() -> None:
    """A blank is not 0: it may be the answer that decides, or make no difference."""
    full = at(*PTSD, *ITSELF)
    without = {key: value for key, value in full.items() if key != "2"}
    assert itq(without).outcome == "complex-ptsd"  # item 1 is enough
    without = {key: value for key, value in full.items() if key != "1"}
    assert itq(without).outcome == CANNOT_SAY  # item 2 is 0, so item 1 decides
    assert dict(itq(without).parts)["re-experiencing"] is None
    assert itq({key: value for key, value in at().items() if key != "1"}).outcome == "neither"


@given(st.dictionaries(st.integers(1, 18).map(str), st.integers(0, 4)))
def test_an_answer_more_never_turns_one_pattern_into_the_other(answers: dict[str, int]) -> None:
    """What was sure with some answers missing stays so when they come."""
    before = itq(answers).outcome
    after = itq({str(n): answers.get(str(n), 0) for n in range(1, 19)}).outcome
    assert before in (after, CANNOT_SAY)


@pytest.mark.parametrize(
    ("items", "outcome"),
    [
        ((1, 6, 8, 9, 15, 16), "met"),
        ((1, 6, 8, 15, 16), "not-met"),  # one D only
        ((1, 6, 8, 9, 15), "not-met"),  # one E only
        ((6, 8, 9, 15, 16), "not-met"),  # no B
        ((5, 7, 14, 13, 20, 19), "met"),  # the other ends of the groups
        ((), "not-met"),
    ],
)
def test_the_pcl_5_needs_one_b_one_c_two_d_and_two_e(items: tuple[int, ...], outcome: str) -> None:
    """measures 2.2: items at 2 or more."""
    assert pcl_5_clusters(at(*items, of=20)).outcome == outcome
    assert pcl_5_clusters(at(*items, of=20, high=1)).outcome == "not-met"


def test_the_groups_of_the_pcl_5_stay_open_while_answers_are_missing() -> None:
    """Blank is not 0."""
    answers = at(1, 6, 8, 9, 15, of=20)
    del answers["18"]
    found = pcl_5_clusters(answers)
    assert (found.outcome, dict(found.parts)["E"]) == (CANNOT_SAY, None)


def test_a_profile_is_five_digits_or_nothing() -> None:
    """measures 2.2: EQ-5D needs all."""
    assert eq_5d_profile({"1": 1, "2": 1, "3": 2, "4": 3, "5": 1}).outcome == "11231"
    assert eq_5d_profile({"1": 1, "2": 1, "3": 2, "4": 3}).outcome == CANNOT_SAY
