"""The study's papers, its frame, and who takes part with what they agreed to, through the room's own actions."""

from __future__ import annotations

from functools import partial
from typing import Any

from ownwords.demo.reading import Table
from ownwords.demo.study_making import Making
from ownwords.inquiry.actions.attributes import Named, add_attribute
from ownwords.inquiry.actions.consents import keep_consents
from ownwords.inquiry.actions.papers import Written, keep_paper
from ownwords.inquiry.actions.participants import Described, add_participant
from ownwords.inquiry.actions.sampling import Looked, add_group
from ownwords.inquiry.actions.studies import Plan, change_study
from ownwords.inquiry.models import AgreedTo

FRAMED = 144


def plan(making: Making) -> None:
    """Put papers, frame, attributes and participants into the diary."""
    study = making.material.study
    making.diary.on(study["plan"]["blind_from"], partial(_blind, making))
    numbers: dict[str, int] = {}
    for table in study["paper"]:
        making.diary.on(table["ago"], partial(_paper, making, table, numbers.get(table["kind"], 0)))
        numbers[table["kind"]] = numbers.get(table["kind"], 0) + 1
    for table in study["frame"]:
        making.diary.on(FRAMED, partial(_group, making, table))
    for table in study["attribute"]:
        making.diary.on(FRAMED, partial(_attribute, making, table))
    for table in study["participant"]:
        making.diary.on(table["ago"], partial(_participant, making, table))


def _blind(making: Making) -> None:
    """Let coding be blind from now on: the code in somebody's own words was made before that."""
    study = making.lead.study
    said = {name: getattr(study, name) for name in Plan.__slots__}
    changed = change_study(opened=making.lead, version=study.version, plan=Plan(**said | {"blind": True}))
    for opened in (making.lead, making.second):
        if opened is not None:
            opened.study.blind, opened.study.version = changed.blind, changed.version


def _paper(making: Making, table: Table, after: int) -> None:
    written = Written(
        table["kind"], table["words"], why=table.get("why", ""), piloted=table.get("piloted"),
        dated=making.diary.clock.day(table["ago"]),
    )  # fmt: skip
    paper = keep_paper(opened=making.lead, written=written, after=after)
    making.ids[f"{table['kind']} {paper.number}"] = paper.id


def _group(making: Making, table: Table) -> None:
    looked = Looked(table["words"], table.get("wanted"), table.get("reason", ""))
    making.ids[table["key"]] = add_group(opened=making.lead, looked=looked).id


def _attribute(making: Making, table: Table) -> None:
    named = Named(table["name"], table["kind"])
    making.ids[f"attribute {table['key']}"] = add_attribute(opened=making.lead, named=named).id


def _participant(making: Making, table: Table) -> None:
    known = [one["key"] for one in making.material.study["attribute"]]
    values = {making.ids[f"attribute {key}"]: table[key] for key in known if key in table}
    described = Described(table["pseudonym"], making.ids[table["group"]], values)
    who = add_participant(opened=making.lead, described=described)
    making.ids[table["pseudonym"]] = who.id
    keep_consents(
        opened=making.lead, participant_id=who.id, answers=_answers(table), how="In writing, before the talk",
        said_on=making.diary.clock.day(table["ago"]),
    )  # fmt: skip


def _answers(table: Table) -> dict[str, Any]:
    asked = [to for to in AgreedTo.values if to not in table.get("not_asked", [])]
    return {to: to not in table.get("not", []) for to in asked}
