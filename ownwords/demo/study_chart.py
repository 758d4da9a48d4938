"""The study's framework chart: participants by branches of the codebook, each cell a written summary."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from ownwords.demo.reading import Table, WrongData
from ownwords.demo.study_making import Making
from ownwords.inquiry.actions.chart_cells import Place, Written, write_cell
from ownwords.inquiry.actions.charts import Drawn, make_chart
from ownwords.inquiry.models import Chart
from ownwords.inquiry.queries.chart_frame import Case, columns_of


def chart(making: Making) -> None:
    """Put the chart and its rows into the diary."""
    table = making.material.more["chart"]
    making.diary.on(table["ago"], partial(_chart, making, table))
    for row in table["row"]:
        making.diary.on(row["ago"], partial(_row, making, table, row))


def _chart(making: Making, table: Table) -> None:
    codes = [making.ids[f"branch {key}"] for key in table["columns"]]
    drawn = Drawn(table["title"], guidance=table["guidance"])
    making.ids["chart"] = make_chart(opened=making.lead, drawn=drawn, codes=codes).id


def _row(making: Making, table: Table, row: Table) -> None:
    drawn = Chart.objects.get(pk=making.ids["chart"])
    columns = columns_of(making.lead.study, drawn)
    case = Case(making.ids[row["who"]], row["who"])
    for key, column in zip(table["columns"], columns, strict=True):
        if key in row:
            making.diary.next()
            _cell(making, Place(drawn, column, case), key, row[key])


def _cell(making: Making, place: Place, branch: str, said: Sequence[str]) -> None:
    """Write one cell: a summary with what it rests on, or that there is nothing."""
    if not said:
        write_cell(opened=making.lead, place=place, version=0, written=Written(nothing_found=True))
        return
    rests_on = [_beginning(making, branch, words, place.named) for words in said[1:]]
    written = Written(said[0], rests_on=rests_on)
    write_cell(opened=making.lead, place=place, version=0, written=written)


def _beginning(making: Making, branch: str, words: str, where: str) -> UUID:
    """Return what the lead coded below a branch and begins with these words. The action checks that the cell has it."""
    below = {code["key"] for of, code in making.material.codes() if of["key"] == branch}
    for place, one in enumerate(making.material.laid):
        if one.coder == "lead" and one.code in below and one.words.startswith(words):
            return making.codings[place]
    raise WrongData(f"{where}: no passage begins with “{words}”")
