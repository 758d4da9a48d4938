"""The answer of ``ownwords inquiry query STUDY chart TITLE``: every cell of a framework matrix. Needs Django."""

from __future__ import annotations

from typing import Any

from ownwords.cli.words import Refusal
from ownwords.inquiry.method.charting.rows import Reference
from ownwords.inquiry.models import Study
from ownwords.inquiry.queries.chart_cells import Cell
from ownwords.inquiry.queries.chart_lists import charts_called
from ownwords.inquiry.queries.chart_sight import charting_whole
from ownwords.inquiry.queries.chart_whole import whole_chart


def chart(study: Study, options: dict[str, Any]) -> dict[str, Any]:
    """Return every cell: its state, summary, what it rests on, and why it is older than its passages.

    Raises Refusal: no such chart, or several of that title.
    """
    named = options["title"]
    found = charts_called(study, named)
    if not named:
        raise Refusal("Which chart? Give its title or id after the word chart.")
    if len(found) != 1:
        said = (
            "Several charts are called “{}”: give the id."
            if found
            else "There is no chart “{}” in this study."
        )
        raise Refusal(said.format(named))
    whole = whole_chart(charting_whole(study), found[0])
    rows = [
        {
            "case": case.name, "code": column.name, **_cell(whole.at(column, case), whole.of(whole.at(column, case))),
            "case_id": str(case.id), "code_id": str(column.code_id),
        }
        for case in whole.cases
        for column in whole.columns
    ]  # fmt: skip
    return {
        "query": "chart", "study": str(study.id), "chart": found[0].title, "of": found[0].rows, "rows": rows,
    }  # fmt: skip


def _cell(cell: Cell, references: list[Reference]) -> dict[str, Any]:
    state = "open" if not cell.charted else "nothing_found" if cell.nothing_found else "summary"
    return {
        "state": state,
        "passages": cell.passages,
        "summary": cell.summary,
        "references": [_reference(one) for one in references],
        "stale": sorted(str(one) for one in cell.stale),
    }


def _reference(one: Reference) -> dict[str, Any]:
    return {
        "number": one.number, "who": one.who, "text": one.text, "turn": one.turn, "page": one.page,
        "words": one.words, "may_be_quoted": one.may_be_quoted,
    }  # fmt: skip
