"""Packed rows of a team give what the pure functions give, and no curve tells of a few."""

from __future__ import annotations

import struct
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.peers.method.ease import Route
from ownwords.peers.method.periods import Period, half, periods
from ownwords.peers.method.spells import Contact, EndKind, Observed, counts, three_gaps
from ownwords.peers.method.team_curves import Point, thinned
from ownwords.peers.method.team_meetings import band, team_meetings
from ownwords.peers.method.team_returns import DAY_NOUGHT, Rows, day_bands, team_returns, unpacked
from ownwords.peers.presenters.figures_chart import BOTTOM, LEFT, RIGHT, TOP, nice_top, show_curve
from ownwords.peers.presenters.figures_words import kept, percent, share

START = date(2024, 1, 1)


def packed(people: list[Observed], gap: int, approaches: list[int] | None = None) -> Rows:
    """Pack people as the database does."""

    def eight(numbers: list[int]) -> bytes:
        return b"".join(struct.pack(">q", number) for number in numbers)

    def days(day: date) -> int:
        return (day - DAY_NOUGHT).days

    return Rows(
        gap,
        eight([at << 32 | days(c.on) << 1 | c.met for at, one in enumerate(people) for c in one.contacts]),
        eight([
            at << 32 | days(one.until) << 1 | (one.kind is not EndKind.CUT_OFF) for at, one in enumerate(people)
        ]),
        eight(approaches or []),
    )  # fmt: skip


def approach(at: int, day: date, referral: int, route: Route | None) -> int:
    """Pack one approach."""
    place = 0 if route is None else list(Route).index(route) + 1
    return at << 32 | (day - DAY_NOUGHT).days << 8 | referral << 4 | place


@st.composite
def somebody(draw: st.DrawFn) -> Observed:
    """Somebody with some days of contact within two years."""
    days = draw(st.dictionaries(st.integers(0, 700), st.booleans(), max_size=8))
    until = draw(st.integers(max(days, default=0), 720))
    contacts = tuple(Contact(START + timedelta(days=day), met) for day, met in days.items())
    return Observed("x", contacts, START + timedelta(days=until), draw(st.sampled_from(EndKind)))


@given(st.lists(somebody(), max_size=12), st.integers(1, 120))
def test_packed_rows_give_the_counts_of_the_pure_functions(people: list[Observed], gap: int) -> None:
    """PS-15: half, the gap and double, however rows are packed."""
    found = team_returns(packed(people, gap), START)
    assert found.three == tuple(counts(people, one) for one in three_gaps(gap))
    assert found.ease.returns == found.three[1].returns
    assert found.came_back <= found.ease.returns
    assert found.lately <= found.with_contact <= found.people == len(people)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40), st.integers(2, 6))
def test_between_two_points_nothing_happens_or_enough(moves: list[tuple[int, int]], least: int) -> None:
    """House rule 10: no step of a curve tells of a few people."""
    start = sum(fewer for _, fewer in moves) + 3
    points, events, at_risk = [], 0, start
    for month, (more, fewer) in enumerate(moves, 1):
        events, at_risk = events + more, at_risk - fewer
        points.append(Point(month, at_risk, events, 0.5, 0.4, 0.6))
    shown = thinned(points, least, start)
    before = (0, start)
    for one in shown:
        for moved in (one.events - before[0], before[1] - one.at_risk):
            assert moved == 0 or moved >= least
        assert one.at_risk >= least
        before = (one.events, one.at_risk)


def test_an_own_approach_counts_only_within_the_time_away() -> None:
    """PS-18: the first own word after the last contact tells the days; the last one with a route, how they came."""
    met = (Contact(START, True), Contact(START + timedelta(days=200), True))
    one = Observed("x", met, START + timedelta(days=300))
    rows = packed([one], 90, [
        approach(0, START, 2, Route.GP),
        approach(0, START + timedelta(days=190), 0, Route.CALLED_PEER),
        approach(0, START + timedelta(days=197), 1, Route.CRISIS),
        approach(0, START + timedelta(days=198), 0, None),
        approach(0, START + timedelta(days=201), 2, Route.LETTER),
    ])  # fmt: skip
    found = team_returns(rows, START).ease
    assert (found.days.median, found.referral.part, found.referral.whole) == (10.0, 0, 1)
    assert (found.crisis.part, found.crisis.whole, found.route_unknown) == (1, 1, 0)


def test_a_return_counts_in_the_period_in_which_they_met() -> None:
    """A return before the first day of the period belongs to another one."""
    met = (Contact(START, True), Contact(START + timedelta(days=200), True))
    one = Observed("x", met, START + timedelta(days=300))
    assert team_returns(packed([one], 90), START + timedelta(days=200)).came_back == 1
    assert team_returns(packed([one], 90), START + timedelta(days=201)).came_back == 0


def test_a_contact_of_nobody_or_after_the_end_is_refused() -> None:
    """Rows that cannot be are never reckoned with."""
    one = Observed("x", (), START)
    whole = packed([one], 90)
    for contact in (1 << 32 | 2, (START - DAY_NOUGHT).days + 1 << 1):
        with pytest.raises(ValueError, match="nobody, or after"):
            unpacked(Rows(90, struct.pack(">q", contact), whole.ends, b""))


def test_bands_of_days_have_the_unknown_beside_them() -> None:
    """0, 1 to 7, 8 to 28, more; none is not 0."""
    assert [band(days) for days in (0, 1, 7, 8, 28, 29)] == [
        "same_day", "week", "week", "four_weeks", "four_weeks", "later",
    ]  # fmt: skip
    assert day_bands([0, None, 30]) == {"same_day": 1, "week": 0, "four_weeks": 0, "later": 1, "unknown": 1}


def test_counted_cells_become_first_meetings_and_days() -> None:
    """PS-13: answers 0 to 3, 4 to 6, 7 to 10; not yet is counted beside the median, never in it."""
    found = team_meetings(
        {
            "people": 9,
            "face|3": 2,
            "face|4": 1,
            "face|10": 3,
            "face|": 3,
            "days|0": 1,
            "days|9": 2,
            "days|": 4,
        }
    )
    assert (found.faces.meetings, found.faces.answered) == (9, 6)
    assert found.faces.groups == {"low": 2, "middle": 1, "high": 3}
    assert (found.to_face.people, found.to_face.not_yet, found.to_face.median) == (7, 4, 9.0)


def test_periods_are_whole_and_over_and_never_overlap() -> None:
    """Figures stand still, and nothing is found by taking one period from another."""
    for today in (date(2026, 1, 1), date(2026, 4, 1), date(2026, 12, 31), date(2028, 2, 29)):
        offered = sorted(periods(today), key=lambda one: one.first)
        assert all(one.last < today for one in offered)
        assert all(one.last < other.first for one, other in pairwise(offered))
    assert half(2026, 2) == Period(2026, 2, date(2026, 7, 1), date(2026, 12, 31))
    assert (half(2024, 1).last, half(2024, 1).key) == (date(2024, 6, 30), "2024-h1")
    with pytest.raises(ValueError, match="two halves"):
        half(2026, 3)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_no_period_ever_overlaps_another_whenever_it_was_offered(one: date, other: date) -> None:
    """House rule 10: what was noted in one year gives nothing away beside what is offered in another."""
    every = {found.first: found for today in (one, other) for found in periods(today)}
    ordered = [every[first] for first in sorted(every)]
    assert all(before.last < after.first for before, after in pairwise(ordered))
    latest = periods(one)[0]
    assert latest.last < one <= half(latest.year + (latest.part == 2), 3 - latest.part).last


@given(st.lists(st.floats(0, 30), min_size=1, max_size=8))
def test_every_mark_lies_within_the_drawing(values: list[float]) -> None:
    """Geometry: steps begin at nothing, and every interval fits between the axes."""
    points = [Point(at + 1, 9, 9, value, value / 2, value * 2) for at, value in enumerate(values)]
    top, step = nice_top(points)
    drawn = show_curve("x", points, top, str, step=step)
    assert all(
        LEFT <= mark.x <= RIGHT and TOP <= mark.high <= mark.y <= mark.low <= BOTTOM for mark in drawn.marks
    )
    assert drawn.path.startswith(f"M{LEFT} {BOTTOM}H")
    assert len(drawn.up) <= 6
    assert len(drawn.across) <= 7


def test_shares_say_their_whole_and_keep_small_numbers_back() -> None:
    """House rule 10: 0 of 7 is said, nobody is "no one to count", a small part hides its share."""
    assert percent(0.125) == "13%"
    assert (share(0, 7), share(0, 0), share(None, 7)) == ("0% (0 of 7)", "no one to count", "not shown")
    assert kept({"all": 12, "few": 2, "many": 10}, (("all", ("few", "many")),)) == {
        "all": 12,
        "few": None,
        "many": None,
    }


def test_figures_load_numpy_alone() -> None:
    """Starting the service loads neither library; figures of returns load no more than NumPy."""
    code = (
        "import sys, ownwords.peers.method.team_meetings; assert 'numpy' not in sys.modules;"
        "import ownwords.peers.method.team_returns; assert 'polars' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
