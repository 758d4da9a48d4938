"""Scores many responses at once with Polars; row for row the same as ``scoring.score``.

A frame has the columns ``item1``..``itemN`` (whole numbers, or text as it stands in a CSV file) and, in files,
``person`` and ``date``. Blank means not answered; ``NA`` does not apply, ``declined`` rather not say, ``not chosen``
not marked as important. Added are ``score``, ``answered``, ``prorated``, ``band``, ``flags`` and ``rule`` of the
first score, the same with the score's name in front for every further one, and ``finding`` where the instrument has a
rule of its own. Columns that were there stay as they are, letter for letter.

``flags`` holds words with ";" between: ``fault:...`` (the row has no score), ``alert:...``, ``no-score:...``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import polars as pl

from ownwords.measures.method.definitions import Combine, Instrument
from ownwords.measures.method.frame_items import read_items
from ownwords.measures.method.plan import plan_of
from ownwords.measures.method.score_plan import Plan, ScorePlan
from ownwords.measures.method.scoring import UnknownRule, Why

KEYS = ("person", "date")
FAULT = "fault:"


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands in the way of scoring a table: columns that are missing, that nobody knows, that are taken."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def fit(self) -> bool:
        """Whether the table can be scored."""
        return not (self.missing or self.extra)


def item_column(key: str) -> str:
    """Return the name of an item's column."""
    return f"item{key}"


def check_columns(instrument: Instrument, names: Iterable[str]) -> Columns:
    """Compare a table's columns with what the instrument needs.

    An item that no score, alert or rule uses (PHQ-9 item 10) may be left out.
    """
    names = list(names)
    used = {key for score in instrument.scores for key in score.items} | {a.item for a in instrument.alerts}
    needed = [*KEYS, *(item_column(item.key) for item in instrument.items if item.key in used)]
    known = {*KEYS, *(item_column(item.key) for item in instrument.items)}
    return Columns(
        missing=tuple(name for name in needed if name not in names),
        extra=tuple(name for name in names if name not in known),
    )


def score_frame(
    instrument: Instrument,
    frame: pl.DataFrame,
    *,
    rule: str = "",
    today: date | None = None,
    repeated: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Return ``frame`` with the scores beside it.

    Where there is a column ``date`` it is checked: readable (YYYY-MM-DD), and not after ``today`` if that is given.
    ``repeated`` holds pairs (person, date) as ``repeated_keys`` returns them; their rows are faults. Raises
    UnknownRule for a version the instrument never had.
    """
    plan = plan_of(instrument)
    if rule and rule not in plan.versions:
        raise UnknownRule(
            f"{instrument.key} has no rule {rule!r}; it has {', '.join(sorted(plan.versions))}."
        )
    items = read_items(instrument, frame)
    faults = [*items.faults, *_key_faults(frame, today, repeated)]
    bare = items.numbers.hstack([mask.alias(f"fault{n}") for n, (_, mask) in enumerate(faults)])
    faulty = pl.any_horizontal([f"fault{n}" for n in range(len(faults))]) if faults else pl.lit(value=False)
    bare = bare.with_columns(faulty.alias("faulty"))
    results = bare.with_columns([expr for one in plan.scores for expr in _counted(one, set(items.chosen))])
    results = results.with_columns([_value(one, rule) for one in plan.scores])
    flags = _flags(plan, [word for word, _ in faults], rule)
    added = [expr for n, one in enumerate(plan.scores) for expr in _shown(one, n, rule, flags)]
    scored = frame.hstack(results.select(added))
    return scored.hstack([_finding(plan, results)]) if plan.special else scored


# ---- one score -----------------------------------------------------------------------------------


def _counted(plan: ScorePlan, chosen: set[str]) -> list[pl.Expr]:
    """Return how many items were answered and were missing, and their points."""
    key, names = plan.key, [item_column(item) for item, _ in plan.items]
    turned = [
        pl.col(name) if turn is None else turn - pl.col(name)
        for name, (_, turn) in zip(names, plan.items, strict=True)
    ]
    answered = pl.sum_horizontal([pl.col(name).is_not_null() for name in names]).cast(pl.Int64)
    left_out = [pl.col(f"{name}-not-chosen") for name in names if name in chosen]
    missing = len(names) - answered
    if left_out:
        missing = missing - pl.sum_horizontal(left_out).cast(pl.Int64)
    return [
        answered.alias(f"{key}.answered"),
        missing.alias(f"{key}.missing"),
        pl.sum_horizontal(turned).cast(pl.Int64).alias(f"{key}.points"),
    ]


def _value(plan: ScorePlan, rule: str) -> pl.Expr:
    """Return the score, null where there is none; the arithmetic of ``scoring.score`` in the same order."""
    points, answered = pl.col(f"{plan.key}.points"), pl.col(f"{plan.key}.answered")
    missing = pl.col(f"{plan.key}.missing")
    scored = (answered > 0) & (missing <= plan.rule(rule).missing.most) & ~pl.col("faulty")
    return (
        pl.when(scored).then(_combined(plan, points, answered, answered + missing)).alias(f"{plan.key}.value")
    )


def _combined(plan: ScorePlan, points: pl.Expr, answered: pl.Expr, counted: pl.Expr) -> pl.Expr:
    if plan.combine is Combine.NONE:
        return pl.lit(None, dtype=pl.Int64)
    if plan.combine is Combine.PERCENT:
        return 100 * points / (answered * plan.most_points)
    if plan.combine is Combine.CONVERTED:
        table = {whole: float(to) for whole, to in plan.table.items()}
        whole = _half_up(points * counted, answered)
        return whole.replace_strict(table or {-1: 0.0}, default=None, return_dtype=pl.Float64)
    if plan.combine in (Combine.MEAN, Combine.MEAN_TIMES):
        return plan.factor * points / answered
    if plan.whole:
        return _half_up(int(plan.factor) * points * counted, answered)
    return plan.factor * points * counted / answered


def _half_up(above: pl.Expr, below: pl.Expr) -> pl.Expr:
    return (2 * above + below) // (2 * below)


def _shown(plan: ScorePlan, place: int, rule: str, flags: pl.Expr) -> list[pl.Expr]:
    """Return the columns of one score under the names they have in the result."""
    before = "" if place == 0 else f"{plan.key}_"
    value = pl.col(f"{plan.key}.value")
    band = pl.lit(None, dtype=pl.String)
    for one in reversed(plan.bands):
        band = pl.when(value >= one.low).then(pl.lit(one.key)).otherwise(band)
    prorated = value.is_not_null() & (pl.col(f"{plan.key}.missing") > 0)
    columns = [
        value.alias(f"{before}score"),
        pl.col(f"{plan.key}.answered").alias(f"{before}answered"),
        prorated.alias(f"{before}prorated"),
        pl.when(value.is_not_null()).then(band).alias(f"{before}band"),
    ]
    version = pl.lit(plan.rule(rule).version).alias(f"{before}rule")
    return [*columns, version] if place else [*columns, flags.alias("flags"), version]


# ---- flags ---------------------------------------------------------------------------------------


def _flags(plan: Plan, faults: list[str], rule: str) -> pl.Expr:
    words: list[pl.Expr] = [
        pl.when(pl.col(f"fault{n}")).then(pl.lit(FAULT + word)) for n, word in enumerate(faults)
    ]
    for alert in plan.alerts:
        raised = pl.col(item_column(alert.item)) >= alert.at_least
        words.append(pl.when(raised).then(pl.lit(f"alert:{alert.key}")))
    words += [_no_score(one, rule, alone=len(plan.scores) == 1) for one in plan.scores]
    joined = pl.concat_str(words, separator=";", ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def _no_score(plan: ScorePlan, rule: str, *, alone: bool) -> pl.Expr:
    before = "no-score:" if alone else f"no-score:{plan.key}:"
    answered, missing = pl.col(f"{plan.key}.answered"), pl.col(f"{plan.key}.missing")
    no_table = plan.combine is Combine.CONVERTED and not plan.table
    return (
        pl.when(pl.col("faulty"))
        .then(None)
        .when((answered == 0) & (missing > 0))
        .then(pl.lit(before + Why.NOTHING_ANSWERED))
        .when(answered == 0)
        .then(pl.lit(before + Why.NONE_CHOSEN))
        .when(missing > plan.rule(rule).missing.most)
        .then(pl.lit(before + Why.TOO_MANY_MISSING))
        .when(no_table)
        .then(pl.lit(before + Why.NO_TABLE))
    )


def _finding(plan: Plan, results: pl.DataFrame) -> pl.Series:
    """Return what the rule of its own says; row by row, since no two rules are alike."""
    assert plan.special is not None  # noqa: S101  (asked before)
    present = list(plan.legal)
    rows = results.select([item_column(key) for key in present])
    said = []
    for numbers, faulty in zip(rows.iter_rows(), results.get_column("faulty"), strict=True):
        answers = {key: number for key, number in zip(present, numbers, strict=True) if number is not None}
        said.append(None if faulty else plan.special(answers).outcome)
    return pl.Series("finding", said, dtype=pl.String)


# ---- who and when --------------------------------------------------------------------------------


def _key_faults(
    frame: pl.DataFrame, today: date | None, repeated: pl.DataFrame | None
) -> list[tuple[str, pl.Series]]:
    """Return (word, mask) for each kind of fault in person and date that occurs."""
    found = []
    if "person" in frame.columns:
        found.append(("person-missing", frame.select(_person().is_null()).to_series()))
    if "date" in frame.columns:
        days = frame.select(_day(frame.schema["date"])).to_series()
        found.append(("date-unreadable", days.is_null()))
        if today is not None:
            found.append(("date-in-future", (days > today).fill_null(value=False)))
    if repeated is not None and repeated.height:
        keys = keys_of(frame)
        twice = keys.join(
            repeated.with_columns(twice=pl.lit(value=True)), on=KEYS, how="left", maintain_order="left"
        )
        found.append(("same-day-twice", twice.get_column("twice").fill_null(value=False)))
    return [(word, mask) for word, mask in found if mask.any()]


def _person() -> pl.Expr:
    told = pl.col("person").cast(pl.String).str.strip_chars()
    return pl.when(told != "").then(told)


def _day(kind: pl.DataType) -> pl.Expr:
    if kind in (pl.Date, pl.Datetime):
        return pl.col("date").cast(pl.Date)
    return pl.col("date").cast(pl.String).str.strip_chars().str.head(10).str.to_date("%Y-%m-%d", strict=False)


def keys_of(frame: pl.DataFrame) -> pl.DataFrame:
    """Return person and date as they are compared: without spaces around them, dates as dates."""
    return frame.select(_person().alias("person"), _day(frame.schema["date"]).alias("date"))


def repeated_keys(frame: pl.LazyFrame) -> pl.DataFrame:
    """Return each (person, date) that stands in more than one row, of a table of any length.

    Holds a few times eight bytes a row, whatever the rows hold: first the digests, then only the rows whose digest
    came twice.
    """
    day = _day(frame.collect_schema()["date"])
    keys = frame.select(_person().alias("person"), day.alias("date")).drop_nulls()
    digest = pl.struct(KEYS).hash(seed=1)
    digests = keys.select(digest.alias("digest")).collect(engine="streaming").to_series().sort(in_place=True)
    twice = digests.filter(digests == digests.shift(1)).unique()  # sorted: takes less room than a lookup
    if twice.is_empty():
        return pl.DataFrame(schema={"person": pl.String, "date": pl.Date})
    candidates = keys.filter(digest.is_in(twice.implode())).collect(engine="streaming")
    return candidates.group_by(KEYS).len().filter(pl.col("len") > 1).select(KEYS)
