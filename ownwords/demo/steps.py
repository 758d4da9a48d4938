"""The steps in goals and conversations of the demonstration, and what became of them."""

from __future__ import annotations

from typing import Any

from ownwords.demo.clock import made_id
from ownwords.demo.lives import Life
from ownwords.demo.reading import Table
from ownwords.demo.service import Service
from ownwords.demo.traces import Traces
from ownwords.ledger.verbs import Verb
from ownwords.people.models import Account
from ownwords.record.models import Entry, Step


def add_step(service: Service, life: Life, traces: Traces, entry: Entry, table: Table, place: int) -> None:
    """Put one step of an entry, and what became of it, into the book."""
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
