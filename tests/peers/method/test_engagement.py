"""Engagement questionnaires: which way they point, and what ships switched off."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.peers.method.engagement import Answerer, Direction, ends, engaged, offered, scale, scales, total
from ownwords.people.method.definition_file import IncompleteDefinition, read_definition

OWN, SES = scales()["own-three"], scales()["service-engagement-scale"]


def test_a_high_total_of_the_service_engagement_scale_is_low_engagement() -> None:
    """PS-19: 0 to 42, 0 is most engaged."""
    assert (SES.low, SES.high, SES.direction) == (0, 42, Direction.HIGH_IS_LOW_ENGAGEMENT)
    assert (engaged(SES, 42), engaged(SES, 0), engaged(SES, 21)) == (0, 1, Fraction(1, 2))
    assert (ends(SES).lowest_total, ends(SES).highest_total) == ("most_engaged", "least_engaged")
    assert (ends(OWN).lowest_total, ends(OWN).highest_total) == ("least_engaged", "most_engaged")


def test_the_best_answers_count_as_engaged() -> None:
    """PS-19: whichever way a scale points."""
    best = total(OWN, [4, 4, 4])
    assert best is not None
    assert engaged(OWN, best) == 1
    turned = replace(OWN, direction=Direction.HIGH_IS_LOW_ENGAGEMENT)
    assert engaged(turned, 0) == 1


@given(some.sampled_from([OWN, SES]), some.data())
def test_engagement_moves_one_way_along_a_scale(one: object, data: some.DataObject) -> None:
    """PS-19: up with the total for our questions, down for the other."""
    found = data.draw(some.integers(one.low, one.high - 1))  # type: ignore[attr-defined]
    lower, higher = engaged(one, found), engaged(one, found + 1)  # type: ignore[arg-type]
    assert 0 <= min(lower, higher) <= max(lower, higher) <= 1
    assert (higher > lower) == (one is OWN)


def test_a_scale_whose_licence_is_not_established_is_off_and_holds_no_item_text() -> None:
    """PS-19: our own three questions are on, and come first."""
    assert [one.key for one in offered(scales().values())] == ["own-three"]
    assert next(iter(scales())) == "own-three"
    assert (SES.on, SES.questions) == (False, ())
    assert "licence not established" in SES.doubts
    with pytest.raises(ValueError, match="enter its total"):
        total(SES, [0] * 14)


def test_our_own_questions_ask_about_trust_satisfaction_and_say() -> None:
    """PS-19: the person's own; each says why it is asked."""
    assert [one.key for one in OWN.questions] == ["trust", "satisfied", "say"]
    assert all(one.why and one.lowest and one.highest for one in OWN.questions)
    assert OWN.answered_by == (Answerer.PERSON,)


def test_a_missing_answer_gives_no_total() -> None:
    """House rule 5: a blank is not 0."""
    assert (total(OWN, [0, 0, 0]), total(OWN, [4, None, 4])) == (0, None)
    for answers in ([1, 2], [1, 2, 5], [1, 2, -1]):
        with pytest.raises(ValueError):
            total(OWN, answers)
    with pytest.raises(ValueError):
        engaged(OWN, 13)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ('direction = "sideways"', "none of high_is_engaged"),
        ("items = 0", "a scale has items"),
        ("on = true", "has the text of every question"),
        ("colour = 1", "colour is not known here"),
    ],
)
def test_an_incomplete_definition_is_refused(change: str, said: str) -> None:
    """Bad input: everything that is missing is said."""
    lines = {
        "key": '"x"', "name": '"X"', "edition": '"1"', "source": '"s"', "licence": '"l"', "on": "false",
        "answered_by": '["person"]', "direction": '"high_is_engaged"', "items": "2", "item_low": "0",
        "item_high": "3", "doubts": "[]",
    }  # fmt: skip
    name, value = change.split(" = ")
    text = "\n".join(f"{key} = {said_}" for key, said_ in (lines | {name: value}).items())
    with pytest.raises(IncompleteDefinition, match=said):
        read_definition(text, "x.toml", scale)
