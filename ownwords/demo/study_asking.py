"""One round of checking back: what is put to whom, in two groups, opened, and what was made of it."""

from __future__ import annotations

from functools import partial

from ownwords.demo.reading import Table
from ownwords.demo.study_making import Making, PutDay
from ownwords.demo.study_replies import bring_in, linked, said_back
from ownwords.inquiry.actions.asking import add_group, ask_people
from ownwords.inquiry.actions.round_findings import put_findings, say_finding
from ownwords.inquiry.actions.rounds import Told, add_round, open_round, say_what_changed
from ownwords.inquiry.models import CheckingFinding, CheckingRound


def checking_back(making: Making) -> None:
    """Put the round, whom it asks, their replies and what changed into the diary."""
    table, diary = making.material.more["checking"], making.diary
    diary.on(table["made"], partial(_round, making, table))
    diary.on(table["opened"], partial(_open, making, table))
    for group in table["group"]:
        for asked in group["asked"]:
            called = asked["who"] or f"{group['name']} 1"
            if asked["by"] == "link":
                diary.on(asked["linked"], partial(linked, making, called, asked["linked"]))
            if "ago" in asked:
                diary.on(asked["ago"], partial(said_back, making, called, asked))
    diary.on(table["brought"], partial(bring_in, making, table))
    diary.on(table["changed"], partial(_changed, making, table))


def _round(making: Making, table: Table) -> None:
    opened = making.lead
    row = add_round(opened=opened, told=Told(table["title"], table["summary"]))
    making.ids["round"] = row.id
    findings = [making.ids[f"finding {one['finding']}"] for one in table["put"]]
    put_findings(opened=opened, round_id=row.id, finding_ids=findings)
    for one in table["put"]:
        _put(making, one)
    for group in table["group"]:
        _group(making, group)


def _put(making: Making, table: Table) -> None:
    """Put a finding in plain words, with what illustrates it."""
    finding_id, round_id = making.ids[f"finding {table['finding']}"], making.ids["round"]
    put = CheckingFinding.objects.get(round_id=round_id, finding_id=finding_id)
    quotes = [making.passage(one) for one in table["quotes"]]
    say_finding(
        opened=making.lead, round_id=round_id, put_id=put.id, version=put.version, words=table["words"], quotes=quotes
    )  # fmt: skip
    making.ids[f"put {table['finding']}"] = put.id


def _group(making: Making, table: Table) -> None:
    round_id = making.ids["round"]
    group = add_group(opened=making.lead, round_id=round_id, name=table["name"])
    people = [making.ids[one["who"]] for one in table["asked"] if one["who"]]
    asked = ask_people(
        opened=making.lead, round_id=round_id, asked_group_id=group.id, participant_ids=people,
        others=table["others"],
    )  # fmt: skip
    for one in asked:
        making.ids[f"asked {one.called}"] = one.id


def _open(making: Making, table: Table) -> None:
    row = _row(making)
    open_round(opened=making.lead, round_id=row.id, version=row.version)
    making.days.append(PutDay(CheckingRound, row.id, "opened_on", making.diary.clock.day(table["opened"])))


def _changed(making: Making, table: Table) -> None:
    row = _row(making)
    say_what_changed(opened=making.lead, round_id=row.id, version=row.version, words=table["what_changed"])


def _row(making: Making) -> CheckingRound:
    return CheckingRound.objects.get(pk=making.ids["round"])
