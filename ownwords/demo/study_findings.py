"""The study's findings: on which themes they rest, to which elements of practice they speak, how they changed."""

from __future__ import annotations

from functools import partial

from ownwords.demo.reading import Table
from ownwords.demo.study_making import Making
from ownwords.inquiry.actions.findings import Found, add_finding, change_finding
from ownwords.inquiry.actions.findings_practice import speak_to
from ownwords.inquiry.models import Finding
from ownwords.people.method.practice import element_id


def findings(making: Making) -> None:
    """Put findings, and what was said of them later, into the diary."""
    for table in making.material.more["themes"]["finding"]:
        making.diary.on(table["ago"], partial(_finding, making, table))
        for then in table.get("then", []):
            making.diary.on(then["ago"], partial(_then, making, table, then))


def _found(making: Making, table: Table) -> Found:
    rests_on = [making.ids[f"theme {key}"] for key in table["themes"]]
    return Found(table["statement"], table["meaning"], rests_on)


def _finding(making: Making, table: Table) -> None:
    finding = add_finding(opened=making.lead, found=_found(making, table))
    making.ids[f"finding {table['key']}"] = finding.id
    elements = [element_id(key) for key in table["elements"]]
    speak_to(opened=making.lead, finding_id=finding.id, version=finding.version, elements=elements)


def _then(making: Making, table: Table, then: Table) -> None:
    finding = Finding.objects.get(pk=making.ids[f"finding {table['key']}"])
    found = _found(making, {**table, **then})
    change_finding(opened=making.lead, finding_id=finding.id, version=finding.version, found=found)
