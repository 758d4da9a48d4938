"""What the study's team says to items of checklists that no record can know."""

from __future__ import annotations

from functools import partial

from ownwords.demo.reading import Table
from ownwords.demo.study_making import Making
from ownwords.inquiry.actions.report_items import SaidTo, say_to_item
from ownwords.inquiry.method.reporting.checklists import checklist


def report(making: Making) -> None:
    """Put what is said to items into the diary."""
    for table in making.material.more["report"]["item"]:
        making.diary.on(table["ago"], partial(_item, making, table))


def _item(making: Making, table: Table) -> None:
    said = SaidTo(table["words"], table.get("place", ""))
    of = checklist(table["checklist"])
    say_to_item(opened=making.lead, of=of, number=table["number"], version=0, said=said)
