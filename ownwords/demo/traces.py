"""What the ledger keeps of the story: who looked, who did what, what rests on what."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from ownwords.demo.clock import made_id
from ownwords.demo.lives import Life
from ownwords.demo.reading import Table, WrongData
from ownwords.demo.service import Service
from ownwords.ledger.actions import digest
from ownwords.ledger.models import Act, Link, Look
from ownwords.ledger.verbs import Verb
from ownwords.people.models import Account
from ownwords.record.models import Entry

#: Keys of the data files, and the relation that the record's own pages use for them.
RELATIONS = {"uses": "uses", "why_links": "why", "follows": "follows"}
PARTS = {
    "strength": "strengths", "goal": "goals", "conversation": "visit", "meaning": "meaning", "story": "story",
}  # fmt: skip


class Traces:
    """Writes looks, acts and links into the book beside what they tell of."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._entries: dict[UUID, list[Entry]] = defaultdict(list)
        self._versions: dict[UUID, int] = {}
        self._count = 0

    def of_person(self, person_id: UUID) -> list[Entry]:
        """Return the entries of a person in the order of the data file."""
        return self._entries[person_id]

    def next_version(self, entry: Entry) -> int:
        """Return the number of the next version of an entry."""
        self._versions[entry.id] = self._versions.get(entry.id, 1) + 1
        return self._versions[entry.id]

    def added(self, life: Life, entry: Entry, writer: Account, moment: datetime) -> None:
        """An entry was made; staff who wrote it had opened the record just before."""
        self._entries[life.person.id].append(entry)
        if writer != life.account:
            self.look(life, writer, moment - timedelta(minutes=4), "record")
            self.look(life, writer, moment - timedelta(minutes=2), PARTS.get(entry.kind, "values"))
        verb = Verb.VISIT_HELD if entry.kind == "conversation" else Verb.ENTRY_ADDED
        self.act(life, writer, verb, moment, kind=entry.kind, thing=entry.id)

    def act(
        self, life: Life, by: Account, verb: Verb, moment: datetime, *, kind: str, thing: UUID, reason: str = "",
        fields: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        """Somebody changed something."""
        self._count += 1
        own = by == life.account
        row = Act(
            id=made_id(moment, "act", self._count, thing),
            at=moment,
            actor_id=by.id,
            role="person" if own else self.service.roles.get(self._key(by), "supporter"),
            on_behalf_of_id=None if own else life.person.id,
            verb=verb.value,
            about_id=life.person.id,
            thing_kind=kind,
            thing_id=thing,
            reason=reason,
            after_digest=digest({"thing": str(thing), "verb": verb.value}),
            fields_changed=sorted(name for name in fields or {} if not name.startswith("removed_by")),
        )
        self.service.book.add(row, moment)

    def look(self, life: Life, by: Account, moment: datetime, part: str) -> None:
        """Somebody read a part of the record."""
        self._count += 1
        role = self.service.roles.get(self._key(by), "supporter")
        day = moment.astimezone(self.service.clock.zone).date()
        row = Look(
            id=made_id(moment, "look", self._count, life.person.id), at=moment, day=day, actor_id=by.id, role=role,
            about_id=life.person.id, part=part,
        )  # fmt: skip
        self.service.book.add(row, moment)

    def looks_of(self, life: Life) -> None:
        """The looks that a person's table names: somebody read, and wrote nothing."""
        for table in life.table.get("looks", []):
            by = self.service.account(table["who"])
            moment = self.service.clock.moment(table["ago"], life.person.id, table["who"], table["part"])
            self.look(life, by, moment, table["part"])

    def link(self, entry: Entry, table: Table, known: dict[str, Entry]) -> None:
        """Say which strengths a goal uses, and which things that matter it serves."""
        for name, relation in RELATIONS.items():
            for key in table.get(name, []):
                if key not in known:
                    raise WrongData(f"{entry.words[:40]}: nothing is called {key}")
                self._link(entry, relation, known[key])

    def _link(self, entry: Entry, relation: str, target: Entry) -> None:
        row = Link(
            id=made_id(entry.created_at, "link", entry.id, relation, target.id),
            about_id=entry.person.id,
            from_kind=entry.kind,
            from_id=entry.id,
            relation=relation,
            to_kind=target.kind,
            to_id=target.id,
            made_at=entry.created_at,
            made_by_id=entry.written_by.id,
        )
        self.service.book.add(row, entry.created_at)

    def _key(self, account: Account) -> str:
        return next((key for key, found in self.service.accounts.items() if found is account), "")
