"""Reliable change for many people at once, in Polars frames: the same rules as ``change``, a million people in a
second.

In: one row for each score, columns ``person``, ``date`` (Date or Datetime) and ``score`` (number), in any order. Out:
one row for each person, in the order in which they first appear.

Which score is first and which is last: the earliest and the latest moment. Two scores of the same moment (of one day,
where only days are known) count in the order of the rows. Scores of a single day are one occasion: no verdict.

This module loads Polars; the web service does not load this module.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from ownwords.measures.method.change import FELT_WORDS, WORDS, Felt, Verdict
from ownwords.measures.method.definitions import CutOff, Direction, ReliableChange
from ownwords.measures.method.variants import NAMES, SOURCES, Line, Sample, Variant, line

_HAIR = 1e-9
_SHIFT = 2**32

#: English message ids of the column ``recovery``.
RECOVERED, STILL, NEVER = "recovered", "still at caseness", "not at caseness at first"


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What a change is held against. ``rule`` None: nothing is published, and every verdict says so.

    ``felt``: the rule is a smallest difference that people call important, and is worded as such. ``variant`` and
    ``reliability``: a rival of Jacobson-Truax, whose means and spreads are taken from the people in the frame.
    """

    direction: Direction
    rule: ReliableChange | None = None
    cut_off: CutOff | None = None
    felt: bool = False
    variant: Variant | None = None
    reliability: float | None = None


def change_frame(scores: pl.DataFrame, yardstick: Yardstick) -> pl.DataFrame:
    """Return one row for each person.

    Columns: person, first_date, first, last_date, last, change (last minus first, in points), verdict (words), recovery
    (words, empty without a cut-off or a verdict), threshold (points), method, sd, r, source. ``scores`` has more than
    0 and less than 2**32 rows without blanks. Raises ValueError for a variant whose figures cannot be had from these
    people.
    """
    ends = first_and_last(scores)
    against = _against(ends, yardstick)
    turn = 1 if yardstick.direction is Direction.UP else -1
    towards = turn * (against.index if against.index is not None else pl.col("last") - pl.col("first"))
    return ends.lazy().select(
        "person", pl.col("first_date").cast(pl.Date), "first", pl.col("last_date").cast(pl.Date), "last",
        (pl.col("last") - pl.col("first")).alias("change"),
        _verdict(towards, against, felt=yardstick.felt),
        _recovery(towards, against, yardstick),
        pl.lit(against.threshold, pl.Float64).alias("threshold"),
        pl.lit(against.method).alias("method"),
        pl.lit(against.sd, pl.Float64).alias("sd"),
        pl.lit(against.reliability, pl.Float64).alias("r"),
        pl.lit(against.source).alias("source"),
    ).collect()  # fmt: skip


def first_and_last(scores: pl.DataFrame) -> pl.DataFrame:
    """Return person, first_date, first, last_date, last; the last two null for people with scores of one day only.

    Moment and row number are packed into one whole number, so that one pass over the groups finds both ends.
    """
    moment = (
        pl.col("date").to_physical() if scores.schema["date"] == pl.Date else pl.col("date").dt.epoch("s")
    )
    packed = moment.cast(pl.Int64) * _SHIFT + pl.col("row").cast(pl.Int64)
    found = (
        scores.lazy()
        .with_row_index("row")
        .select("person", packed.alias("at"))
        .group_by("person")
        .agg(begin=pl.col("at").min(), end=pl.col("at").max(), row=(pl.col("at") & (_SHIFT - 1)).min())
        .sort("row")
        .collect()
    )
    rows = [found.get_column(name).__and__(_SHIFT - 1).cast(pl.UInt32) for name in ("begin", "end")]
    dates, values = ([scores.get_column(name).gather(row) for row in rows] for name in ("date", "score"))
    twice = pl.col("first_date").cast(pl.Date) < pl.col("last_date").cast(pl.Date)
    return pl.DataFrame({
        "person": found.get_column("person"),
        "first_date": dates[0], "first": values[0], "last_date": dates[1], "last": values[1],
    }).with_columns(pl.when(twice).then(pl.col("last_date", "last")))  # fmt: skip


def paired(ends: pl.DataFrame) -> pl.DataFrame:
    """Return the people with two scores."""
    return ends.filter(pl.col("last").is_not_null())


def sample_of(ends: pl.DataFrame, reliability: float) -> Sample:
    """Return means, spreads (n - 1) and correlation of the people with two scores. Raises ValueError under 3 people."""
    both = paired(ends)
    if both.height < 3:
        raise ValueError(
            f"this method works from the whole group and needs at least 3 people, not {both.height}"
        )
    first, last = pl.col("first"), pl.col("last")
    row = both.select(
        sd=first.std(),
        mean=first.mean(),
        last_sd=last.std(),
        last_mean=last.mean(),
        correlation=pl.corr(first, last),
    ).row(0, named=True)
    known = {name: float(value) for name, value in row.items() if value is not None and value == value}
    return Sample(reliability=reliability, sd=known.pop("sd", 0.0), **known)


@dataclass(frozen=True, slots=True)
class _Against:
    """A yardstick with its figures: ``limit`` in the units of ``index`` (points when there is none)."""

    limit: float | None
    threshold: float | None
    method: str
    sd: float | None
    reliability: float | None
    source: str
    index: pl.Expr | None = None


def _against(ends: pl.DataFrame, yardstick: Yardstick) -> _Against:
    if yardstick.variant is not None:
        if yardstick.reliability is None:
            raise ValueError("this method needs the reliability of the form")
        return _of_line(line(yardstick.variant, sample_of(ends, yardstick.reliability)))
    rule = yardstick.rule
    if rule is None:
        return _Against(None, None, "", None, None, "")
    return _Against(rule.points, rule.points, rule.variant, rule.sd, rule.reliability, rule.source.citation)


def _of_line(made: Line) -> _Against:
    index = (made.on_first * pl.col("first") + made.on_last * pl.col("last") + made.constant) / made.error
    return _Against(
        made.critical, made.critical * made.error, NAMES[made.variant], made.sample.sd, made.sample.reliability,
        SOURCES[made.variant], index,
    )  # fmt: skip


def _verdict(towards: pl.Expr, against: _Against, *, felt: bool) -> pl.Expr:
    words = (
        (FELT_WORDS[Felt.BETTER], FELT_WORDS[Felt.WORSE], FELT_WORDS[Felt.SMALLER])
        if felt
        else ("improved", "deteriorated", WORDS[Verdict.WITHIN_CHANCE])
    )
    alone = pl.when(pl.col("last").is_null()).then(pl.lit(WORDS[Verdict.ONE_SCORE]))
    if against.limit is None:
        return alone.otherwise(pl.lit(WORDS[Verdict.NO_THRESHOLD])).alias("verdict")
    better, worse = towards >= against.limit - _HAIR, towards <= _HAIR - against.limit
    said = alone.when(better).then(pl.lit(words[0])).when(worse).then(pl.lit(words[1]))
    return said.otherwise(pl.lit(words[2])).alias("verdict")


def _recovery(towards: pl.Expr, against: _Against, yardstick: Yardstick) -> pl.Expr:
    """Return the words on caseness; recovered needs a reliable improvement as well."""
    if yardstick.cut_off is None or against.limit is None or yardstick.felt:
        return pl.lit("").alias("recovery")
    ends = (pl.col("first"), pl.col("last"))
    case_first, case_last = (_is_case(end, yardstick.cut_off, yardstick.direction) for end in ends)
    reliably = towards >= against.limit - _HAIR
    said = pl.when(pl.col("last").is_null()).then(pl.lit("")).when(~case_first).then(pl.lit(NEVER))
    said = said.when(case_last).then(pl.lit(STILL)).when(reliably).then(pl.lit(RECOVERED))
    return said.otherwise(pl.lit("below, but " + WORDS[Verdict.WITHIN_CHANCE])).alias("recovery")


def _is_case(score: pl.Expr, cut_off: CutOff, direction: Direction) -> pl.Expr:
    return score >= cut_off.at - _HAIR if direction is Direction.DOWN else score <= cut_off.at + _HAIR
