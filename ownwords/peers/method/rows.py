"""Two tables as text, made into contacts and into events; every fault is found, none is guessed away. Loads Polars.

Contacts: columns person, date, outcome, censor_date, censor_kind. A row with neither date nor outcome only says until
when somebody was observed. ``censor_date`` and ``censor_kind`` may stand in any of a person's rows, and have to agree;
a person without a kind was observed up to the cut-off. Outcomes that are no contact are read and passed over.

Events: columns person, time, kind; kind is event or censor, and each person has one censor row.

There is no clock here: a day lies in the future when it lies after the end of that person's observation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from ownwords.peers.method.attempts import CONTACT, Outcome
from ownwords.peers.method.spells import EndKind

CONTACT_COLUMNS = ("person", "date", "outcome", "censor_date", "censor_kind")
EVENT_COLUMNS = ("person", "time", "kind")
EARLIEST = date(1900, 1, 1)
_DAY = r"^\d{4}-\d{2}-\d{2}$"
Check = tuple[pl.Expr, pl.Expr]


@dataclass(frozen=True, slots=True)
class ContactRows:
    """What was read, as ``frames.prepare`` wants it. ``faults``: row (from 0), fault; nothing is of use with any."""

    contacts: pl.DataFrame
    observed: pl.DataFrame
    faults: pl.DataFrame


@dataclass(frozen=True, slots=True)
class EventRows:
    """What was read, as ``frames.mean_cumulative`` wants it. ``repeated``: events that stand more than once."""

    events: pl.DataFrame
    observed: pl.DataFrame
    faults: pl.DataFrame
    repeated: int


def read_contacts(table: pl.DataFrame) -> ContactRows:
    """Return contacts and ends. Lines that are blank from end to end are passed over."""
    text = _text(table, CONTACT_COLUMNS)
    rows = text.with_columns(
        on=_as_day("date"),
        ends=_as_day("censor_date"),
        outcome=pl.col("outcome").str.to_lowercase(),
        censor_kind=pl.col("censor_kind").str.to_lowercase(),
    ).with_columns(
        until=pl.col("ends").drop_nulls().first().over("person"),
        end_kind=pl.col("censor_kind").filter(pl.col("censor_kind") != "").first().over("person"),
        first=pl.int_range(pl.len()).over("person") == 0,
    )
    faults = _faults(rows, _contact_checks())
    met = pl.col("outcome") == Outcome.MET.value
    contacts = rows.filter(pl.col("outcome").is_in([one.value for one in CONTACT])).select(
        "person", "on", met=met
    )
    ends = rows.filter("first").select(
        "person", "until", kind=pl.col("end_kind").fill_null(EndKind.CUT_OFF.value)
    )
    return ContactRows(contacts, ends, faults)


def read_events(table: pl.DataFrame) -> EventRows:
    """Return events and ends. Lines that are blank from end to end are passed over."""
    text = _text(table, EVENT_COLUMNS)
    number = pl.col("time").str.replace(r"^\+", "").cast(pl.Float64, strict=False)
    rows = text.with_columns(at=number, kind=pl.col("kind").str.to_lowercase())
    is_end = pl.col("kind") == "censor"
    rows = rows.with_columns(
        end=pl.col("at").filter(is_end).first().over("person"),
        ends=is_end.sum().over("person"),
        first=pl.int_range(pl.len()).over("person") == 0,
        is_end=is_end,
    )
    faults = _faults(rows, _event_checks())
    events = rows.filter(pl.col("kind") == "event").select("person", time="at")
    observed = rows.filter("is_end").select("person", end="at")
    return EventRows(events, observed, faults, events.height - events.n_unique())


def _text(table: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    """Return the columns as text without outer blanks, with ``row``, without lines that are blank."""
    text = table.select(pl.col(name).fill_null("").str.strip_chars() for name in columns)
    return text.with_row_index("row").filter(pl.any_horizontal(pl.col(name) != "" for name in columns))


def _as_day(column: str) -> pl.Expr:
    text = pl.col(column)
    return pl.when(text.str.contains(_DAY)).then(text.str.to_date("%Y-%m-%d", strict=False))


def _contact_checks() -> tuple[Check, ...]:
    outcomes, kinds = [one.value for one in Outcome], [one.value for one in EndKind]
    on, ends, until = pl.col("on"), pl.col("ends"), pl.col("until")
    dated, said = pl.col("date") != "", pl.col("outcome") != ""
    no_day = "is no day; write it as 2026-11-22"
    return (
        (pl.col("person") == "", pl.lit("person is blank")),
        (dated & on.is_null(), _said("date", no_day)),
        (on < EARLIEST, _said("date", "lies before 1900")),
        (said & ~dated, pl.lit("date is blank, but there is an outcome")),
        (dated & ~said, pl.lit("outcome is blank, but there is a date")),
        (said & ~pl.col("outcome").is_in(outcomes), _said("outcome", f"is none of {', '.join(outcomes)}")),
        ((pl.col("censor_date") != "") & ends.is_null(), _said("censor_date", no_day)),
        (ends != until, _said("censor_date", "is not that of this person's other rows")),
        (
            pl.col("first") & until.is_null() & (pl.col("person") != ""),
            pl.format("censor_date is missing for person '{}'", pl.col("person").str.slice(0, 40)),
        ),
        (
            (pl.col("censor_kind") != "") & ~pl.col("censor_kind").is_in(kinds),
            _said("censor_kind", f"is none of {', '.join(kinds)}"),
        ),
        (
            (pl.col("censor_kind") != "") & (pl.col("censor_kind") != pl.col("end_kind")),
            _said("censor_kind", "is not that of this person's other rows"),
        ),
        (on > until, pl.format("date '{}' lies after the censor_date {}", "date", "until")),
    )


def _event_checks() -> tuple[Check, ...]:
    at, event = pl.col("at"), pl.col("kind") == "event"
    known = pl.col("kind").is_in(["event", "censor"])
    finite = at.is_finite().fill_null(False)
    person = pl.col("person").str.slice(0, 40)
    return (
        (pl.col("person") == "", pl.lit("person is blank")),
        (~finite, _said("time", "is no number")),
        (finite & (at < 0), _said("time", "is negative")),
        (~known, _said("kind", "is neither event nor censor")),
        (pl.col("is_end") & (pl.col("ends") > 1), pl.format("kind: person '{}' has two censor rows", person)),
        (
            pl.col("first") & (pl.col("ends") == 0) & (pl.col("person") != ""),
            pl.format("kind: person '{}' has no censor row", person),
        ),
        (
            event & finite & (at > pl.col("end")),
            pl.format("time '{}' lies after the censor row at {}", "time", "end"),
        ),
    )


def _faults(rows: pl.DataFrame, checks: Sequence[Check]) -> pl.DataFrame:
    wrong = rows.filter(pl.any_horizontal(check.fill_null(False) for check, _ in checks))
    words = [pl.when(check.fill_null(False)).then(said) for check, said in checks]
    return wrong.select("row", fault=pl.concat_str(words, separator="; ", ignore_nulls=True))


def _said(column: str, fault: str) -> pl.Expr:
    return pl.format(f"{column} '{{}}' {fault}", pl.col(column).str.slice(0, 40))
