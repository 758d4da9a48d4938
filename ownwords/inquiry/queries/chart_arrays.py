"""Which passages stand in which cell of a chart, for all of it at once. Loads numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ownwords.inquiry.method.charting.whole import Passages
from ownwords.inquiry.method.queries.codings import Codings, Ints
from ownwords.inquiry.models import Rows
from ownwords.inquiry.queries import packed
from ownwords.inquiry.queries.arrays import sources_in_order
from ownwords.inquiry.queries.arrays_seen import Analysed
from ownwords.inquiry.queries.chart_frame import Case, Column
from ownwords.inquiry.queries.matrix_words import pieces, said_by
from ownwords.inquiry.queries.patience import patient


@dataclass(frozen=True, slots=True, eq=False)
class InCells:
    """Passages by cell; a cell's number is column times cases plus case. ``ids``: the key of each passage's coding."""

    passages: Passages
    ids: packed.Keys


def in_cells(analysed: Analysed, rows: str, columns: Sequence[Column], cases: Sequence[Case]) -> InCells:
    """Return every passage in every cell (three queries; two where the rows are texts).

    A participant's passages are those that hold words of turns they speak, as the matrix by an attribute counts them.
    """
    codes = tuple({code for column in columns for code in column.codes})
    asked = analysed.codings.filter(code_id__in=codes)
    if rows == Rows.SOURCES:
        asked = asked.filter(source_id__in=[one.id for one in cases])
    with patient():
        sent = packed.columns(
            asked, whole=("start", "end"), ids=("id", "code_id", "source_id"), moments=("changed_at",)
        )
    code = packed.numbered(sent["code_id"], codes)
    coding, case = _of_cases(analysed, rows, sent, code, [one.id for one in cases])
    belongs = np.array([[code in column.codes for column in columns] for code in codes], np.bool_)
    piece, column = np.nonzero(belongs.reshape(len(codes), len(columns))[code[coding]])
    cell = column * len(cases) + case[piece]
    return InCells(Passages(cell, coding[piece], sent["changed_at"][coding[piece]]), sent["id"])


def _of_cases(analysed: Analysed, rows: str, sent: dict, code: Ints, ids: list) -> tuple[Ints, Ints]:  # type: ignore[type-arg]
    """Return (place of a coding, number of a case) once for every case that the coding is of."""
    if rows == Rows.SOURCES:
        coding, case = np.arange(len(code)), packed.numbered(sent["source_id"], ids)
    else:
        sources = sources_in_order(analysed.study)
        document = packed.numbered(sent["source_id"], sources)
        codings = Codings(code, document, sent["start"], sent["end"], np.zeros(len(code), np.int64))
        coding, case = pieces(codings, said_by(analysed.study, sources, ids))
    known = case >= 0
    return coding[known], case[known]
