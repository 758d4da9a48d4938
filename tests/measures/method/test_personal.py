"""Change over lines that come and go, and the promise never to average across people."""

from __future__ import annotations

import inspect
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.measures.method import personal, personal_range
from ownwords.measures.method.definitions import Direction
from ownwords.measures.method.personal import LineSeries, Point, SeveralPeople, change_over_lines, smoothed

START = date(2026, 1, 1)


def day(step: int) -> date:
    """Return a day, four weeks apart, counted from 1."""
    return START + timedelta(weeks=4 * (step - 1))


def line(
    key: str,
    *ratings: int | None,
    direction: Direction = Direction.UP,
    reason: str = "",
    high: float = 10,
    person: str = "",
) -> LineSeries:
    """Return a line with one rating a month; None where it was not rated. A reason closes it at its last rating."""
    points = tuple(Point(day(at), value, "w1") for at, value in enumerate(ratings, 1) if value is not None)
    closed = points[-1].on if reason else None
    return LineSeries(key, direction, 0, high, points[0].on, closed, reason, points, person)


@pytest.mark.parametrize(
    ("lines", "towards", "mean"),
    [
        ((line("a", 2, 5, 7, 8), line("b", None, None, 1, 2)), (6, 1), 3.5),
        ((line("a", 4, 8, 10, reason="reached"), line("b", 1, 2, 3, 4)), (6, 3), 4.5),
        ((line("1", 4, 10, reason="reached"), line("2", None, None, 1, 3)), (6, 2), 4.0),
    ],
    ids=["goal added later", "goal retired when reached", "slot used again"],
)
def test_the_three_worked_examples(
    lines: tuple[LineSeries, ...], towards: tuple[float, ...], mean: float
) -> None:
    """measures 14 and 1.2: no fall when a goal is added, none when one is reached, none when a place is used again."""
    found = change_over_lines(lines, day(1), day(4))
    assert tuple(change.towards for change in found.changes) == towards
    assert found.mean == mean
    assert found.counted == "2 of 2 lines"


def test_a_line_rated_once_counts_among_the_lines_and_not_in_the_mean() -> None:
    """measures 14: only lines rated at both ends, and "k of n lines"."""
    found = change_over_lines([line("a", 2, None, 8), line("b", 3), line("c", None, 9)], day(1), day(4))
    assert (found.counted, found.mean) == ("1 of 3 lines", 6)
    assert [change.towards for change in found.changes] == [6, None, None]


def test_nothing_rated_twice_has_no_mean() -> None:
    """House rule 10: undefined is shown as undefined."""
    found = change_over_lines([line("a", 2)], day(1), day(4))
    assert (found.mean, found.mean_share, found.counted) == (None, None, "0 of 1 lines")
    assert change_over_lines([], day(1), day(4)).counted == "0 of 0 lines"


def test_two_ratings_of_one_day_are_one_end() -> None:
    """A morning and an evening are not a change over time."""
    once = LineSeries("a", Direction.UP, 0, 10, day(1), points=(Point(day(1), 2), Point(day(1), 9)))
    assert change_over_lines([once], day(1), day(4)).rated == 0


def test_closing_because_it_was_reached_is_an_outcome() -> None:
    """measures 13: counted whatever the ratings say; closings outside the time are not."""
    lines = [
        line("a", 4, 8, reason="reached"),
        line("b", 5, 5, 5, reason="no longer matters"),
        line("c", 7, 7, 7),
    ]
    found = change_over_lines(lines, day(1), day(3))
    assert found.reached == 1
    assert dict(found.closings) == {"reached": 1, "no longer matters": 1}
    assert change_over_lines(lines, day(1), day(1)).reached == 0
    assert [one.line for one in change_over_lines(lines, day(3), day(4)).changes] == ["b", "c"]


def test_plus_is_the_direction_the_person_chose() -> None:
    """measures 2 and 11: a problem that should shrink and a goal that should grow count alike."""
    found = change_over_lines(
        [line("worry", 9, 4, direction=Direction.DOWN), line("walks", 2, 7)], day(1), day(2)
    )
    assert [change.towards for change in found.changes] == [5, 5]


def test_lines_on_different_scales_are_not_put_together_in_points() -> None:
    """A point of six and a point of ten are not one thing; widths of the scale are."""
    found = change_over_lines([line("a", 0, 5), line("b", 0, 3, high=6)], day(1), day(2))
    assert (found.mean, found.mean_share) == (None, 0.5)


def test_a_reworded_line_goes_on() -> None:
    """measures 12: same thing, clearer words: one line, two wordings, one change."""
    points = Point(day(1), 2, "w1"), Point(day(2), 4, "w2")
    found = change_over_lines([LineSeries("a", Direction.UP, 0, 10, day(1), points=points)], day(1), day(2))
    assert (found.changes[0].towards, found.changes[0].wordings) == (2, 2)


def test_lines_of_two_people_are_refused() -> None:
    """RS-22: personal ratings are not averaged across people."""
    with pytest.raises(SeveralPeople):
        change_over_lines([line("a", 1, 2, person="p"), line("b", 1, 2, person="q")], day(1), day(4))
    with pytest.raises(SeveralPeople):
        change_over_lines([line("a", 1, 2, person="p"), line("b", 1, 2)], day(1), day(4))


def test_no_function_takes_several_people() -> None:
    """RS-22: the library offers no way to put people together: everything takes one person's lines or points."""
    for module in (personal, personal_range):
        public = {
            name: one for name, one in vars(module).items() if inspect.isfunction(one) and name[0] != "_"
        }
        taken = {name for one in public.values() for name in inspect.signature(one).parameters}
        assert not taken & {"people", "persons", "cases", "groups", "team"}
        assert not {name for name in public if "people" in name or "across" in name}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"low": 10}, "no scale"),
        ({"closed": day(2)}, "belong together"),
        ({"reason": "reached"}, "belong together"),
        ({"closed": day(0), "reason": "reached"}, "closed before"),
        ({"opened": day(2)}, "rated before"),
        ({"closed": day(1), "reason": "reached"}, "rated after"),
        ({"high": 3}, "outside 0 to 3"),
        ({"points": (Point(day(2), 1), Point(day(1), 1))}, "time order"),
        ({"points": (Point(day(2), float("nan")),)}, "outside"),
    ],
)
def test_a_line_that_contradicts_itself_is_refused(change: dict[str, object], said: str) -> None:
    """Bad input: a clear answer that names the line."""
    fields: dict[str, object] = {
        "line": "a",
        "direction": Direction.UP,
        "low": 0,
        "high": 10,
        "opened": day(1),
        "points": (Point(day(1), 2), Point(day(2), 4)),
    }
    with pytest.raises(ValueError, match=said):
        LineSeries(**{**fields, **change})  # type: ignore[arg-type]


def test_other_contradictions_are_refused() -> None:
    """Bad input: an end before the start, one id for two lines."""
    with pytest.raises(ValueError, match="before the start"):
        change_over_lines([], day(2), day(1))
    with pytest.raises(ValueError, match="share the id"):
        change_over_lines([line("a", 1), line("a", 2)], day(1), day(2))


def test_nothing_is_smoothed_under_five_points() -> None:
    """measures 1.4: draw nothing smoothed under 5 points."""
    assert smoothed([1, 9, 2, 8]) is None
    assert smoothed([1, 9, 2, 8, 3]) == (1, 2, 8, 3, 3)


RATINGS = some.lists(some.integers(0, 10), min_size=2, max_size=6)


@given(some.lists(RATINGS, min_size=1, max_size=5), RATINGS)
def test_adding_a_line_never_changes_another(all_ratings: list[list[int]], more: list[int]) -> None:
    """measures 14: a new goal cannot make an old one fall."""
    lines = [line(str(at), *ratings) for at, ratings in enumerate(all_ratings)]
    before = change_over_lines(lines, day(1), day(9))
    after = change_over_lines([*lines, line("new", *more)], day(1), day(9))
    assert after.changes[:-1] == before.changes
    assert (after.lines, after.rated) == (before.lines + 1, before.rated + 1)


@given(RATINGS)
def test_turning_a_line_over_turns_its_sign(ratings: list[int]) -> None:
    """measures 2."""
    up = change_over_lines([line("a", *ratings)], day(1), day(9)).mean
    down = change_over_lines([line("a", *ratings, direction=Direction.DOWN)], day(1), day(9)).mean
    assert up is not None
    assert down == -up


def test_a_line_of_the_last_or_the_first_day_of_the_time_counts_as_a_line() -> None:
    """measures 14: both days of the stretch belong to it, for "k of n lines"."""
    start, end = date(2026, 1, 1), date(2026, 6, 30)
    opened = LineSeries("new", Direction.UP, 0, 10, end)
    closed = LineSeries("old", Direction.UP, 0, 10, date(2025, 1, 1), start, "reached")
    found = change_over_lines([opened, closed], start, end)
    assert (found.counted, found.reached) == ("0 of 2 lines", 1)
