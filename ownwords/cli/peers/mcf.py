"""``ownwords peers mcf FILE.csv``: the mean cumulative number of events, with a variance that is right for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ownwords.cli.peers.common import read_table, refuse
from ownwords.cli.words import counted, note, say

if TYPE_CHECKING:
    import polars as pl


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print an array for a program.")
def command(file: Path, as_json: bool) -> None:
    """Say how many events people have had on average by each time.

    FILE has the columns person, time and kind: event, or censor for the end of somebody's observation, one for each
    person. Times are numbers of any one unit, 0 or more. Two events of a person at one time count twice, and are
    mentioned. Printed are time, mean number so far, and its variance (Lawless and Nadeau 1995), at each time with an
    event.

    If anything in FILE is wrong, nothing is worked out, and the status is 2.
    """
    from ownwords.peers.method import frames
    from ownwords.peers.method.rows import EVENT_COLUMNS, read_events

    table = read_table(file, EVENT_COLUMNS)
    rows = read_events(table)
    refuse(file, table, rows.faults)
    if rows.repeated:
        note(
            f"{counted(rows.repeated, 'event')} at the same time as another of the same person; each counts."
        )
    curve = frames.mean_cumulative(rows.events, rows.observed)
    if as_json:
        say(json.dumps([_point(row) for row in curve.iter_rows(named=True)]))
        return
    for line in _told(curve, rows.observed.height):
        say(line)


def _point(row: dict[str, float]) -> dict[str, float]:
    time = row["time"]
    whole = int(time) if float(time).is_integer() else time
    return {"time": whole, "estimate": row["estimate"], "variance": row["variance"]}


def _told(curve: pl.DataFrame, people: int) -> Iterator[str]:
    from ownwords.peers.method.cumulative import bounds

    yield f"{people:,} people. Mean number of events by:"
    yield f"{'time':<12}{'at risk':>10}{'events':>10}{'mean':>10}{'variance':>12}{'95% interval':>18}"
    for row in curve.iter_rows(named=True):
        low, high = bounds(row["estimate"], row["variance"])
        ends = f"{low:.3f} to {high:.3f}"
        numbers = f"{row['at_risk']:>10,}{row['events']:>10,}{row['estimate']:>10.3f}{row['variance']:>12.5f}"
        yield f"{row['time']:<12g}{numbers}{ends:>18}"
    if not curve.height:
        yield "  There was no event."
