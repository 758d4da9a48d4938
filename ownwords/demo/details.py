"""What goals, strengths, preferences and conversations hold beside their words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ownwords.demo.lives import Life
from ownwords.demo.reading import Table, WrongData
from ownwords.demo.service import Service
from ownwords.demo.steps import add_step
from ownwords.demo.traces import Traces
from ownwords.ledger.verbs import Verb
from ownwords.record.models import Conversation, Entry, Goal, Preference, Strength


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
        add_step(service, life, traces, entry, step, place)


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
