"""Spells of contact and times away, worked out from the days of contact by a gap that is always shown.

A **contact** is a day on which two people met, spoke, or one answered the other's message. A **spell** is a run of
contacts with no gap longer than ``gap`` days: days that are exactly ``gap`` apart belong together. A spell has
**ended** once more than ``gap`` days without contact are known to have passed; until then nobody is away, and it says
nothing about coming back.

A **time away** begins with the last contact of a spell that has ended, and ends when the person is **met** again: that
is a return. A telephone call or a message starts a new spell, for the two are in touch, but the time away goes on until
they meet. So each meeting ends at most one time away, and no time away begins while another one lasts. Whoever is still
away when the observation ends is still away (censored); death and moving out of the area compete with coming back.

Disengagement has no agreed definition, so every figure is given for half the gap and for double the gap as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

Gap = int | Fraction


class Start(StrEnum):
    """Why a spell began: first contact of all, or in touch again."""

    NEW = "new"
    RETURN = "return"


class EndKind(StrEnum):
    """Why the observation of somebody ends."""

    CUT_OFF = "cut_off"
    DIED = "died"
    MOVED_AWAY = "moved_away"


class Ending(StrEnum):
    """How a time away ended, or that it has not (``CUT_OFF``)."""

    RETURNED = "returned"
    CUT_OFF = "cut_off"
    DIED = "died"
    MOVED_AWAY = "moved_away"


@dataclass(frozen=True, slots=True)
class Contact:
    """A day of contact; ``met``: face to face, not only by telephone or message."""

    on: date
    met: bool


@dataclass(frozen=True, slots=True)
class Observed:
    """What is known of one person: contacts in any order, and the day up to which and why there are no more."""

    person: str
    contacts: tuple[Contact, ...]
    until: date
    kind: EndKind = EndKind.CUT_OFF


@dataclass(frozen=True, slots=True)
class Spell:
    """A run of contacts. ``contacts`` counts days. ``met_on``: first meeting, None when nobody met.

    ``ended``: more than the gap has passed without contact.
    """

    start: date
    end: date
    contacts: int
    met_on: date | None
    started: Start
    ended: bool


@dataclass(frozen=True, slots=True)
class Away:
    """One time away. ``days`` run from ``since`` (last contact) to ``until`` (met again, or end of observation)."""

    person: str
    since: date
    until: date
    ending: Ending

    @property
    def days(self) -> int:
        """Length in days; always more than the gap."""
        return (self.until - self.since).days


@dataclass(frozen=True, slots=True)
class Counts:
    """What a gap makes of everybody's contacts. ``gap`` in days.

    ``people`` all that were given, of whom ``without_contact`` never had any; ``spells_not_ended``: too little time had
    passed since the last contact; ``away_now``: still away at the cut-off; ``competing``: died or moved away while
    away; ``not_met``: spells after the first in which nobody met.
    """

    gap: Gap
    people: int
    without_contact: int
    spells: int
    spells_not_ended: int
    returns: int
    away_now: int
    competing: int
    not_met: int


def spells(observed: Observed, gap: Gap) -> tuple[Spell, ...]:
    """Return the spells of one person in order. Raises ValueError for a gap under 1/2 or contacts after the end."""
    check(observed, gap)
    days: dict[date, bool] = {}
    for one in observed.contacts:
        days[one.on] = days.get(one.on, False) or one.met
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and (day - runs[-1][-1]).days <= gap:
            runs[-1].append(day)
        else:
            runs.append([day])
    return tuple(
        Spell(
            start=run[0],
            end=run[-1],
            contacts=len(run),
            met_on=next((day for day in run if days[day]), None),
            started=Start.RETURN if at else Start.NEW,
            ended=at + 1 < len(runs) or (observed.until - run[-1]).days > gap,
        )
        for at, run in enumerate(runs)
    )


def times_away(observed: Observed, gap: Gap) -> tuple[Away, ...]:
    """Return the times away of one person in order; only the last can be without a return."""
    found: list[Away] = []
    since: date | None = None
    for spell in spells(observed, gap):
        if since is not None and spell.met_on is not None:
            found.append(Away(observed.person, since, spell.met_on, Ending.RETURNED))
            since = None
        if since is None and spell.ended:
            since = spell.end
    if since is not None:
        found.append(Away(observed.person, since, observed.until, Ending(observed.kind.value)))
    return tuple(found)


def counts(people: Sequence[Observed], gap: Gap) -> Counts:
    """Return what one gap makes of many people."""
    each = [spells(one, gap) for one in people]
    away = [time.ending for one in people for time in times_away(one, gap)]
    every = [spell for found in each for spell in found]
    return Counts(
        gap=gap,
        people=len(people),
        without_contact=sum(not found for found in each),
        spells=len(every),
        spells_not_ended=sum(not spell.ended for spell in every),
        returns=away.count(Ending.RETURNED),
        away_now=away.count(Ending.CUT_OFF),
        competing=away.count(Ending.DIED) + away.count(Ending.MOVED_AWAY),
        not_met=sum(spell.started is Start.RETURN and spell.met_on is None for spell in every),
    )


def three_gaps(gap: int) -> tuple[Gap, int, int]:
    """Return half the gap, the gap and double the gap; a half that is whole is an int."""
    if gap < 1:
        raise ValueError("a gap is 1 day or more")
    half = Fraction(gap, 2)
    return (half.numerator if half.denominator == 1 else half), gap, 2 * gap


def returns_since_first(observed: Observed, gap: Gap) -> tuple[tuple[int, ...], int] | None:
    """Return (days of the returns, day of the end), both counted from the first contact; None without contact.

    This is what the mean cumulative count of returns is worked out from.
    """
    found = spells(observed, gap)
    if not found:
        return None
    first = found[0].start
    back = [one.until for one in times_away(observed, gap) if one.ending is Ending.RETURNED]
    return tuple((day - first).days for day in back), (observed.until - first).days


def check(observed: Observed, gap: Gap) -> None:
    """Raise ValueError for a gap that is none, or for contacts after the end of the observation."""
    if gap * 2 < 1:
        raise ValueError("a gap is half a day or more")
    late = _after(one.on for one in observed.contacts if one.on > observed.until)
    if late is not None:
        raise ValueError(f"there is a contact on {late}, after the end on {observed.until}")


def _after(days: Iterable[date]) -> date | None:
    return min(days, default=None)
