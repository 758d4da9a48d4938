"""Slots of a national return that never invent a fall, and a rule that is only ever called by its name."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.measures.method.change import Verdict
from ownwords.measures.method.definitions import Direction
from ownwords.measures.method.national import (
    GoalScore,
    Referral,
    export_goals,
    import_goals,
    national_rule,
)
from ownwords.measures.method.personal import LinesChange, LineSeries, Point, change_over_lines

START = date(2026, 1, 1)
OPEN = Referral("r1", START)


def day(week: int) -> date:
    """Return a day by weeks from the start."""
    return START + timedelta(weeks=week)


def goal(key: str, *ratings: tuple[int, float], reached: bool = False, high: float = 10) -> LineSeries:
    """Return a goal from (week, rating)."""
    points = tuple(Point(day(week), value) for week, value in ratings)
    closed = (points[-1].on, "reached") if reached else (None, "")
    return LineSeries(key, Direction.UP, 0, high, points[0].on, *closed, points)


def test_a_slot_is_never_used_again_in_a_referral() -> None:
    """measures 15: goal 1 reached at 10, a new goal begins at 1: two slots, no fall."""
    one, other = goal("a", (0, 4), (4, 10), reached=True), goal("b", (5, 1), (9, 3))
    found = export_goals([other, one], OPEN)
    assert dict(found.slots) == {"a": 1, "b": 2}
    assert found.scores == (
        GoalScore("r1", 1, day(0), 4),
        GoalScore("r1", 1, day(4), 10),
        GoalScore("r1", 2, day(5), 1),
        GoalScore("r1", 2, day(9), 3),
    )


def test_a_fourth_goal_is_reported_as_not_exportable() -> None:
    """measures 15: also when the other three are closed, and for good."""
    lines = [goal(key, (week, 4), (week + 1, 10), reached=True) for week, key in enumerate("abcd")]
    found = export_goals(lines, OPEN)
    assert (found.fourth, set(found.slots)) == (("d",), {"a", "b", "c"})
    assert {score.slot for score in found.scores} == {1, 2, 3}


def test_slots_of_earlier_exports_stay() -> None:
    """measures 15: a line that was opened earlier but exported later does not push another out of its slot."""
    found = export_goals([goal("early", (0, 3)), goal("b", (1, 2))], OPEN, slots={"b": 1, "gone": 2})
    assert dict(found.slots) == {"b": 1, "gone": 2, "early": 3}
    assert [score.slot for score in found.scores] == [3, 1]


def test_ratings_after_the_referral_closed_are_left_out_and_counted() -> None:
    """RS-14: the return drops them, so the export does; the line itself goes on."""
    line = goal("a", (0, 4), (4, 6), (60, 8), (90, 9))
    found = export_goals([line], Referral("r1", day(0), day(10)))
    assert ([score.value for score in found.scores], found.after_end) == ([4, 6], 2)
    assert len(line.points) == 4
    later = export_goals([line], Referral("r2", day(50)))
    assert ([score.value for score in later.scores], later.before_start) == ([8, 9], 2)


def test_what_is_not_rated_from_0_to_10_upwards_is_named() -> None:
    """measures 3: the coded goal scores are whole numbers from 0 to 10."""
    down = LineSeries("down", Direction.DOWN, 0, 10, day(0), points=(Point(day(0), 3),))
    found = export_goals([down, goal("half", (0, 3.5)), goal("six", (0, 3), high=6)], OPEN)
    assert (found.other_scale, found.scores) == (("down", "half", "six"), ())


@pytest.mark.parametrize("slots", [{"a": 4}, {"a": 1, "b": 1}])
def test_impossible_slots_are_refused(slots: dict[str, int]) -> None:
    """Bad input: a clear answer."""
    with pytest.raises(ValueError, match="for good"):
        export_goals([], OPEN, slots=slots)
    with pytest.raises(ValueError, match="no goal score"):
        import_goals([GoalScore("r1", 1, day(0), 11)])


GOALS = some.lists(
    some.lists(some.tuples(some.integers(0, 80), some.integers(0, 10)), min_size=1, max_size=6), max_size=6
)


@given(GOALS, some.integers(0, 40), some.integers(0, 40))
def test_importing_our_own_export_gives_no_false_fall(
    all_ratings: list[list[tuple[int, int]]], opened: int, lasting: int
) -> None:
    """measures 15: every imported line changes as one of the person's own lines did, within the referral."""
    lines = [goal(str(at), *sorted(ratings)) for at, ratings in enumerate(all_ratings)]
    referral = Referral("r1", day(opened), day(opened + lasting))
    found = export_goals(lines, referral)
    back = change_over_lines(import_goals(found.scores), day(0), day(99))
    own = change_over_lines(
        [line for line in lines if line.line in found.slots], referral.opened, day(opened + lasting)
    )
    slot = {f"r1/goal {number}": line for line, number in found.slots.items()}
    mine = {change.line: change.towards for change in own.changes}
    assert {slot[change.line]: change.towards for change in back.changes} == {
        line: towards
        for line, towards in mine.items()
        if line in {slot[change.line] for change in back.changes}
    }
    inside = sum(
        len(line.within(referral.opened, day(opened + lasting))) for line in lines if line.line in found.slots
    )
    assert len(found.scores) == inside


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ((3, 0), Verdict.IMPROVED),
        ((3, -3), Verdict.DETERIORATED),
        ((2, -2), Verdict.WITHIN_CHANCE),
        ((9, 9, -3), Verdict.DETERIORATED),
    ],
)
def test_the_national_rule_is_any_and_any(changes: tuple[float, ...], verdict: Verdict) -> None:
    """measures 16; R34: any deterioration makes it deteriorated."""
    found = national_rule(changes)
    assert (found.verdict, found.name) == (verdict, "national rule")
    assert "no change" not in found.reads


def test_the_national_rule_needs_goals() -> None:
    """Bad input: no goals is not "no change"."""
    with pytest.raises(ValueError, match="at least one goal"):
        national_rule([])


def unchanged(dice: Random, goals: int) -> list[LineSeries]:
    """Return a person whose goals have not moved, rated twice with noise (standard deviation 1.5)."""
    return [
        goal(str(at), *((week, min(10, max(0, round(5 + dice.gauss(0, 1.5))))) for week in (0, 12)))
        for at in range(goals)
    ]


def test_six_unchanged_noisy_goals_are_not_a_deteriorated_person() -> None:
    """measures 16: the national rule calls about half of such people deteriorated; our summary has no such word."""
    dice, called, means = Random(7), 0, []
    for _ in range(2000):
        found = change_over_lines(unchanged(dice, 6), day(0), day(12))
        changes = [change.towards for change in found.changes if change.towards is not None]
        called += national_rule(changes).verdict is Verdict.DETERIORATED
        assert found.mean is not None
        means.append(found.mean)
    assert 0.45 < called / 2000 < 0.60
    assert sum(mean <= -3 for mean in means) == 0
    assert abs(sum(means) / len(means)) < 0.1
    assert not {"verdict", "deteriorated", "reads"} & set(LinesChange.__dataclass_fields__)


def test_one_unchanged_noisy_goal_is_called_deteriorated_less_often() -> None:
    """measures 1.2: 12% with one goal: more goals, more false harm."""
    dice = Random(8)
    called = sum(
        national_rule(
            [change.towards or 0 for change in change_over_lines(unchanged(dice, 1), day(0), day(12)).changes]
        ).verdict
        is Verdict.DETERIORATED
        for _ in range(2000)
    )
    assert 0.09 < called / 2000 < 0.15
