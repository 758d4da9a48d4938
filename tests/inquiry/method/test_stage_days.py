"""Which stage a day belongs to."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.stage_days import Began, stage_on

DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 1))


def test_a_stage_goes_on_until_the_next_begins() -> None:
    """RS-29: stages with configurable names."""
    stages = [Began("Open", date(2024, 1, 5)), Began("Later", None), Began("Axial", date(2024, 2, 1))]
    found = [stage_on(stages, date(2024, 1, 4) + timedelta(days=n)) for n in (0, 1, 27, 28, 400)]
    assert found == ["", "Open", "Open", "Axial", "Axial"]
    assert stage_on([*stages, Began("Also", date(2024, 2, 1))], date(2024, 2, 1)) == "Also"


@given(st.lists(st.none() | DAYS, max_size=6), DAYS)
def test_it_is_the_last_that_had_begun(began: list[date | None], day: date) -> None:
    """RS-29: in whatever order they were named."""
    found = stage_on([Began(str(place), on) for place, on in enumerate(began)], day)
    before = [on for on in began if on is not None and on <= day]
    assert (found == "") == (not before)
    if before:
        assert began[int(found)] == max(before)
