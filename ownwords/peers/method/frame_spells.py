"""Spells and times away of whole services, in columns. Loads NumPy alone, so that a page may use it.

The rules are those of ``spells``, and so are the results.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ownwords.peers.method.spells import Counts, Gap

Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contacts in order, one for each person and day. ``person`` counts from 0; days are numbers, 1970-01-01 is 0.

    ``until`` and ``gone`` have one element for each person: last day of observation, and whether they died or moved.
    """

    person: Whole
    day: Whole
    met: Flags
    until: Whole
    gone: Flags


@dataclass(frozen=True, slots=True)
class Spells:
    """Spells in order, by person and start. ``met_on`` counts only where ``met``; ``ended`` as in ``spells``."""

    person: Whole
    first: Flags
    last: Flags
    start: Whole
    end: Whole
    met: Flags
    met_on: Whole
    ended: Flags


@dataclass(frozen=True, slots=True)
class Aways:
    """Times away in no special order. Exactly one of ``back``, ``gone`` or neither (still away) is true."""

    person: Whole
    since: Whole
    until: Whole
    back: Flags
    gone: Flags


def spells(contacts: Contacts, gap: Gap) -> Spells:
    """Return all spells by a gap of half a day or more."""
    if gap * 2 < 1:
        raise ValueError("a gap is half a day or more")
    person, day, width = contacts.person, contacts.day, float(gap)
    other = person[1:] != person[:-1]
    begins = np.flatnonzero(np.append(True, other | (np.diff(day) > width)) if day.size else day)
    closes = np.append(begins[1:] - 1, day.size - 1) if begins.size else begins
    whose, end = person[begins], day[closes]
    never = np.iinfo(np.int64).max
    met_on = np.minimum.reduceat(np.where(contacts.met, day, never), begins) if begins.size else end
    changes = whose[1:] != whose[:-1]
    first = np.append(True, changes) if begins.size else np.zeros(0, bool)
    last = np.append(changes, True) if begins.size else np.zeros(0, bool)
    ended = ~last | (contacts.until[whose] - end > width)
    return Spells(whose, first, last, day[begins], end, met_on != never, met_on, ended)


def times_away(contacts: Contacts, found: Spells) -> Aways:
    """Return all times away.

    A first spell, and every spell in which somebody met, sets the day from which a time away is counted; the spells
    between two of those, in which nobody met, leave it as it is.
    """
    sets = found.first | found.met
    setter = np.maximum.accumulate(np.where(sets, np.arange(sets.size), 0))
    back = np.flatnonzero(found.met & ~found.first)
    still = np.flatnonzero(found.last & (found.ended | ~sets))
    whose = np.append(found.person[back], found.person[still])
    returned = np.arange(whose.size) < back.size
    return Aways(
        person=whose,
        since=np.append(found.end[setter[back - 1]], found.end[setter[still]]),
        until=np.append(found.met_on[back], contacts.until[found.person[still]]),
        back=returned,
        gone=contacts.gone[whose] & ~returned,
    )


def counts(contacts: Contacts, gap: Gap) -> Counts:
    """Return what one gap makes of everybody's contacts."""
    found = spells(contacts, gap)
    away = times_away(contacts, found)
    return Counts(
        gap=gap,
        people=contacts.until.size,
        without_contact=contacts.until.size - int(found.first.sum()),
        spells=found.start.size,
        spells_not_ended=int((~found.ended).sum()),
        returns=int(away.back.sum()),
        away_now=int((~away.back & ~away.gone).sum()),
        competing=int(away.gone.sum()),
        not_met=int((~found.first & ~found.met).sum()),
    )
