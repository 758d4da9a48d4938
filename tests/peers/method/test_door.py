"""The door: people decide, nothing else does; and there is a way back from everywhere but a closed door."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.peers.method.attempts import CONTACT, Attempt, Attendance, Means, Outcome, StartedBy
from ownwords.peers.method.door import (
    PAUSES,
    WHO_MAY,
    Change,
    Decider,
    NotAllowed,
    Problem,
    Standing,
    Status,
    allowed,
    changed,
    problems,
    status_on,
)
from tests.peers.method.people import day

TODAY = day(500)
CHOSEN = [status for status in Status if status is not Status.QUIET]


def move(to: Status, on: int = 10, by: Decider | None = None) -> Change:
    """Return a proper change to a status."""
    ours = to in (Status.PAUSED_BY_SERVICE, Status.CLOSED)
    decided = by or (Decider.SERVICE if ours else Decider.PERSON)
    if to is Status.PAUSED_BY_SERVICE:
        return Change(day(on), to, decided, "The room is being rebuilt", day(on + 30))
    return Change(day(on), to, decided, "A court has said so" if to is Status.CLOSED else "")


def ended_in(status: Status) -> tuple[Change, ...]:
    """Return a history that ends in a status."""
    return () if status in (Status.OPEN, Status.QUIET) else (move(status),)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.CLOSED])
def test_there_is_a_way_back_from_every_status_but_closed(status: Status) -> None:
    """PS-09: a return needs no referral: a change has no field for one. Back is back, also from a quiet door."""
    before, contacts = ended_in(status), [day(0)]
    assert status_on(before, contacts, day(100), 60).status is (
        Status.QUIET if status is Status.OPEN else status
    )
    after = changed(before, move(Status.OPEN, 100), TODAY, contacts=contacts, quiet_after=60)
    back = status_on(after, contacts, day(100), 60)
    assert (back.status, back.since, back.may_return) == (Status.OPEN, day(100), True)
    assert "referral" not in Change.__slots__


def test_a_closed_door_stays_closed() -> None:
    """PS-09: closed by law or death alone; there is no change from it."""
    closed = Standing(Status.CLOSED, day(10))
    assert (allowed(Status.CLOSED), closed.may_return) == (frozenset(), False)
    assert problems(closed, move(Status.OPEN), TODAY) == {"to": Problem.CLOSED_FOR_GOOD}
    assert problems(closed, move(Status.CLOSED), TODAY) == {"to": Problem.ALREADY_ENDED}


def test_what_may_follow_what() -> None:
    """PS-09, PS-10: the whole table."""
    moved_on, closed, opened = Status.MOVED_ON, Status.CLOSED, Status.OPEN
    assert {status: allowed(status) for status in Status} == {
        Status.OPEN: PAUSES | {moved_on, closed},
        Status.QUIET: PAUSES | {opened, moved_on, closed},
        Status.PAUSED_BY_PERSON: {opened, moved_on, closed},
        Status.PAUSED_BY_SERVICE: {opened, moved_on, closed},
        Status.MOVED_ON: {opened, closed},
        Status.CLOSED: frozenset(),
    }


def test_a_pause_by_the_service_needs_a_reason_and_an_end_and_one_by_the_person_neither() -> None:
    """PS-10: both ways."""
    opened = Standing(Status.OPEN, day(0))
    bare = Change(day(10), Status.PAUSED_BY_SERVICE, Decider.SERVICE, reason="  ")
    assert problems(opened, bare, TODAY) == {"reason": Problem.REASON_MISSING, "until": Problem.END_MISSING}
    assert problems(opened, move(Status.PAUSED_BY_SERVICE), TODAY) == {}
    assert problems(opened, Change(day(10), Status.PAUSED_BY_PERSON, Decider.PERSON), TODAY) == {}
    until = Change(day(10), Status.PAUSED_BY_PERSON, Decider.PERSON, until=day(20))
    assert problems(opened, until, TODAY) == {}


@pytest.mark.parametrize(
    ("standing", "change", "field", "why"),
    [
        (Status.OPEN, move(Status.OPEN), "to", Problem.ALREADY_OPEN),
        (Status.MOVED_ON, move(Status.MOVED_ON), "to", Problem.ALREADY_ENDED),
        (Status.CLOSED, move(Status.MOVED_ON), "to", Problem.ALREADY_ENDED),
        (Status.PAUSED_BY_PERSON, move(Status.PAUSED_BY_PERSON), "to", Problem.ALREADY_PAUSED),
        (Status.PAUSED_BY_PERSON, move(Status.PAUSED_BY_SERVICE), "to", Problem.ALREADY_PAUSED),
        (Status.MOVED_ON, move(Status.PAUSED_BY_PERSON), "to", Problem.RETURN_FIRST),
        (Status.OPEN, move(Status.QUIET), "to", Problem.QUIET_IS_COMPUTED),
        (
            Status.OPEN,
            move(Status.PAUSED_BY_PERSON, by=Decider.SERVICE),
            "decided_by",
            Problem.NOT_THEIRS_TO_DECIDE,
        ),
        (Status.OPEN, move(Status.CLOSED, by=Decider.PERSON), "decided_by", Problem.NOT_THEIRS_TO_DECIDE),
        (
            Status.OPEN,
            Change(day(10), Status.CLOSED, Decider.SERVICE),
            "reason",
            Problem.REASON_MISSING,
        ),
        (Status.OPEN, move(Status.MOVED_ON, 501), "on", Problem.IN_THE_FUTURE),
        (Status.OPEN, move(Status.MOVED_ON, 4), "on", Problem.BEFORE_THE_LAST_CHANGE),
        (
            Status.OPEN,
            Change(day(10), Status.PAUSED_BY_PERSON, Decider.PERSON, until=day(10)),
            "until",
            Problem.END_NOT_AFTER_START,
        ),
        (
            Status.OPEN,
            Change(day(10), Status.MOVED_ON, Decider.PERSON, until=day(20)),
            "until",
            Problem.END_WITHOUT_PAUSE,
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    standing: Status, change: Change, field: str, why: Problem
) -> None:
    """Bad input: return while open, pausing while paused, ending twice, a change dated tomorrow."""
    assert problems(Standing(standing, day(5)), change, TODAY, last=day(5)) == {field: why}


def test_a_refused_change_says_why_and_changes_nothing() -> None:
    """Bad input: ending twice."""
    ended = changed((), move(Status.MOVED_ON), TODAY)
    with pytest.raises(NotAllowed, match="to: already_ended") as refused:
        changed(ended, move(Status.MOVED_ON, 20), TODAY)
    assert refused.value.problems == {"to": Problem.ALREADY_ENDED}
    with pytest.raises(NotAllowed):
        changed(ended, move(Status.OPEN, 5), TODAY)


def test_a_pause_whose_end_has_come_is_still_a_pause_and_says_so() -> None:
    """PS-11: nothing happens by itself."""
    paused = (move(Status.PAUSED_BY_SERVICE),)
    assert not status_on(paused, [], day(39), 60).end_has_come
    over = status_on(paused, [], day(40), 60)
    assert (over.status, over.until, over.end_has_come) == (Status.PAUSED_BY_SERVICE, day(40), True)
    assert status_on(paused, [day(41)], day(400), 60).status is Status.PAUSED_BY_SERVICE
    assert status_on(paused, [], day(9), 60).status is Status.OPEN


def test_an_open_door_is_quiet_after_the_span_agreed_and_open_again_with_a_word() -> None:
    """PS-09: 60 days without contact are not yet quiet, 61 are; nobody decided that."""
    assert status_on((), [day(0)], day(60), 60) == Standing(Status.OPEN, day(0))
    assert status_on((), [day(0)], day(61), 60) == Standing(Status.QUIET, day(61))
    assert status_on((), [day(0), day(70)], day(71), 60).status is Status.OPEN
    assert status_on((), [], day(400), 60) == Standing(Status.OPEN, None)
    assert status_on((), [day(0)], day(9999), None).status is Status.OPEN
    with pytest.raises(ValueError):
        status_on((), [], day(1), 0)


def test_of_two_changes_on_one_day_the_later_one_counts() -> None:
    """A door closed in the morning and opened at noon is open."""
    both = (move(Status.MOVED_ON), move(Status.OPEN))
    assert status_on(both, [], day(10), None).status is Status.OPEN


@some.composite
def walks(draw: some.DrawFn) -> tuple[Change, ...]:
    """Any sequence of moves, each tried and kept where it is allowed."""
    history: tuple[Change, ...] = ()
    for on in sorted(draw(some.lists(some.integers(0, 300), max_size=8))):
        to = draw(some.sampled_from(CHOSEN))
        by = draw(some.sampled_from(sorted(WHO_MAY[to])))
        try:
            history = changed(history, move(to, on, by), TODAY)
        except NotAllowed:
            continue
    return history


@given(walks(), some.lists(some.integers(0, 300)), some.integers(300, 500))
def test_no_sequence_of_moves_ends_without_a_way_back(
    history: tuple[Change, ...], contacts: list[int], on: int
) -> None:
    """PS-09: from wherever people got to, a return is allowed, unless the door is closed by law or death."""
    seen = [day(one) for one in contacts]
    standing = status_on(history, seen, day(on), 60)
    back = problems(standing, move(Status.OPEN, on), TODAY)
    if standing.status is Status.CLOSED:
        assert back == {"to": Problem.CLOSED_FOR_GOOD}
    elif standing.status is Status.OPEN:
        assert back == {"to": Problem.ALREADY_OPEN}
    else:
        assert (back, standing.may_return) == ({}, True)


def attempts() -> some.SearchStrategy[list[Attempt]]:
    """Any attempts on any days."""
    days: some.SearchStrategy[date] = some.integers(0, 300).map(day)
    codes = some.none() | some.sampled_from(list(Attendance))
    started, means = some.sampled_from(list(StartedBy)), some.sampled_from(list(Means))
    outcome = some.sampled_from(list(Outcome))
    return some.lists(some.builds(Attempt, some.just("a"), days, started, means, outcome, codes))


@given(walks(), attempts(), some.integers(300, 500))
def test_no_sequence_of_attempts_changes_a_door(
    history: tuple[Change, ...], made: list[Attempt], on: int
) -> None:
    """PS-11: only a contact matters at all, and only to whether an open door is quiet."""
    contacts = [one.on for one in made if one.outcome in CONTACT]
    untouched, after = (status_on(history, seen, day(on), 60) for seen in ([], contacts))
    never_quiet = {status_on(history, seen, day(on), None).status for seen in ([], contacts)}
    assert len(never_quiet) == 1
    if untouched.status not in (Status.OPEN, Status.QUIET):
        assert after == untouched
    missed = [one for one in made if one.outcome not in CONTACT]
    assert status_on(history, [one.on for one in missed if one.outcome in CONTACT], day(on), 60) == untouched


def test_three_missed_appointments_leave_the_door_as_it_is() -> None:
    """PS-11: whatever the status."""
    for status in CHOSEN:
        before = status_on(ended_in(status), [day(0)], day(200), None)
        assert before.status is status
        later = before.since is not None and status_on(ended_in(status), [day(0)], day(203), None)
        assert later == Standing(
            before.status, before.since, before.decided_by, before.reason, before.until, before.end_has_come
        )
