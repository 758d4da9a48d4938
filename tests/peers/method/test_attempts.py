"""Attempts: what the service missed first; a table of all six attendance codes worked by hand."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.peers.method.attempts import (
    Attempt,
    Attendance,
    Means,
    Outcome,
    StartedBy,
    attended,
    follow_ups,
    rates,
)
from ownwords.peers.method.shares import Share
from tests.peers.method.people import day

CODES = some.lists(some.sampled_from(list(Attendance)), max_size=30)


def booked(person: str, on: int, code: int | None, outcome: Outcome = Outcome.NO_ANSWER) -> Attempt:
    """Return an attempt, with a booked appointment where there is a code."""
    attendance = None if code is None else Attendance(code)
    return Attempt(person, day(on), StartedBy.PEER, Means.IN_PERSON, outcome, attendance)


#: Ann: provider cancels, missed, attended, then missed, attended late. Ben: came too late, cancelled himself, missed.
TABLE = [
    booked("ann", 0, 4),
    booked("ann", 7, 3),
    booked("ann", 14, 5),
    booked("ann", 21, 3),
    booked("ann", 28, 6),
    booked("ben", 0, 7),
    booked("ben", 7, 2),
    booked("ben", 14, 3),
    booked("ben", 20, None),
]


def test_rates_match_the_table_worked_by_hand() -> None:
    """PS-12: 8 booked with codes 4 3 5 3 6 7 2 3. Ours are 4 and 7: 2 of 8. Missed 3: 3 of (3 5 3 6 7 3) = 3 of 6."""
    found = attended(TABLE)
    assert (found.all.ours, found.all.missed) == (Share(2, 8), Share(3, 6))
    assert (found.all.cancelled_by_provider, found.all.cancelled_by_person) == (Share(1, 8), Share(1, 8))
    assert found.not_booked == 1


def test_first_and_later_appointments_stand_apart() -> None:
    """PS-12: until somebody attended, each is a first one: Ann 4 3 5, Ben 7 2 3; later are Ann's 3 6."""
    found = attended(reversed(TABLE))
    assert (found.first.ours, found.first.missed) == (Share(2, 6), Share(2, 4))
    assert (found.later.ours, found.later.missed) == (Share(0, 2), Share(1, 2))


@pytest.mark.parametrize("code", list(Attendance))
def test_each_code_counts_where_it_belongs(code: Attendance) -> None:
    """PS-12: cancelled appointments are never inside the missed share; the service's own are 4 and 7."""
    found = rates([code])
    assert found.missed == {2: Share(0, 0), 4: Share(0, 0), 3: Share(1, 1)}.get(code, Share(0, 1))
    assert found.ours == Share(int(code in (4, 7)), 1)


def test_a_share_of_nothing_is_undefined() -> None:
    """House rule 10: 0 of 0 is not 0."""
    assert rates([]).missed.fraction is None
    assert rates([Attendance.ATTENDED]).missed.fraction == Fraction(0)


@given(CODES)
def test_cancelling_never_moves_the_missed_share(codes: list[Attendance]) -> None:
    """PS-12: codes 2 and 4 stand beside it."""
    more = [*codes, Attendance.CANCELLED_BY_PERSON, Attendance.CANCELLED_BY_PROVIDER]
    assert rates(codes).missed == rates(more).missed


@given(some.lists(some.builds(booked, some.sampled_from("abc"), some.integers(0, 50), some.integers(2, 7))))
def test_first_and_later_together_are_all(made: list[Attempt]) -> None:
    """PS-12: nobody is lost between them."""
    found = attended(made)
    for name in ("ours", "missed", "cancelled_by_provider", "cancelled_by_person"):
        all_, first, later = (getattr(part, name) for part in (found.all, found.first, found.later))
        assert (all_.part, all_.whole) == (first.part + later.part, first.whole + later.whole)


def test_each_missed_appointment_from_the_first_gets_one_follow_up() -> None:
    """PS-11: three code-3 rows, three follow-ups; no other code gives one."""
    found = follow_ups(TABLE, within=3)
    assert [(one.person, one.missed_on, one.due_on) for one in found] == [
        ("ann", day(7), day(10)),
        ("ben", day(14), day(17)),
        ("ann", day(21), day(24)),
    ]
    with pytest.raises(ValueError):
        follow_ups(TABLE, within=-1)


@given(CODES, some.integers(0, 30))
def test_there_are_as_many_follow_ups_as_missed_appointments(codes: list[Attendance], within: int) -> None:
    """PS-11: no more, no fewer, however many there are."""
    made = [booked("a", at, code) for at, code in enumerate(codes)]
    assert len(follow_ups(made, within)) == codes.count(Attendance.MISSED)


def test_no_outcome_speaks_of_failing() -> None:
    """PS-12: the fixed list, and what it does not say."""
    assert [one.value for one in Outcome] == (
        "met spoke answered_by_message no_answer not_now service_could_not wrong_details".split()
    )
    assert Counter(one.value for one in StartedBy) == Counter("person peer clinician other".split())
    assert not any("fail" in one.value for kind in (Outcome, StartedBy, Means) for one in kind)
