"""What a team's contacts come to, from packed rows without names: who came back, how easily, and both curves.

Loads NumPy. Rows are eight bytes each, most significant first, as a database packs them:

* a contact: person (32 bits), day (31 bits), met (1 bit);
* an end of observation: person, day, died or moved away (1 bit);
* an approach of a person's own: person, day (24 bits), new referral (4 bits: 0 not known, 1 no, 2 yes), route (4 bits:
  0 not known, then the place in ``Route``, counted from 1).

A person is a number from 0 that means nothing outside the rows; a day is counted from ``DAY_NOUGHT``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from ownwords.peers.method.ease import Ease, Return, Route, ease
from ownwords.peers.method.frame_spells import Aways, Contacts, Whole, counts, spells, times_away
from ownwords.peers.method.spells import Counts, three_gaps
from ownwords.peers.method.team_curves import (
    ReturnsPerPerson,
    TimeToReturn,
    returns_per_person,
    time_to_return,
)
from ownwords.peers.method.team_meetings import BANDS, band

DAY_NOUGHT = date(1900, 1, 1)
ROUTES = (None, *Route)
REFERRAL = {0: None, 1: False, 2: True}


@dataclass(frozen=True, slots=True)
class Rows:
    """Packed rows of one team, and the gap in days (1 or more) that its organisation has set."""

    gap: int
    contacts: bytes
    ends: bytes
    approaches: bytes


@dataclass(frozen=True, slots=True)
class TeamReturns:
    """A team's returns.

    ``people``: all in the rows, of whom ``with_contact`` have any contact and ``lately`` one since the first day of the
    period. ``came_back``: people with a return in the period; ``ease`` and ``bands`` are about those returns. The three
    counts and both curves are about everything in the rows.
    """

    people: int
    with_contact: int
    lately: int
    came_back: int
    ease: Ease
    bands: dict[str, int]
    three: tuple[Counts, Counts, Counts]
    time: TimeToReturn
    per_person: ReturnsPerPerson


def team_returns(rows: Rows, first: date) -> TeamReturns:
    """Return the figures of packed rows; ``first`` is the first day of the period, whose last day ends the rows."""
    contacts = unpacked(rows)
    half, given, double = three_gaps(rows.gap)
    found = spells(contacts, given)
    away = times_away(contacts, found)
    begins = (first - DAY_NOUGHT).days
    in_period = away.back & (away.until >= begins)
    returns = _returns(away, np.flatnonzero(in_period), _whole(rows.approaches))
    return TeamReturns(
        people=contacts.until.size,
        with_contact=int(found.first.sum()),
        lately=int(np.unique(contacts.person[contacts.day >= begins]).size),
        came_back=int(np.unique(away.person[in_period]).size),
        ease=ease(returns),
        bands=day_bands([_days(one) for one in returns]),
        three=(counts(contacts, half), counts(contacts, given), counts(contacts, double)),
        time=time_to_return(away),
        per_person=returns_per_person(contacts, found, away),
    )


def unpacked(rows: Rows) -> Contacts:
    """Return the contacts in order. Raises ValueError for a contact after the end of somebody's observation."""
    keys, ends = np.sort(_whole(rows.contacts)), np.sort(_whole(rows.ends))
    person, day = keys >> 32, (keys & 0xFFFFFFFF) >> 1
    until = (ends & 0xFFFFFFFF) >> 1
    if (person >= until.size).any() or (day > until[person]).any():
        raise ValueError("there is a contact of nobody, or after the end")
    return Contacts(person, day, (keys & 1).astype(bool), until, (ends & 1).astype(bool))


def day_bands(days: list[int | None]) -> dict[str, int]:
    """Count days in bands, and those not known."""
    found = dict.fromkeys((*BANDS, "unknown"), 0)
    for one in days:
        found["unknown" if one is None else band(one)] += 1
    return found


def _days(one: Return) -> int | None:
    return (one.met_on - one.approached_on).days if one.approached_on else None


def _whole(packed: bytes) -> Whole:
    return np.frombuffer(packed, dtype=">i8").astype(np.int64)


def _returns(away: Aways, chosen: Whole, approaches: Whole) -> list[Return]:
    """Return chosen times away that ended with a return, each with the person's own approaches in it.

    The first approach after the last contact tells the days, as in ``ease.own_approach``; the last one with a route
    tells how they came; a referral was needed when any of them says so.
    """
    approaches = np.sort(approaches)
    when = approaches >> 8
    person = away.person[chosen] << 24
    begins = np.searchsorted(when, person | away.since[chosen], side="right")
    ends = np.searchsorted(when, person | away.until[chosen], side="right")
    return [
        _return(int(met), approaches[begin:end].tolist())
        for met, begin, end in zip(away.until[chosen], begins, ends, strict=True)
    ]


def _return(met: int, approaches: list[int]) -> Return:
    days = [(one >> 8) & 0xFFFFFF for one in approaches]
    asked = [REFERRAL[(one >> 4) & 0xF] for one in approaches]
    known = [one for one in asked if one is not None]
    routes = [found for one in approaches if (found := ROUTES[one & 0xF]) is not None]
    return Return(
        met_on=DAY_NOUGHT + timedelta(days=met),
        approached_on=DAY_NOUGHT + timedelta(days=days[0]) if days else None,
        referral=any(known) if known else None,
        route=routes[-1] if routes else None,
    )
