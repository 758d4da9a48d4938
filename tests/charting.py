"""A study with a chart in it: people who speak, codes as columns, passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.chart_cells import Place, Written, write_cell
from ownwords.inquiry.models import Chart, ChartCell, ChartColumn, Code, Participant, Source, Speaker
from ownwords.inquiry.queries.chart_frame import cases_of, columns_of
from tests import studying as make


@dataclass
class Charted:
    """What a test of charts works with: Maple says lines 2 and 4 of the text, Alder line 3."""

    opened: OpenedStudy
    chart: Chart
    helps: Code
    walks: Code
    hinders: Code
    maple: Participant
    alder: Participant
    text: Source

    def place(self, code: Code | None = None, who: Any = None) -> Place:
        """Return a cell of the chart."""
        columns = {one.code_id: one for one in columns_of(self.opened.study, self.chart)}
        cases = {one.id: one for one in cases_of(self.opened.study, self.chart)}
        return Place(self.chart, columns[(code or self.helps).id], cases[(who or self.maple).id])

    def write(self, summary: str = "Walks help.", **written: Any) -> ChartCell:
        """Write Maple's cell of what helps, resting on all that is there unless told otherwise."""
        place, version = written.pop("place", None) or self.place(), written.pop("version", 0)
        return write_cell(
            opened=self.opened, place=place, version=version, written=Written(summary, **written)
        )


LINES = (
    "Asker: What helps you?",
    "P1: Walking with the dog helps.",
    "P2: Nothing much helps me.",
    "P1: Being heard helps more.",
)
TEXT = "\n".join(LINES)


def said(line: int) -> tuple[int, int]:
    """Return where a line of the text stands, from 1, without its speaker."""
    start = sum(len(one) + 1 for one in LINES[: line - 1])
    return start + len(LINES[line - 1].partition(": ")[0]) + 2, start + len(LINES[line - 1])


def charted(opened: OpenedStudy) -> Charted:
    """Make a chart of two people and two columns; “Walks” hangs below “What helps”."""
    study = opened.study
    by = {"study": study, "made_by": study.made_by}
    text = make.source(study, TEXT)
    maple, alder = make.participant(study, "Maple"), make.participant(study, "Alder")
    for label, who in (("P1", maple), ("P2", alder)):
        Speaker.objects.filter(source=text, label=label).update(participant=who)
    helps = make.code(study, "What helps")
    walks = make.code(study, "Walks", parent=helps)
    hinders = make.code(study, "What hinders", position=1)
    chart = Chart.objects.create(**by, title="What helps whom")
    for position, code in enumerate((helps, hinders)):
        ChartColumn.objects.create(**by, chart=chart, code=code, position=position)
    return Charted(opened, chart, helps, walks, hinders, maple, alder, text)
