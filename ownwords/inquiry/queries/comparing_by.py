"""All passages of a code side by side by an attribute of who speaks, or of the text. Loads numpy when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.queries.matrix_columns import By, Columns, Of, columns_of
from ownwords.inquiry.queries.passages import Quotation, quotations_of

FIRST = 10


@dataclass(frozen=True, slots=True)
class Column:
    """One value of the attribute ("" : not stated), how many passages it has, and the first of them."""

    key: str
    name: str
    of: int
    quotations: Sequence[Quotation]


def columns_side_by_side(
    opened: OpenedStudy, code_id: UUID, by: By, *, begin: int, most: int
) -> tuple[list[Column], int]:
    """Return some columns, and how many there are. Passages are counted as the matrix counts them.

    A passage over the words of two people stands in the columns of both, once in each.
    """
    columns = columns_of(opened.study, by)
    held = _by_column(opened, code_id, by, columns)
    some = range(len(columns.keys))[begin : begin + most]
    words = quotations_of(opened, {one for place in some for one in held[place][:FIRST]})
    made = [
        Column(
            columns.keys[place], columns.names[place], len(held[place]),
            [words[one] for one in held[place][:FIRST] if one in words],
        )
        for place in some
    ]  # fmt: skip
    return made, len(columns.keys)


def _by_column(opened: OpenedStudy, code_id: UUID, by: By, columns: Columns) -> dict[int, list[UUID]]:
    """Return the passages of each column, by its place, in order of text and place."""
    import numpy as np

    from ownwords.inquiry.queries import matrix_words as whose
    from ownwords.inquiry.queries.arrays import corpus

    found = corpus(seen_by_viewer(opened), codes={code_id}, with_ids=True)
    rows, unit = np.arange(len(found.codings)), found.codings.document
    if by.of is Of.PEOPLE:
        said = whose.said_by(opened.study, found.sources, columns.units)
        rows, unit = whose.pieces(found.codings, said)
    order = np.lexsort((found.codings.start[rows], found.codings.document[rows]))
    group = np.append(np.array(columns.column, np.int64), -1)[unit]  # unit -1, nobody, is in no column
    held: dict[int, dict[int, None]] = {place: {} for place in range(len(columns.keys))}
    for row, place in zip(rows[order].tolist(), group[order].tolist(), strict=True):
        if place >= 0:
            held[place][row] = None
    return {place: [found.id_of(row) for row in some] for place, some in held.items()}
