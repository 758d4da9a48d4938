"""What goals, strengths, preferences and conversations hold beside their words, and the steps in them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ownwords.demo.clock import made_id
from ownwords.demo.lives import Life
from ownwords.demo.reading import Table, WrongData
from ownwords.demo.service import Service
from ownwords.demo.traces import Traces
from ownwords.ledger.verbs import Verb
from ownwords.people.models import Account
from ownwords.record.models import Conversation, Entry, Goal, Preference, Step, Strength


def add_detail(
    service: Service, life: Life, traces: Traces, entry: Entry, table: Table, moment: datetime
) -> None:
    """Put the row beside an entry, and its steps, into the book."""
    makers = {"goal": _goal, "strength": _strength, "preference": _preference, "conversation": _conversation}
    if entry.kind in makers:
        row = makers[entry.kind](service, entry, table)
        service.book.add(row, moment)
        if "outcome" in table:
            _outcome(service, life, traces, entry, row, table["outcome"])
    for place, step in enumerate(table.get("steps", [])):
        _step(service, life, traces, entry, step, place)


def _goal(service: Service, entry: Entry, table: Table) -> Goal:
    plain = ("origin_name", "whose_names", "direction", "why", "importance", "confidence", "a_bit", "hoped")
    fields: dict[str, Any] = {name: table[name] for name in plain if name in table}
    return Goal(
        entry=entry,
        origin=table.get("origin", "person"),
        kind_by_person=table.get("kind_person", ""),
        kind_by_worker=table.get("kind_worker", ""),
        whose=table.get("whose", "mine"),
        more_than_hoped=table.get("more", ""),
        obstacles=[{"obstacle": what, "then": then} for what, then in table.get("obstacles", [])],
        needs=[{"kind": kind, "words": words} for kind, words in table.get("needs", [])],
        review_on=service.clock.ahead(table["review"]) if "review" in table else None,
        **fields,
    )


def _outcome(service: Service, life: Life, traces: Traces, entry: Entry, row: object, table: Table) -> None:
    if not isinstance(row, Goal):
        raise WrongData(f"only a goal has an outcome: {entry.words[:40]}")
    moment = service.clock.moment(table["ago"], entry.id, "outcome")
    by = life.hand
    words = table.get("words", "")
    fields = {"outcome": table["what"], "outcome_words": words, "outcome_at": moment, "outcome_by_id": by.id}
    service.book.change(row, moment, **fields)
    traces.act(life, by, Verb.GOAL_ENDED, moment, kind="goal", thing=entry.id)


def _strength(service: Service, entry: Entry, table: Table) -> Strength:
    return Strength(
        entry=entry,
        domain=table["domain"],
        domain_words=table.get("domain_words", ""),
        time=table.get("time", "now"),
        category=table.get("category", ""),
        example=table.get("example", ""),
    )


def _preference(service: Service, entry: Entry, table: Table) -> Preference:
    return Preference(
        entry=entry,
        subject=table.get("subject", ""),
        not_wanted=table.get("not_wanted", ""),
        why=table.get("why", ""),
        force=table.get("force", ""),
    )


def _conversation(service: Service, entry: Entry, table: Table) -> Conversation:
    answers = [
        {"step": step, "voice": voice, "words": words} for step, voice, words in table.get("answers", [])
    ]
    return Conversation(
        entry=entry,
        template=table.get("template", "neutral-five-steps"),
        template_edition="1",
        held_on=service.clock.day(table["ago"]),
        place=table.get("place", ""),
        answers=answers,
        still_disagree=table.get("disagree", False),
        look_again_on=service.clock.ahead(table["look_again"]) if "look_again" in table else None,
    )


def _step(service: Service, life: Life, traces: Traces, entry: Entry, table: Table, place: int) -> None:
    writer = entry.written_by
    moment = (
        service.clock.moment(table["ago"], entry.id, "step", place) if "ago" in table else entry.created_at
    )
    step = Step(
        id=made_id(moment, "step", entry.id, place, table["words"]),
        entry=entry,
        person=life.person,
        words=table["words"],
        due_on=service.clock.ahead(table["due"]) if "due" in table else None,
        for_need=table.get("need", ""),
        position=place,
        created_at=moment,
        written_by_id=writer.id,
        changed_at=moment,
        changed_by_id=writer.id,
        **_owner(service, life, table),
    )
    service.book.add(step, moment)
    traces.act(life, writer, Verb.STEP_ADDED, moment, kind="step", thing=step.id)
    if "status" in table:
        _close(service, life, traces, step, table)


def _owner(service: Service, life: Life, table: Table) -> dict[str, Any]:
    who = table.get("who", "me")
    if who == "me":
        return {"owner": "person"}
    if who == "other":
        return {"owner": "other", "owner_name": table["name"]}
    account: Account = life.worker if who == "w" else service.account(who)
    return {"owner": "worker", "owner_account": account, "owner_name": account.name}


def _close(service: Service, life: Life, traces: Traces, step: Step, table: Table) -> None:
    by = life.hand if step.owner == "person" else life.worker
    moment = service.clock.moment(table["closed"], step.id, "closed")
    service.book.change(
        step, moment, status=table["status"], what_happened=table.get("happened", ""), closed_at=moment,
        closed_by_id=by.id, version=2, changed_at=moment, changed_by_id=by.id,
    )  # fmt: skip
    traces.act(life, by, Verb.STEP_REVIEWED, moment, kind="step", thing=step.id)
