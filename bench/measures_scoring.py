"""Scoring, one response at a time and a million at once, beside others on the same responses in one run.

    python -m bench.measures_scoring [--rows 1000000]

Figures are CPU time, best of several, because the machine may be shared; the file figures are by the clock. The floor
for one response is a bare Python loop that adds, prorates and looks up a band; for a million it is plain Polars and
DuckDB doing just that.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from ownwords.cli.measures.scoring_file import score_file
from ownwords.measures.method.catalogue import instrument
from ownwords.measures.method.scoring import explain, score
from ownwords.measures.method.scoring_frame import score_frame

BUDGET_US, BUDGET_MILLION = 20.0, 1.0
BANDS = ((20, "severe"), (15, "moderately-severe"), (10, "moderate"), (5, "mild"), (0, "minimal"))
ITEMS = [f"item{n}" for n in range(1, 10)]
FHIRPATH = "QuestionnaireResponse.repeat(item).answer.value.aggregate($this + $total, 0)"
Answers = dict[str, int]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    asked = parser.parse_args()
    one_by_one()
    a_million(asked.rows)


def responses(number: int) -> list[Answers]:
    """Return made-up PHQ-9 responses; one answer in a hundred is missing."""
    dice = random.Random(9)
    return [{str(n): dice.randrange(4) for n in range(1, 10) if dice.random() > 0.01} for _ in range(number)]


def cpu(job: Callable[[], object], times: int) -> float:
    """Return the CPU seconds of the best of several runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        job()
        best = min(best, time.process_time() - start)
    return best


# ---- one at a time -------------------------------------------------------------------------------


def one_by_one() -> None:
    """Time one response: ours, ours explained, the bare loop, FHIRPath."""
    form, made = instrument("phq-9"), responses(5000)
    floor = cpu(lambda: [bare(one) for one in made], 7) / len(made) * 1e6

    def explained(one: Answers) -> object:
        return explain(form, score(form, one).scores[0])

    rows = [
        ("bare Python loop (floor)", floor),
        ("ownwords, scored", cpu(lambda: [score(form, one) for one in made], 7) / len(made) * 1e6),
        (
            "ownwords, scored and explained",
            cpu(lambda: [explained(one) for one in made], 7) / len(made) * 1e6,
        ),
        *fhirpath(made[:300]),
    ]
    assert all(score(form, one).scores[0].value == bare(one)[0] for one in made)
    print(f"{'one PHQ-9 response':<34} {'us':>9} {'x floor':>8}")
    for name, us in rows:
        print(f"{name:<34} {us:9.2f} {us / floor:8.1f}")
    print(_verdict("scored and explained", rows[2][1], BUDGET_US, "us"))


def bare(answers: Answers) -> tuple[int | None, str | None]:
    """Add, prorate, look up a band: nothing checked, nothing explained."""
    total = answered = 0
    for key in ("1", "2", "3", "4", "5", "6", "7", "8", "9"):
        value = answers.get(key)
        if value is not None:
            total += value
            answered += 1
    if answered < 7:
        return None, None
    if answered < 9:
        total = (2 * total * 9 + answered) // (2 * answered)
    return total, next(name for low, name in BANDS if total >= low)


def fhirpath(made: list[Answers]) -> list[tuple[str, float]]:
    """Time fhirpathpy adding whole-number answers; compiled once, R4 model."""
    import fhirpathpy
    from fhirpathpy.models import models

    resources = [
        {
            "resourceType": "QuestionnaireResponse",
            "item": [{"linkId": key, "answer": [{"valueInteger": value}]} for key, value in one.items()],
        }
        for one in made
    ]
    add = fhirpathpy.compile(FHIRPATH, models["r4"])
    assert add(resources[0]) == [sum(made[0].values())]
    return [
        (
            "fhirpathpy 2, compiled, sum only",
            cpu(lambda: [add(one) for one in resources], 3) / len(made) * 1e6,
        )
    ]


# ---- a million -----------------------------------------------------------------------------------


def a_million(rows: int) -> None:
    """Time a frame: ours (checked, flagged, explained by rule) beside others that add, prorate and band."""
    frame = responses_frame(rows)
    text = frame.cast(pl.String)
    form = instrument("phq-9")
    jobs: list[tuple[str, Callable[[], object], int]] = [
        ("plain Polars (floor)", lambda: plain_polars(frame), 5),
        ("ownwords, whole numbers", lambda: score_frame(form, frame), 5),
        ("ownwords, text as in a CSV", lambda: score_frame(form, text), 5),
        ("pandas, nullable Int8", pandas_job(frame), 3),
        ("DuckDB, table to table", duckdb_job(frame), 3),
    ]
    wanted = plain_polars(frame).get_column("score")
    assert score_frame(form, frame).get_column("score").equals(wanted)
    assert score_frame(form, text).get_column("score").equals(wanted)
    found = [(name, *_both(job, times)) for name, job, times in jobs]
    floor = found[0][1]
    print(f"\n{f'{rows:,} PHQ-9 responses':<34} {'CPU s':>9} {'x floor':>8} {'clock s':>9}")
    for name, seconds, clock in found:
        print(f"{name:<34} {seconds:9.3f} {seconds / floor:8.1f} {clock:9.3f}")
    print(_verdict("scored for an evaluation", found[1][2] * 1e6 / rows, BUDGET_MILLION, "s a million"))
    files(frame)


def _both(job: Callable[[], object], times: int) -> tuple[float, float]:
    clock = float("inf")
    start = time.perf_counter()
    seconds = cpu(job, 1)
    clock = time.perf_counter() - start
    for _ in range(times - 1):
        start = time.perf_counter()
        seconds = min(seconds, cpu(job, 1))
        clock = min(clock, time.perf_counter() - start)
    return seconds, clock


def responses_frame(rows: int) -> pl.DataFrame:
    """Return a frame of made-up responses."""
    import numpy as np

    dice = np.random.default_rng(9)
    missing = dice.random((rows, 9)) < 0.01
    numbers = dice.integers(0, 4, (rows, 9))
    columns = {
        name: pl.Series(numbers[:, n], dtype=pl.Int8).set(pl.Series(missing[:, n]), None)
        for n, name in enumerate(ITEMS)
    }
    return pl.DataFrame(columns)


def plain_polars(frame: pl.DataFrame) -> pl.DataFrame:
    """Add, prorate, look up a band: nothing checked."""
    answered = pl.sum_horizontal([pl.col(name).is_not_null() for name in ITEMS]).cast(pl.Int64)
    total = pl.sum_horizontal(ITEMS).cast(pl.Int64)
    prorated = (2 * total * 9 + answered) // (2 * answered)
    band: Any = pl.lit(None, dtype=pl.String)
    for low, name in reversed(BANDS):
        band = pl.when(pl.col("score") >= low).then(pl.lit(name)).otherwise(band)
    scored = frame.with_columns(pl.when(answered >= 7).then(prorated).alias("score"))
    return scored.with_columns(band.alias("band"))


def pandas_job(frame: pl.DataFrame) -> Callable[[], object]:
    """Return the same in pandas."""
    import pandas as pd

    table = pd.DataFrame({name: pd.array(frame.get_column(name).to_list(), dtype="Int8") for name in ITEMS})

    def run() -> object:
        total, answered = table[ITEMS].sum(axis=1).astype("Int64"), table[ITEMS].notna().sum(axis=1)
        result = ((2 * total * 9 + answered) // (2 * answered)).where(answered >= 7)
        return pd.cut(result.astype("Float64"), [-1, 4, 9, 14, 19, 27])

    return run


def duckdb_job(frame: pl.DataFrame) -> Callable[[], object]:
    """Return the same in DuckDB."""
    import duckdb

    folder = tempfile.mkdtemp(prefix="scoring-")
    file = Path(folder) / "answers.parquet"
    frame.write_parquet(file)
    database = duckdb.connect()
    database.execute(f"CREATE TABLE answers AS SELECT * FROM '{file}'")
    file.unlink()
    Path(folder).rmdir()
    total = " + ".join(f"coalesce({name}, 0)::INT" for name in ITEMS)
    answered = " + ".join(f"({name} IS NOT NULL)::INT" for name in ITEMS)
    bands = " ".join(f"WHEN score >= {low} THEN '{name}'" for low, name in BANDS)
    query = (
        f"CREATE OR REPLACE TABLE scored AS SELECT *, CASE {bands} END AS band FROM (SELECT *, CASE WHEN n >= 7 "
        f"THEN (18 * total + n) // (2 * n) END AS score FROM (SELECT *, {total} AS total, {answered} AS n "
        "FROM answers))"
    )
    return lambda: database.execute(query)


def files(frame: pl.DataFrame) -> None:
    """Time the whole command but for starting Python: read, check, find repeated rows, score, write."""
    people = pl.int_range(frame.height, eager=True).cast(pl.String)
    days = pl.Series(["2024-01-01"]).new_from_index(0, frame.height)
    table = frame.select(people.alias("person"), days.alias("date"), pl.all())
    with tempfile.TemporaryDirectory(prefix="scoring-") as folder:
        source = Path(folder) / "answers.csv"
        table.write_csv(source)
        for ending in ("csv", "parquet"):
            start = time.perf_counter()
            target = Path(folder) / f"scored.{ending}"
            score_file(instrument("phq-9"), source, target, rule="", today=date(2026, 1, 1))
            print(f"{f'file: CSV to {ending}':<34} {'':>9} {'':>8} {time.perf_counter() - start:9.3f}")


def _verdict(what: str, found: float, budget: float, unit: str) -> str:
    said = "met" if found <= budget else "MISSED"
    return f"{what}: {found:.2f} {unit}, budget {budget:g}: {said}"


if __name__ == "__main__":
    main()
