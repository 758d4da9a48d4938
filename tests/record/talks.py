"""What the tests of goals, conversations and visits share: people, steps, and pages as somebody sees them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from ownwords.people.access import Opened, open_person
from ownwords.people.models import Account, Person
from ownwords.record.models import Conversation, Entry, Goal, Step, Strength
from tests import factories as make
from tests.signed_in import client_for


def opened_by(who: Account, person: Person, role: str | None = None) -> Opened:
    """Open the person's record as this account."""
    return open_person(make.viewing(who, role), person.id, part="record")


def page_of(who: Account, role: str = "worker") -> Client:
    """Return a client signed in as this account in this role."""
    return client_for((who, role))


def to(name: str, person: Person, *ids: UUID) -> str:
    """Return the address of a page of a record."""
    return reverse(f"record:{name}", args=[person.id, *ids])


def goal(of: Person, words: str = "I want to keep pigeons again.", **columns: Any) -> Entry:
    """Make a goal of the person's own."""
    entry_columns = {
        name: columns.pop(name)
        for name in ("visibility", "written_by", "tags", "rewording", "rewording_by")
        if name in columns
    }
    entry = make.entry(of, words, "goal", **entry_columns)
    Goal.objects.create(entry=entry, **{"origin": "person", **columns})
    return entry


def strength(of: Person, words: str = "I fix bicycles.", **columns: Any) -> Entry:
    """Make a strength that the person has kept."""
    entry = make.entry(of, words, "strength", **columns)
    Strength.objects.create(entry=entry, domain="own")
    return entry


def talk(
    of: Person, words: str = "We talked about the loft.", *, held_on: date | None = None, **columns: Any
) -> Entry:
    """Make a conversation."""
    entry = make.entry(of, words, "conversation", **columns)
    Conversation.objects.create(
        entry=entry, template="neutral-five-steps", **({"held_on": held_on} if held_on else {})
    )
    return entry


def step(on: Entry, words: str = "Ring the club", owner: Account | None = None, **columns: Any) -> Step:
    """Make a step of the person's own, or a promise of this account."""
    mine = (
        {"owner": "worker", "owner_account": owner, "owner_name": owner.name}
        if owner
        else {"owner": "person"}
    )
    writer = on.written_by_id
    return Step.objects.create(
        entry=on,
        person=on.person,
        words=words,
        written_by_id=writer,
        changed_by_id=writer,
        **{**mine, **columns},
    )


def full(of: Person, worker: Account, each: int = 1) -> dict[str, Any]:
    """Fill a record with a few things of each kind."""
    made: dict[str, Any] = {}
    for number in range(each):
        for kind in ("matters", "people", "identity", "meaning", "crisis", "helped", "boundary", "note"):
            make.entry(of, f"{kind} number {number}", kind)
        made["strength"] = strength(of, f"I fix bicycles, number {number}.")
        made["goal"] = goal(of, f"I want pigeons, number {number}.")
        made["step"] = step(made["goal"], f"Ring the club {number}")
        made["talk"] = talk(of, f"We talked, number {number}.")
        made["promise"] = step(made["talk"], f"Find the form {number}", worker)
    return made
