"""Reads the item columns of a frame: numbers, ways of not answering, and faults. Part of ``scoring_frame``."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from ownwords.measures.method.definitions import Instrument, Item

#: How an answer that is no number is written, in small letters.
NOT_APPLICABLE = ("na", "n/a", "not applicable")
RATHER_NOT = ("declined", "rather not", "rather not say")
NOT_CHOSEN = "not chosen"


@dataclass(frozen=True, slots=True)
class Items:
    """The answers of a frame: a whole number or null for each item, and ``itemN-not-chosen`` where that can be."""

    numbers: pl.DataFrame
    chosen: tuple[str, ...]  # columns that have a ``-not-chosen`` beside them
    faults: tuple[tuple[str, pl.Series], ...]  # (word, rows)


def read_items(instrument: Instrument, frame: pl.DataFrame) -> Items:
    """Return the answers of every item column there is; a column that is not there is blank throughout."""
    numbers: list[pl.Series] = []
    chosen: list[str] = []
    faults: list[tuple[str, pl.Series]] = []
    for item in instrument.items:
        name = f"item{item.key}"
        column = frame.get_column(name) if name in frame.columns else pl.Series(name, [None] * frame.height)
        number, other = _numbers(column)
        legal = _legal(item, number)
        if not legal.all():
            faults.append((f"{name}-out-of-range", ~legal.fill_null(value=True)))
            number = number.set(~legal.fill_null(value=True), None)
        if other is not None:
            faults += _words(item, name, other)
            if item.may_not_be_chosen:
                numbers.append((other == NOT_CHOSEN).fill_null(value=False).alias(f"{name}-not-chosen"))
                chosen.append(name)
        numbers.append(number.alias(name))
    return Items(pl.DataFrame(numbers), tuple(chosen), tuple(faults))


def _numbers(column: pl.Series) -> tuple[pl.Series, pl.Series | None]:
    """Return the whole numbers of a column, and what else stands in it, in small letters; None when nothing does."""
    if column.dtype.is_float():
        column = column.fill_nan(None)  # other programs write a blank among fractions as NaN
        number = column.set((column != column.floor()).fill_null(value=False), None).cast(
            pl.Int64, strict=False
        )
        told = column.cast(pl.String)
    elif column.dtype.is_integer() or column.dtype == pl.Null:
        number, told = column.cast(pl.Int64, strict=False), column
    else:
        column = column.cast(pl.String)
        number, told = column.cast(pl.Int64, strict=False), column
        if number.null_count() > column.null_count():
            told = column.str.strip_chars().str.to_lowercase().str.replace(r"^(\d+)\.0+$", "$1")
            number = told.cast(pl.Int64, strict=False)
            told = told.set((told == "").fill_null(value=False), None)
    if number.null_count() == told.null_count():
        return number, None
    left = told.cast(pl.String).set(number.is_not_null(), None)
    return number, left if left.null_count() < len(left) else None


def _legal(item: Item, number: pl.Series) -> pl.Series:
    if item.values:
        return number.is_in(list(item.values))
    return number.is_between(item.low, item.high)


def _words(item: Item, name: str, other: pl.Series) -> list[tuple[str, pl.Series]]:
    """Return the faults among the words of a column: none of ours, or not for this item."""
    ours = [*NOT_APPLICABLE, *RATHER_NOT, NOT_CHOSEN]
    found = [(f"{name}-not-a-number", ~other.is_in(ours).fill_null(value=True))]
    if not item.may_not_be_chosen:
        found.append((f"{name}-not-chosen", (other == NOT_CHOSEN).fill_null(value=False)))
    return [(word, mask) for word, mask in found if mask.any()]
