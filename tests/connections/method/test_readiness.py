"""How ready somebody felt before a tie: only what was said on an earlier day counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.connections.method.readiness import readiness_before

TIE = date(2026, 3, 10)
DAYS = st.dates(min_value=date(2026, 2, 1), max_value=date(2026, 4, 30))
RATINGS = st.lists(st.tuples(DAYS, st.none() | st.integers(0, 10)), max_size=12)


@pytest.mark.parametrize(
    ("ratings", "found"),
    [
        ([], None),
        ([(date(2026, 3, 9), 0)], 0),
        ([(date(2026, 3, 10), 7)], None),
        ([(date(2026, 3, 11), 7)], None),
        ([(date(2026, 2, 1), 2), (date(2026, 3, 1), 6), (date(2026, 3, 10), 9)], 6),
        ([(date(2026, 3, 1), 6), (date(2026, 2, 1), 2)], 6),
        ([(date(2026, 3, 1), 6), (date(2026, 3, 1), 3)], 3),
        ([(date(2026, 2, 1), 8), (date(2026, 3, 1), None)], None),
    ],
)
def test_the_last_rating_of_an_earlier_day_counts_and_none_means_unknown(
    ratings: list[tuple[date, int | None]], found: int | None
) -> None:
    """connecting R10: 0 is a number; the same day is not before; "rather not say" is no number."""
    assert readiness_before(TIE, ratings) == found


@given(DAYS, RATINGS)
def test_nothing_said_on_the_day_or_later_changes_it(
    day: date, ratings: list[tuple[date, int | None]]
) -> None:
    """connecting R10: readiness before, not after."""
    earlier = [one for one in ratings if one[0] < day]
    assert readiness_before(day, ratings) == readiness_before(day, earlier)


@given(DAYS, RATINGS)
def test_what_is_found_was_said_on_an_earlier_day(day: date, ratings: list[tuple[date, int | None]]) -> None:
    """connecting R10."""
    found = readiness_before(day, ratings)
    assert found is None or any(value == found and said < day for said, value in ratings)


@given(DAYS, RATINGS, st.integers(0, 10))
def test_a_rating_of_the_day_before_always_holds(
    day: date, ratings: list[tuple[date, int | None]], value: int
) -> None:
    """connecting R10: the last one counts, whatever stands around it."""
    assert readiness_before(day, [*ratings, (day - timedelta(days=1), value)]) == value


@pytest.mark.parametrize("value", [-1, 11])
def test_a_value_off_the_scale_is_refused(value: int) -> None:
    """connecting R10: 0 to 10."""
    with pytest.raises(ValueError, match="not from 0 to 10"):
        readiness_before(TIE, [(date(2026, 1, 1), value)])
