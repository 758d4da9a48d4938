"""Measures of many maps at once, from two tables of text. Loads Polars and numpy.

In: ``alters`` with ego, alter (a blank alter: somebody with nobody on the map); ``ties`` with ego, from, to, or None
where links were not asked about. Both also hold ``line``, the number of the line each row stands on.
Out: one row for each ego, in order of first appearance: ego, size, ties, density, isolates, effective_size,
constraint; null where a measure is not defined or links were not asked. Formulas as in ``network``, on arrays:

* effective size   n - 2m/n
* constraint       sum over j of ((1 + s_j) / n) squared, s_j = sum over the neighbours q of j of 1 / (1 + degree of q)

which is Burt's constraint when all ties weigh the same and the person is tied to everybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

ALTER_COLUMNS = ("ego", "alter")
TIE_COLUMNS = ("ego", "from", "to")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row. ``table``: "alters" or "ties"."""

    table: str
    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Maps:
    """What was worked out. With ``faults`` the frame is empty: nothing is guessed.

    ``repeated``: rows of ties that say again what an earlier one said, the other way round or not; ``own``: ties of
    somebody with themselves. Neither counts.
    """

    frame: pl.DataFrame
    faults: tuple[Fault, ...] = ()
    repeated: int = 0
    own: int = 0


def network_frame(alters: pl.DataFrame, ties: pl.DataFrame | None) -> Maps:
    """Return the measures of every map, or every fault in the rows."""
    people = _text(alters, ALTER_COLUMNS).filter((pl.col("ego") != "") | (pl.col("alter") != ""))
    faults = _alter_faults(people)
    if faults:
        return Maps(pl.DataFrame(), faults)
    egos = people.select("ego").unique(maintain_order=True).with_row_index("map")
    there = people.filter(pl.col("alter") != "").join(egos, on="ego", how="left", maintain_order="left")
    there = there.select("ego", "alter", pl.col("map").cast(pl.Int64)).with_row_index("place")
    sizes = np.bincount(there.get_column("map").to_numpy(), minlength=egos.height)
    if ties is None:
        return Maps(_not_asked(egos, sizes))
    links = _text(ties, TIE_COLUMNS).filter(pl.any_horizontal(pl.col(name) != "" for name in TIE_COLUMNS))
    placed = _placed(links, there)
    faults = _tie_faults(placed, egos)
    if faults:
        return Maps(pl.DataFrame(), faults)
    pairs = _pairs(placed)
    own = int((placed.get_column("one") == placed.get_column("other")).sum())
    found = _measured(egos, there.get_column("map").to_numpy(), sizes, pairs)
    return Maps(found, repeated=placed.height - own - len(pairs), own=own)


def _text(table: pl.DataFrame, columns: tuple[str, ...]) -> pl.DataFrame:
    return table.select("line", *(pl.col(name).fill_null("").str.strip_chars() for name in columns))


def _alter_faults(people: pl.DataFrame) -> tuple[Fault, ...]:
    again = pl.struct("ego", "alter").is_first_distinct().not_()
    with_others = (pl.col("alter") != "").any().over("ego") & (pl.col("alter") == "")
    marked = people.with_columns(again=again, lonely=with_others)
    wrong = marked.filter((pl.col("ego") == "") | pl.col("again") | pl.col("lonely"))
    return tuple(_alter_fault(row) for row in wrong.iter_rows(named=True))


def _alter_fault(row: dict[str, object]) -> Fault:
    line = int(str(row["line"]))
    if row["ego"] == "":
        return Fault("alters", line, "ego", "is blank")
    if row["lonely"]:
        return Fault("alters", line, "alter", f"is blank, but ego '{row['ego']}' has alters")
    return Fault("alters", line, "alter", f"'{row['alter']}' of ego '{row['ego']}' stands twice")


def _placed(links: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Add ``one`` and ``other``: the places of the two alters, null where there is none."""
    for column, place in (("from", "one"), ("to", "other")):
        known = there.select(
            "ego", pl.col("alter").alias(column), pl.col("place").cast(pl.Int64).alias(place)
        )
        links = links.join(known, on=["ego", column], how="left", maintain_order="left")
    return links


def _tie_faults(placed: pl.DataFrame, egos: pl.DataFrame) -> tuple[Fault, ...]:
    wrong = placed.filter(pl.col("one").is_null() | pl.col("other").is_null())
    if not wrong.height:
        return ()
    known = set(egos.get_column("ego"))
    return tuple(_tie_fault(row, known) for row in wrong.iter_rows(named=True))


def _tie_fault(row: dict[str, object], egos: set[str]) -> Fault:
    line, ego = int(str(row["line"])), row["ego"]
    if ego not in egos:
        return Fault("ties", line, "ego", f"'{ego}' is not among the alters' egos" if ego else "is blank")
    column = "from" if row["one"] is None else "to"
    reason = f"'{row[column]}' is no alter of ego '{ego}'" if row[column] else "is blank"
    return Fault("ties", line, column, reason)


def _pairs(placed: pl.DataFrame) -> Whole:
    """Return the different pairs of places that are linked, shape (m, 2), the lower place first."""
    ends = placed.select("one", "other").to_numpy().astype(np.int64, copy=False).reshape(-1, 2)
    ends = np.sort(ends[ends[:, 0] != ends[:, 1]], axis=1)
    width = int(ends.max(initial=0)) + 1
    codes = np.unique(ends[:, 0] * width + ends[:, 1])
    return np.stack((codes // width, codes % width), axis=1)


def _measured(egos: pl.DataFrame, map_of: Whole, sizes: Whole, pairs: Whole) -> pl.DataFrame:
    places, maps = map_of.size, egos.height
    one, other = pairs[:, 0], pairs[:, 1]
    degree = np.bincount(one, minlength=places) + np.bincount(other, minlength=places)
    ties = np.bincount(map_of[one], minlength=maps)
    pull = 1.0 / (1.0 + degree)
    through = np.bincount(one, pull[other], places) + np.bincount(other, pull[one], places)
    with np.errstate(divide="ignore", invalid="ignore"):
        density = 2.0 * ties / (sizes * (sizes - 1.0))
        effective = sizes - 2.0 * ties / sizes
        constraint = np.bincount(map_of, (1.0 + through) ** 2, maps) / sizes.astype(float) ** 2
    isolates = np.bincount(map_of[degree == 0], minlength=maps)
    columns = {"ties": ties, "density": density, "isolates": isolates}
    frame = egos.select("ego").with_columns(
        pl.Series("size", sizes),
        *(pl.Series(name, values) for name, values in columns.items()),
        pl.Series("effective_size", effective),
        pl.Series("constraint", constraint),
    )
    pair, anybody = pl.col("size") >= 2, pl.col("size") >= 1
    return frame.with_columns(
        pl.when(pair).then("density").alias("density"),
        pl.when(anybody).then("effective_size").alias("effective_size"),
        pl.when(anybody).then("constraint").alias("constraint"),
    )


def _not_asked(egos: pl.DataFrame, sizes: Whole) -> pl.DataFrame:
    nothing = {"ties": pl.Int64, "density": pl.Float64, "isolates": pl.Int64}
    nothing |= {"effective_size": pl.Float64, "constraint": pl.Float64}
    empty = (pl.lit(None, dtype=kind).alias(name) for name, kind in nothing.items())
    return egos.select("ego").with_columns(pl.Series("size", sizes), *empty)
