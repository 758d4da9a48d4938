"""The door between a person and a service: what may be decided, by whom, and how the door stands on a day.

People decide; nothing else does. A door is the list of its changes, each decided by somebody. Missed appointments,
attempts that reached nobody and the passing of time change nothing: a pause whose end has come is still a pause until
somebody ends it, and the standing says that its end has come. Only "quiet" is worked out, from the days of contact.
From every status but closed the person may come back, and a return asks for no referral: there is no field for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    """How a door can stand. ``QUIET`` is worked out, never chosen."""

    OPEN = "open"
    QUIET = "quiet"
    PAUSED_BY_PERSON = "paused_by_person"
    PAUSED_BY_SERVICE = "paused_by_service"
    MOVED_ON = "moved_on"
    CLOSED = "closed"


class Decider(StrEnum):
    """Whose decision a change was."""

    PERSON = "person"
    SERVICE = "service"
    BOTH = "both"


class Problem(StrEnum):
    """Why a change cannot be kept."""

    QUIET_IS_COMPUTED = "quiet_is_computed"
    ALREADY_OPEN = "already_open"
    ALREADY_PAUSED = "already_paused"
    ALREADY_ENDED = "already_ended"
    CLOSED_FOR_GOOD = "closed_for_good"
    RETURN_FIRST = "return_first"
    NOT_THEIRS_TO_DECIDE = "not_theirs_to_decide"
    REASON_MISSING = "reason_missing"
    END_MISSING = "end_missing"
    END_NOT_AFTER_START = "end_not_after_start"
    END_WITHOUT_PAUSE = "end_without_pause"
    BEFORE_THE_LAST_CHANGE = "before_the_last_change"
    IN_THE_FUTURE = "in_the_future"


PAUSES = frozenset({Status.PAUSED_BY_PERSON, Status.PAUSED_BY_SERVICE})
ENDINGS = frozenset({Status.MOVED_ON, Status.CLOSED})
_OWES_A_REASON = frozenset({Status.PAUSED_BY_SERVICE, Status.CLOSED})
_ANYBODY = frozenset(Decider)
WHO_MAY: Mapping[Status, frozenset[Decider]] = MappingProxyType(
    {
        Status.OPEN: _ANYBODY,
        Status.QUIET: frozenset(),
        Status.PAUSED_BY_PERSON: frozenset({Decider.PERSON, Decider.BOTH}),
        Status.PAUSED_BY_SERVICE: frozenset({Decider.SERVICE, Decider.BOTH}),
        Status.MOVED_ON: _ANYBODY,
        Status.CLOSED: frozenset({Decider.SERVICE}),
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """One decision about a door. ``until`` is the day on which a pause is to end; None leaves it without one.

    A pause by the service owes a reason and an end; a closed door owes its reason, which is the law or a death: the
    service notes it, nobody wished it.
    """

    on: date
    to: Status
    decided_by: Decider
    reason: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a door stands on a day.

    ``since``: the first day of this status, None for a door that nothing was ever decided about and nobody came to.
    ``decided_by``: None where nothing was decided. ``end_has_come``: a pause is on whose end lies in the past; it is
    still a pause. ``may_return`` is true for all but a closed door.
    """

    status: Status
    since: date | None
    decided_by: Decider | None = None
    reason: str = ""
    until: date | None = None
    end_has_come: bool = False

    @property
    def may_return(self) -> bool:
        """Whether the person may come back, with no referral."""
        return self.status is not Status.CLOSED


class NotAllowed(ValueError):
    """A change that cannot be kept. ``problems``: field -> why."""

    def __init__(self, problems: Mapping[str, Problem]) -> None:
        super().__init__(", ".join(f"{field}: {problem}" for field, problem in problems.items()))
        self.problems = problems


def allowed(status: Status) -> frozenset[Status]:
    """Return what a door that stands so may be changed to. A return (``OPEN``) is missing only where it makes no sense:
    from an open door and from a closed one.
    """
    chosen = frozenset(one for one in Status if one is not Status.QUIET)
    return frozenset(to for to in chosen if _wrong_turn(status, to) is None)


def problems(
    standing: Standing, change: Change, today: date, *, last: date | None = None
) -> dict[str, Problem]:
    """Return why a change cannot follow a standing, by field (``to``, ``decided_by``, ``reason``, ``until``, ``on``).

    ``last`` is the day of the last change: a door's history is told in order. Empty when all is well.
    """
    found: dict[str, Problem] = {}
    turn = _wrong_turn(standing.status, change.to)
    if turn is not None:
        found["to"] = turn
    if change.to is not Status.QUIET and change.decided_by not in WHO_MAY[change.to]:
        found["decided_by"] = Problem.NOT_THEIRS_TO_DECIDE
    if change.to in _OWES_A_REASON and not change.reason.strip():
        found["reason"] = Problem.REASON_MISSING
    end = _wrong_end(change)
    if end is not None:
        found["until"] = end
    if change.on > today:
        found["on"] = Problem.IN_THE_FUTURE
    elif last is not None and change.on < last:
        found["on"] = Problem.BEFORE_THE_LAST_CHANGE
    return found


def changed(
    changes: Iterable[Change],
    change: Change,
    today: date,
    *,
    contacts: Iterable[date] = (),
    quiet_after: int | None = None,
) -> tuple[Change, ...]:
    """Return the history with one more change. Raises NotAllowed.

    ``contacts`` and ``quiet_after`` as in ``status_on``: only with them is a return to a quiet door a return.
    """
    before = tuple(changes)
    last = max((one.on for one in before), default=None)
    standing = status_on(before, contacts, max(change.on, last or change.on), quiet_after)
    found = problems(standing, change, today, last=last)
    if found:
        raise NotAllowed(found)
    return (*before, change)


def status_on(
    changes: Iterable[Change], contacts: Iterable[date], day: date, quiet_after: int | None
) -> Standing:
    """Return how a door stands at the end of a day.

    ``changes``: the decisions in the order they were made; later ones than ``day`` do not count. ``contacts``:
    the days on which person and service met, spoke or wrote. ``quiet_after``: an open door is quiet after more than so
    many days without contact, 1 or more; None never calls it quiet. Contact ends no pause: that is for people to say.
    """
    if quiet_after is not None and quiet_after < 1:
        raise ValueError("quiet_after is 1 day or more")
    made = [one for one in changes if one.on <= day]
    last = _latest(made)
    seen = [one for one in contacts if one <= day]
    if last is None or last.to is Status.OPEN:
        return _open(last, seen, day, quiet_after)
    over = last.to in PAUSES and last.until is not None and last.until <= day
    return Standing(last.to, last.on, last.decided_by, last.reason, last.until, over)


def _latest(made: list[Change]) -> Change | None:
    """Return the last change of the latest day, None when there is none."""
    day = max((one.on for one in made), default=None)
    return next((one for one in reversed(made) if one.on == day), None)


def _open(last: Change | None, seen: list[date], day: date, quiet_after: int | None) -> Standing:
    opened = last.on if last is not None else min(seen, default=None)
    decided_by = last.decided_by if last is not None else None
    reason = last.reason if last is not None else ""
    latest = max([*seen, *([last.on] if last is not None else [])], default=None)
    if latest is None or quiet_after is None or (day - latest).days <= quiet_after:
        return Standing(Status.OPEN, opened, decided_by, reason)
    return Standing(Status.QUIET, latest + timedelta(days=quiet_after + 1))


def _wrong_turn(now: Status, to: Status) -> Problem | None:
    """Return why a door that stands so cannot be changed to that."""
    if to is Status.QUIET:
        return Problem.QUIET_IS_COMPUTED
    if now is Status.CLOSED:
        return Problem.ALREADY_ENDED if to in ENDINGS else Problem.CLOSED_FOR_GOOD
    same = {Status.OPEN: Problem.ALREADY_OPEN, Status.MOVED_ON: Problem.ALREADY_ENDED}
    if to is now:
        return same.get(now, Problem.ALREADY_PAUSED)
    if to in PAUSES and now in PAUSES:
        return Problem.ALREADY_PAUSED
    if to in PAUSES and now is Status.MOVED_ON:
        return Problem.RETURN_FIRST
    return None


def _wrong_end(change: Change) -> Problem | None:
    """Return what is wrong with the day on which a pause is to end."""
    if change.to not in PAUSES:
        return None if change.until is None else Problem.END_WITHOUT_PAUSE
    if change.until is None:
        return Problem.END_MISSING if change.to is Status.PAUSED_BY_SERVICE else None
    return Problem.END_NOT_AFTER_START if change.until <= change.on else None
