"""What the verbs about returns share: a table read whole, or refused in words with status 2."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ownwords.cli.words import Refusal, counted

if TYPE_CHECKING:
    import polars as pl

MOST_TOLD = 20


class Unusable(click.ClickException):
    """A file that nothing can be worked out from: what is wrong with which row and column, exit status 2."""

    exit_code = 2


def read_table(file: Path, columns: Sequence[str]) -> pl.DataFrame:
    """Return the columns of a CSV file as text, with ``line``. Raises Unusable, also for a file without any row."""
    from ownwords.cli.measures.tables import read_frame

    try:
        table = read_frame(file, columns)
    except Refusal as refused:
        raise Unusable(str(refused)) from refused
    if not table.height:
        raise Unusable(f"{file} holds no rows under its header.")
    return table


def refuse(file: Path, table: pl.DataFrame, faults: pl.DataFrame) -> None:
    """Raise Unusable with the first faults when there are any."""
    if not faults.height:
        return
    lines = table.get_column("line")
    told = [f"  line {lines[row]}: {fault}" for row, fault in faults.head(MOST_TOLD).iter_rows()]
    more = faults.height - MOST_TOLD
    tail = [f"  and {counted(more, 'more line')}"] if more > 0 else []
    raise Unusable("\n".join([f"{file}: nothing was worked out, because of:", *told, *tail]))
