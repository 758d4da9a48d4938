"""Attempts to be in touch: who started them, how, what came of them; what the service missed is told first.

No outcome says that a person failed. Attendance codes are those of national mental health statistics: 2 cancelled by
or for the person, 3 not attended without warning, 4 cancelled by the provider, 5 and 6 attended, 7 too late to be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from ownwords.peers.method.shares import Share


class StartedBy(StrEnum):
    """Who started an attempt."""

    PERSON = "person"
    PEER = "peer"
    CLINICIAN = "clinician"
    OTHER = "other"


class Means(StrEnum):
    """How somebody tried to be in touch."""

    IN_PERSON = "in_person"
    AT_THE_DOOR = "at_the_door"
    HOME = "home"
    OUT = "out"
    PHONE = "phone"
    VIDEO = "video"
    MESSAGE = "message"
    LETTER = "letter"


class Outcome(StrEnum):
    """What came of an attempt."""

    MET = "met"
    SPOKE = "spoke"
    ANSWERED_BY_MESSAGE = "answered_by_message"
    NO_ANSWER = "no_answer"
    NOT_NOW = "not_now"
    SERVICE_COULD_NOT = "service_could_not"
    WRONG_DETAILS = "wrong_details"


CONTACT = frozenset({Outcome.MET, Outcome.SPOKE, Outcome.ANSWERED_BY_MESSAGE})
"""Outcomes that are a contact: the two were in touch."""


class Attendance(IntEnum):
    """National codes for what became of a booked appointment."""

    CANCELLED_BY_PERSON = 2
    MISSED = 3
    CANCELLED_BY_PROVIDER = 4
    ATTENDED = 5
    ATTENDED_LATE = 6
    TOO_LATE_TO_BE_SEEN = 7


ATTENDED = frozenset({Attendance.ATTENDED, Attendance.ATTENDED_LATE})
OURS = frozenset({Attendance.CANCELLED_BY_PROVIDER, Attendance.TOO_LATE_TO_BE_SEEN})
"""The service's own misses: it cancelled, or somebody came and was not seen."""
_COULD_BE_MISSED = frozenset({Attendance.MISSED, Attendance.TOO_LATE_TO_BE_SEEN}) | ATTENDED


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt. ``person`` is any key of one person; ``attendance`` only where an appointment was booked."""

    person: str
    on: date
    started_by: StartedBy
    means: Means
    outcome: Outcome
    attendance: Attendance | None = None


@dataclass(frozen=True, slots=True)
class Rates:
    """What became of booked appointments, the service's own misses first.

    ``ours``: codes 4 and 7 of all booked. ``missed``: code 3 of codes 3, 5, 6 and 7. The two kinds of cancelling stand
    beside it, of all booked, never inside it.
    """

    ours: Share
    missed: Share
    cancelled_by_provider: Share
    cancelled_by_person: Share


@dataclass(frozen=True, slots=True)
class Attended:
    """Rates of all booked appointments, and of first and later ones apart. ``not_booked`` attempts carry no code."""

    all: Rates
    first: Rates
    later: Rates
    not_booked: int


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A friendly word after a missed appointment, for the peer worker's list."""

    person: str
    missed_on: date
    due_on: date


def attended(attempts: Iterable[Attempt]) -> Attended:
    """Return the rates of many attempts, in any order.

    An appointment is a first one as long as the person has attended none before (codes 5 and 6), so that a first
    appointment which is booked anew is still a first one. Of several on one day the order given counts.
    """
    given = sorted(attempts, key=lambda one: one.on)
    first: list[Attendance] = []
    later: list[Attendance] = []
    known: set[str] = set()
    for one in given:
        if one.attendance is None:
            continue
        (later if one.person in known else first).append(one.attendance)
        if one.attendance in ATTENDED:
            known.add(one.person)
    not_booked = len(given) - len(first) - len(later)
    return Attended(rates(first + later), rates(first), rates(later), not_booked)


def rates(codes: Sequence[Attendance]) -> Rates:
    """Return the shares of one list of codes; 0 of 0 is undefined, never 0."""
    booked = len(codes)
    return Rates(
        ours=Share(sum(code in OURS for code in codes), booked),
        missed=Share(codes.count(Attendance.MISSED), sum(code in _COULD_BE_MISSED for code in codes)),
        cancelled_by_provider=Share(codes.count(Attendance.CANCELLED_BY_PROVIDER), booked),
        cancelled_by_person=Share(codes.count(Attendance.CANCELLED_BY_PERSON), booked),
    )


def follow_ups(attempts: Iterable[Attempt], within: int) -> tuple[FollowUp, ...]:
    """Return one follow-up for each missed appointment (code 3), from the first on, in order of the day.

    ``within``: days after the missed one by which it is due, 0 or more. NICE QS188, statement 4: follow up after any
    missed appointment. A follow-up is all that follows: no count of missed ones leads to anything else.
    """
    if within < 0:
        raise ValueError("a follow-up is due on the day itself or later")
    missed = [one for one in attempts if one.attendance is Attendance.MISSED]
    missed.sort(key=lambda one: (one.on, one.person))
    return tuple(FollowUp(one.person, one.on, one.on + timedelta(days=within)) for one in missed)
