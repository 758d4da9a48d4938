"""Spells, times away and curves of whole services: millions of contacts in columns. Loads NumPy and Polars.

The rules are those of ``spells``, ``returns`` and ``cumulative``, and so are the results, in floating point where those
are exact fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from ownwords.peers.method import frame_curves
from ownwords.peers.method.frame_spells import (
    Aways,
    Contacts,
    Flags,
    Spells,
    Whole,
    counts,
    spells,
    times_away,
)
from ownwords.peers.method.spells import Counts, EndKind, Gap, Observed, three_gaps

__all__ = [
    "Aways",
    "Contacts",
    "Service",
    "Spells",
    "counts",
    "curve",
    "from_people",
    "mean_cumulative",
    "prepare",
    "returns_since_first",
    "service",
    "spells",
    "times_away",
]
DIED_OR_MOVED = (EndKind.DIED.value, EndKind.MOVED_AWAY.value)
_DAY_BITS = 22


@dataclass(frozen=True, slots=True)
class Service:
    """What a service's contacts come to: counts at half the gap, the gap and double the gap, and the curve at the gap.

    ``curve``: columns day, at_risk, events, competing, censored, incidence, away, variance.
    """

    half: Counts
    given: Counts
    double: Counts
    curve: pl.DataFrame


def prepare(contacts: pl.DataFrame, observed: pl.DataFrame) -> Contacts:
    """Return contacts in order.

    ``contacts``: person, on (date), met (true or false). ``observed``: person, until (date), kind (``EndKind``), one
    row for each person. Raises ValueError for contacts of somebody not in ``observed``, somebody who stands there
    twice, an unknown kind, missing values, or a contact after the end.
    """
    if observed.get_column("person").is_duplicated().any():
        raise ValueError("somebody stands twice among the observed")
    if not observed.get_column("kind").is_in([kind.value for kind in EndKind]).all():
        raise ValueError("an end is of no known kind")
    known = observed.select("person").with_row_index("at")
    joined = contacts.join(known, on="person", how="left")
    if joined.null_count().sum_horizontal().sum() or observed.null_count().sum_horizontal().sum():
        raise ValueError("a value is missing, or there is a contact of somebody who is not observed")
    until = _days(observed, "until")
    person, day, met = _in_order(joined)
    if (day > until[person]).any():
        raise ValueError("there is a contact after the end")
    gone = observed.get_column("kind").is_in(DIED_OR_MOVED).to_numpy()
    return Contacts(person, day, met, until, gone)


def from_people(people: Sequence[Observed]) -> Contacts:
    """Return the contacts of people as ``spells`` knows them, in their order. Raises ValueError as ``prepare``."""
    rows = [(at, contact.on, contact.met) for at, one in enumerate(people) for contact in one.contacts]
    ends = [(at, one.until, one.kind.value) for at, one in enumerate(people)]
    person = {"person": pl.Int64}
    return prepare(
        pl.DataFrame(rows, schema={**person, "on": pl.Date, "met": pl.Boolean}, orient="row"),
        pl.DataFrame(ends, schema={**person, "until": pl.Date, "kind": pl.String}, orient="row"),
    )


def service(contacts: Contacts, gap: int) -> Service:
    """Return the counts at three gaps and the curve at the gap given, in days, 1 or more."""
    half, given, double = three_gaps(gap)
    away = times_away(contacts, spells(contacts, given))
    return Service(counts(contacts, half), counts(contacts, given), counts(contacts, double), curve(away))


def curve(away: Aways) -> pl.DataFrame:
    """Return the cumulative incidence of returns with its variance by person; columns as in ``returns.Step``."""
    return pl.DataFrame(frame_curves.incidence(away.person, away.until - away.since, away.back, away.gone))


def mean_cumulative(events: pl.DataFrame, observed: pl.DataFrame) -> pl.DataFrame:
    """Return the mean cumulative count with its robust variance: time, at_risk, events, estimate, variance.

    ``events``: person, time. ``observed``: person, end and, for late entry, entry; one row for each person. Raises
    ValueError as ``cumulative.History`` does.
    """
    known = observed.select("person").with_row_index("at")
    joined = events.join(known, on="person", how="left")
    if observed.get_column("person").is_duplicated().any() or joined.get_column("at").null_count():
        raise ValueError("each person with events is observed, once")
    person = joined.get_column("at").to_numpy().astype(np.int64)
    entry = observed.get_column("entry").to_numpy() if "entry" in observed.columns else None
    time, end = events.get_column("time").to_numpy(), observed.get_column("end").to_numpy()
    return pl.DataFrame(frame_curves.mean_cumulative(person, time, end, entry))


def returns_since_first(contacts: Contacts, gap: Gap) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return (events, observed) for ``mean_cumulative``: returns and end in days since each one's first contact."""
    found = spells(contacts, gap)
    away = times_away(contacts, found)
    begun = np.zeros(contacts.until.size, np.int64)
    begun[found.person[found.first]] = found.start[found.first]
    known = found.person[found.first]
    whose = away.person[away.back]
    events = pl.DataFrame({"person": whose, "time": away.until[away.back] - begun[whose]})
    return events, pl.DataFrame({"person": known, "end": contacts.until[known] - begun[known]})


def _days(table: pl.DataFrame, column: str) -> Whole:
    return table.get_column(column).cast(pl.Date).to_physical().to_numpy().astype(np.int64)


def _in_order(joined: pl.DataFrame) -> tuple[Whole, Whole, Flags]:
    """Return person, day and met, sorted, one of each person and day; one whole number sorts quicker than three."""
    day = pl.col("on").cast(pl.Date).to_physical().cast(pl.Int64) + (1 << (_DAY_BITS - 1))
    key = pl.col("at").cast(pl.Int64) * (1 << (_DAY_BITS + 1)) + day * 2 + pl.col("met").cast(pl.Int64)
    keys: npt.NDArray[Any] = joined.select(key.alias("key")).to_series().sort().to_numpy()
    last = np.append(keys[1:] >> 1 != keys[:-1] >> 1, True) if keys.size else np.zeros(0, bool)
    keys = keys[last]
    days = ((keys >> 1) & ((1 << _DAY_BITS) - 1)) - (1 << (_DAY_BITS - 1))
    return keys >> (_DAY_BITS + 1), days, (keys & 1).astype(bool)
