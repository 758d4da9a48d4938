"""Scores a file in batches: whole or not at all, and never more than a batch of it in memory."""

import csv
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl
from polars.io.plugins import register_io_source

from ownwords.cli.words import Refusal
from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.scoring import in_words
from ownwords.measures.method.scoring_frame import FAULT, check_columns, repeated_keys, score_frame

BATCH = 100_000
MOST_TOLD = 20
_PLACE, _BLANK = " place", " blank"  # no file can have them: unknown columns are refused


@dataclass
class Outcome:
    """How many rows there were, how many had a fault, and the first of the faults in words."""

    rows: int = 0
    faulty: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def more(self) -> int:
        """How many faulty rows are not told."""
        return self.faulty - len(self.told)


def score_file(
    instrument: Instrument, source: Path, target: Path | None, *, rule: str, today: date
) -> Outcome:
    """Score ``source`` into ``target``, or to the standard output.

    Raises Refusal, before anything is written, for columns that are missing or unknown, and for a file that cannot
    be read to its end.
    """
    _check_target(source, target)
    outcome = Outcome()
    try:
        frame = _scan(source)
        _check_columns(instrument, source, frame)
        repeated = repeated_keys(frame)
        kind = score_frame(instrument, frame.head(0).collect(), rule=rule, today=today).schema
        told = "row {0}" if _is_parquet(source) else "line {1}"
        batches = _scored(instrument, frame, repeated, outcome, rule, today, told)
        with _whole(target) as scratch:
            _write(batches, kind, scratch, parquet=target is not None and _is_parquet(target))
    except (pl.exceptions.PolarsError, UnicodeDecodeError, csv.Error) as error:
        raise Refusal(f"{source} cannot be read as a table: {str(error).splitlines()[0]}") from error
    return outcome


# ---- reading -------------------------------------------------------------------------------------


def _scan(source: Path) -> pl.LazyFrame:
    if not source.is_file():
        raise Refusal(f"{source} is not there, or is no ordinary file.")
    if _is_parquet(source):
        return pl.scan_parquet(str(source), glob=False)
    _check_shape(source)
    return pl.scan_csv(str(source), infer_schema=False, glob=False)


def _is_parquet(file: Path) -> bool:
    return file.suffix.lower() == ".parquet"


def _check_shape(source: Path) -> None:
    """Refuse a file with a row that is shorter or longer than the header: its answers may stand in wrong columns."""
    lines = pl.scan_lines(str(source), name="line", glob=False)
    commas = pl.col("line").str.count_matches(",", literal=True) + 1
    quoted = pl.col("line").str.contains('"', literal=True).any()
    if lines.select(quoted).collect(engine="streaming").item():
        wrong, wanted = _uneven_quoted(source)
    else:
        head = lines.head(1).select(commas).collect()
        wanted = head.item() if head.height else 0
        odd = lines.select(commas.alias("n"), (pl.col("line") == "").alias("empty")).with_row_index(
            "at", offset=1
        )
        rows = odd.filter((pl.col("n") != wanted) & ~pl.col("empty")).select("at", "n")
        wrong = list(rows.collect(engine="streaming").iter_rows())
    if wrong:
        told = [f"  line {line} has {number} columns" for line, number in wrong[:MOST_TOLD]]
        told += [f"  and {len(wrong) - MOST_TOLD} more"] if len(wrong) > MOST_TOLD else []
        raise Refusal("\n".join([f"{source}: every row needs the {wanted} columns of the header.", *told]))


def _uneven_quoted(source: Path) -> tuple[list[tuple[int, int]], int]:
    """Return (line, columns) of each uneven row where cells may hold commas, and how many columns there should be."""
    with source.open(encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        wanted = len(next(rows, []))
        return [(rows.line_num, len(row)) for row in rows if row and len(row) != wanted], wanted


def _check_target(source: Path, target: Path | None) -> None:
    if target is None:
        return
    if target.suffix.lower() not in (".csv", ".parquet"):
        raise Refusal(f"{target} has to end in .csv or .parquet.")
    if not target.absolute().parent.is_dir():
        raise Refusal(f"The folder {target.absolute().parent} does not exist. Make it first.")
    if target.exists() and source.exists() and target.samefile(source):
        raise Refusal(f"{target} is the file with the answers; give another name.")


def _check_columns(instrument: Instrument, source: Path, frame: pl.LazyFrame) -> None:
    columns = check_columns(instrument, frame.collect_schema().names())
    said = [f"{name} is missing" for name in columns.missing]
    said += [f"{name!r} is not known" for name in columns.extra]
    if said:
        last = instrument.items[-1].key
        wanted = f"{instrument.name} takes person, date and item1 to item{last}"
        raise Refusal("\n".join([f"{source}: {wanted}.", *(f"  column {one}" for one in said)]))


# ---- scoring -------------------------------------------------------------------------------------


def _scored(
    instrument: Instrument,
    frame: pl.LazyFrame,
    repeated: pl.DataFrame,
    outcome: Outcome,
    rule: str,
    today: date,
    told: str,
) -> Iterator[pl.DataFrame]:
    """Give the file in batches with its scores. A line without anything on it is no row."""
    blank = pl.all_horizontal(pl.all().is_null())
    rows = frame.with_columns(blank.alias(_BLANK)).with_row_index(_PLACE).filter(~pl.col(_BLANK)).drop(_BLANK)
    for batch in rows.collect_batches(chunk_size=BATCH, maintain_order=True):
        scored = score_frame(instrument, batch.drop(_PLACE), rule=rule, today=today, repeated=repeated)
        marked = pl.col("flags").str.contains(FAULT, literal=True)
        faulty = scored.hstack([batch.get_column(_PLACE)]).filter(marked)
        outcome.faulty += faulty.height
        for row in faulty.head(MOST_TOLD - len(outcome.told)).iter_rows(named=True):
            place = told.format(row[_PLACE] + 1, row[_PLACE] + 2)
            outcome.told.append(f"{place}: {_faults_in_words(instrument, row)}")
        outcome.rows += batch.height
        yield scored


def _faults_in_words(instrument: Instrument, row: dict[str, object]) -> str:
    words = [one.removeprefix(FAULT) for one in str(row["flags"]).split(";") if one.startswith(FAULT)]
    return "; ".join(_fault_in_words(instrument, row, word) for word in words)


def _fault_in_words(instrument: Instrument, row: dict[str, object], word: str) -> str:
    match word:
        case "person-missing":
            return "person is blank"
        case "date-unreadable":
            return f"date {row['date']!r} cannot be read; write YYYY-MM-DD"
        case "date-in-future":
            return f"date {row['date']} is in the future"
        case "same-day-twice":
            return f"person {row['person']} has more than one row for {row['date']}"
    column = word.split("-", maxsplit=1)[0]
    item = instrument.item(column.removeprefix("item"))
    if word.endswith("not-chosen"):
        return f"{column} is for everybody, so it cannot be 'not chosen'"
    return f"{column} is {row[column]!r}; it can be {in_words(item.legal)}, blank, NA or declined"


# ---- writing -------------------------------------------------------------------------------------


@contextmanager
def _whole(target: Path | None) -> Iterator[Path]:
    """Give a file to write to; it takes the place of ``target``, or goes to the standard output, when complete."""
    folder = target.absolute().parent if target else None
    handle, name = tempfile.mkstemp(dir=folder, prefix=".scored-")  # made with mode 0600
    os.close(handle)
    scratch = Path(name)
    try:
        yield scratch
        if target:
            scratch.replace(target)
        else:
            with scratch.open("rb") as written:
                shutil.copyfileobj(written, sys.stdout.buffer)
            sys.stdout.buffer.flush()
    finally:
        scratch.unlink(missing_ok=True)


def _write(batches: Iterator[pl.DataFrame], kind: pl.Schema, scratch: Path, *, parquet: bool) -> None:
    if parquet:
        source = register_io_source(lambda *_: batches, schema=kind)
        source.sink_parquet(str(scratch), compression="zstd")
        return
    with scratch.open("wb") as sink:
        sink.write((",".join(kind.names()) + "\n").encode())
        for batch in batches:
            batch.write_csv(sink, include_header=False)
        sink.flush()
        os.fsync(sink.fileno())
