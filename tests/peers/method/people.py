"""Made-up people for the tests of spells, returns and curves."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from hypothesis import strategies as some

from ownwords.peers.method.returns import Came, Time
from ownwords.peers.method.spells import Contact, EndKind, Observed

START = date(2026, 1, 1)
CAME = tuple(Came)


def day(number: int) -> date:
    """Return the day so many days after the start."""
    return START + timedelta(days=number)


def person(name: str, days: str, until: int, kind: EndKind = EndKind.CUT_OFF) -> Observed:
    """Return somebody with contacts such as "0 12 95p": days after the start, p for only on the telephone."""
    contacts = tuple(Contact(day(int(one.rstrip("p"))), not one.endswith("p")) for one in days.split())
    return Observed(name, contacts, day(until), kind)


@some.composite
def observed(draw: some.DrawFn, name: str = "a") -> Observed:
    """Somebody with up to twelve contacts in 120 days, in any order and with repetitions."""
    days = draw(some.lists(some.tuples(some.integers(0, 120), some.booleans()), max_size=12))
    last = max((on for on, _ in days), default=0)
    until = draw(some.integers(last, 200))
    kind = draw(some.sampled_from(list(EndKind)))
    return Observed(name, tuple(Contact(day(on), met) for on, met in days), day(until), kind)


@some.composite
def services(draw: some.DrawFn) -> list[Observed]:
    """Up to eight people."""
    return [draw(observed(str(at))) for at in range(draw(some.integers(0, 8)))]


def some_times(people: int = 6, days: int = 15) -> some.SearchStrategy[list[Time]]:
    """Times away with many ties, several for one person."""
    one = some.builds(Time, some.integers(0, people - 1), some.integers(0, days), some.sampled_from(CAME))
    return some.lists(one, max_size=25)


def simulated(dice: np.random.Generator, people: int, back: float, gone: float, stop: float) -> list[Time]:
    """Return one time away for each person: two competing constant hazards, censored uniformly up to ``stop`` days."""
    returned, left = dice.exponential(1 / back, people), dice.exponential(1 / gone, people)
    seen = dice.uniform(0, stop, people)
    first = np.minimum(np.minimum(returned, left), seen)
    came = np.where(seen <= first, 2, np.where(left <= first, 1, 0))
    return [Time(at, int(np.ceil(first[at])), CAME[came[at]]) for at in range(people)]
