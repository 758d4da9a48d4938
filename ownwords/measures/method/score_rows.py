"""Rows of a table of scores, as text, made into dates and numbers; every fault is found, none is guessed away.

In: columns ``person``, ``date``, ``score``, all text. ``date``: YYYY-MM-DD, with or without a time (HH:MM or HH:MM:SS
after a T or a space). ``score``: a number; blank, NA or declined is no score. Loads Polars.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl

COLUMNS = ("person", "date", "score")
NO_SCORE = ("", "na", "n/a", "declined")
EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a score can be: its range, whether it is whole, and the last day that is not in the future."""

    low: float
    high: float
    whole: bool
    today: date


@dataclass(frozen=True, slots=True)
class Rows:
    """What was read. ``faults``: columns row (from 0), fault (words); empty when all is well.

    ``scores``: person, date, score, without the rows that hold no score; ``without`` is how many those are.
    """

    scores: pl.DataFrame
    faults: pl.DataFrame
    without: int


def read_rows(table: pl.DataFrame, limits: Limits) -> Rows:
    """Return the rows as dates and numbers. Lines that are blank from end to end are passed over."""
    text = table.select(pl.col(name).fill_null("").str.strip_chars() for name in COLUMNS).with_row_index(
        "row"
    )
    filled = text.filter(pl.any_horizontal(pl.col(name) != "" for name in COLUMNS))
    parsed = filled.with_columns(
        on=_moments(filled), number=pl.col("score").str.replace("^[+]", "").cast(pl.Float64, strict=False)
    )
    given = ~pl.col("score").str.to_lowercase().is_in(NO_SCORE)
    faults = _faults(parsed, limits, given)
    kept = parsed.filter(given)
    scores = kept.select("person", pl.col("on").alias("date"), pl.col("number").alias("score"))
    return Rows(scores, faults, parsed.height - kept.height)


def _moments(table: pl.DataFrame) -> pl.Series:
    text = table.get_column("date")
    days = text.str.to_date("%Y-%m-%d", strict=False)
    if not days.null_count():
        return days
    times = text.str.replace("T", " ", literal=True)
    forms = ("%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S")
    moments = [times.str.to_datetime(form, strict=False, time_unit="us") for form in forms]
    return table.select(pl.coalesce(days.cast(pl.Datetime("us")), *moments)).to_series()


def _faults(parsed: pl.DataFrame, limits: Limits, given: pl.Expr) -> pl.DataFrame:
    number, day = pl.col("number"), pl.col("on").cast(pl.Date)
    finite = number.is_finite().fill_null(False)
    inside = number.is_between(limits.low, limits.high)
    whole = (number == number.floor()) if limits.whole else pl.lit(True)
    checks = (
        (pl.col("person") == "", pl.lit("person is blank")),
        (day.is_null(), _said("date", "is no day; write it as 2026-11-22")),
        (day > limits.today, _said("date", "lies in the future")),
        (day < EARLIEST, _said("date", "lies before 1900")),
        (given & ~finite, _said("score", "is no number")),
        (given & finite & ~inside, _said("score", f"is not within {limits.low:g} to {limits.high:g}")),
        (given & finite & ~whole, _said("score", "is no whole number")),
    )
    wrong = parsed.filter(pl.any_horizontal(check.fill_null(False) for check, _ in checks))
    words = [pl.when(check.fill_null(False)).then(said) for check, said in checks]
    return wrong.select("row", fault=pl.concat_str(words, separator="; ", ignore_nulls=True))


def _said(column: str, fault: str) -> pl.Expr:
    return pl.format(f"{column} '{{}}' {fault}", pl.col(column).str.slice(0, 40))
