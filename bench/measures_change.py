"""Reliable change for a million people with six scores each, beside pandas, DuckDB and plain Polars in one run.

    python -m bench.measures_change [--people 1000000]

Prints wall and CPU seconds (best of three) and ratios to ours; all must agree on every person.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date

import duckdb
import numpy as np
import pandas as pd
import polars as pl

from ownwords.measures.method.catalogue import instrument
from ownwords.measures.method.change_frame import Yardstick, change_frame

TARGET = 1.5


def made(people: int) -> pl.DataFrame:
    """Return six scores for each person on different days, rows shuffled, seed fixed."""
    dice = np.random.default_rng(20261122)
    person = np.repeat(np.arange(people), 6)
    day = np.tile(np.arange(6), people) * 30 + dice.integers(0, 29, person.size)
    order = dice.permutation(person.size)
    frame = pl.DataFrame(
        {"person": person, "day": day, "score": dice.integers(0, 28, person.size).astype(float)}
    )
    dated = frame.with_columns(date=pl.lit(date(2020, 1, 1)) + pl.duration(days="day"))
    return dated[order].select("person", "date", "score")


def ours(frame: pl.DataFrame) -> tuple[int, int]:
    """Count improved and deteriorated with our own engine: verdict, recovery, threshold, method, SD, r and source."""
    phq = instrument("phq-9")
    score = phq.score()
    found = change_frame(frame, Yardstick(phq.better(score), score.reliable_change, score.cut_off))
    verdict = found.get_column("verdict")
    return int((verdict == "improved").sum()), int((verdict == "deteriorated").sum())


def polars_floor(frame: pl.DataFrame) -> tuple[int, int]:
    """Count with the plainest Polars query."""
    ends = (
        pl.col("score").get(pl.col("date").arg_max()) - pl.col("score").get(pl.col("date").arg_min())
    ).alias("change")
    change = frame.lazy().group_by("person").agg(ends).collect().get_column("change")
    return int((change <= -6).sum()), int((change >= 6).sum())


def with_pandas(frame: pd.DataFrame) -> tuple[int, int]:
    """Count with pandas: sort, then first and last of each group."""
    groups = frame.sort_values("date", kind="stable").groupby("person", sort=False)["score"]
    change = groups.last() - groups.first()
    return int((change <= -6).sum()), int((change >= 6).sum())


def with_duckdb(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """Count with DuckDB: arg_min and arg_max."""
    query = """WITH ends AS (SELECT arg_max(score, date) - arg_min(score, date) AS change FROM scores GROUP BY person)
               SELECT count(*) FILTER (change <= -6), count(*) FILTER (change >= 6) FROM ends"""
    better, worse = connection.sql(query).fetchall()[0]
    return int(better), int(worse)


def best(job: Callable[[], tuple[int, int]]) -> tuple[float, float, tuple[int, int]]:
    """Return wall seconds, CPU seconds and the answer of the best of three runs."""
    found = []
    for _ in range(3):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = job()
        found.append((time.perf_counter() - wall, time.process_time() - cpu, answer))
    return min(found)


def main() -> None:
    """Measure all and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000)
    print(table(parser.parse_args().people))


def table(people: int) -> str:
    """Return the table of one run."""
    frame = made(people)
    text = frame.with_columns(pl.format("person-{}", "person").alias("person"))
    pandas = (
        frame.to_pandas(use_pyarrow_extension_array=False)
        if _arrow()
        else pd.DataFrame(frame.to_dict(as_series=False))
    )
    connection = duckdb.connect()
    connection.register("given", pandas)
    connection.sql("CREATE TABLE scores AS SELECT * FROM given")
    jobs: dict[str, Callable[[], tuple[int, int]]] = {
        "ours": lambda: ours(frame),
        "ours, ids as text": lambda: ours(text),
        "plain Polars": lambda: polars_floor(frame),
        "pandas": lambda: with_pandas(pandas),
        "DuckDB": lambda: with_duckdb(connection),
    }
    rows = {name: best(job) for name, job in jobs.items()}
    wall, cpu, answer = rows["ours"]
    lines = [
        f"reliable change, {people:,} people x 6 scores, rows shuffled (target {TARGET} s for a million)"
    ]
    for name, row in rows.items():
        agree = "" if row[2] == answer else f"  DISAGREES {row[2]} with {answer}"
        times = f"{row[0]:6.2f} s wall {row[1]:6.2f} s CPU"
        lines.append(f"  {name:<20}{times}   x ours: {row[0] / wall:5.2f} {row[1] / cpu:5.2f}{agree}")
    return "\n".join(lines)


def _arrow() -> bool:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    main()
