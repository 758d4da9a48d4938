"""People of the demonstration: who they are, which teams support them, who stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from ownwords.demo.clock import made_id
from ownwords.demo.reading import Table
from ownwords.demo.service import Service, add_account, add_span
from ownwords.people.method.names import sort_key
from ownwords.people.method.nhs_number import check_digit
from ownwords.people.models import Account, Person, Placement, Relationship


@dataclass(frozen=True, slots=True)
class Life:
    """A person with those who write in their record."""

    person: Person
    account: Account | None
    worker: Account
    table: Table

    @property
    def hand(self) -> Account:
        """Who types what the person says, unless told otherwise."""
        return self.account or self.worker


def test_numbers() -> list[str]:
    """Return NHS numbers from the range set aside for tests, each with its check digit."""
    found: list[str] = []
    for number in count(1):
        nine = f"999{number:06d}"
        digit = check_digit(nine)
        if digit is not None:
            found.append(f"{nine}{digit}")
        if len(found) == 200:
            return found
    return found


def add_life(service: Service, table: Table, nhs_number: str) -> Life:
    """Put a person with placements and relationships into the book."""
    clock, key = service.clock, table["key"]
    begins = clock.morning(clock.day(table["since"]))
    team = service.teams[table["team"]]
    account = None
    if table.get("account", True):
        since = {"since": table["since"] - 3, "signin": table.get("signin"), "email": table.get("email")}
        account = service.accounts.get(key) or add_account(service, key, table["called"], since)
        account.organisation = account.organisation or team.organisation
    worker = service.account(table["worker"])
    person = service.book.add(_person(table, begins, worker, nhs_number), begins)
    person.organisation, person.account = team.organisation, account
    for change in table.get("changed", []):
        _change(service, person, account or worker, dict(change))
    _spells(service, person, table)
    _beside(service, person, table)
    return Life(person, account, worker, table)


def _person(table: Table, begins: datetime, worker: Account, nhs_number: str) -> Person:
    return Person(
        id=made_id(begins, "person", table["key"]),
        called=table["called"],
        sort_key=sort_key(f"{table['called']} {table.get('full_name', '')}"),
        pronouns=table.get("pronouns", ""),
        full_name=table.get("full_name", ""),
        date_of_birth=date.fromisoformat(table["born"]) if "born" in table else None,
        nhs_number=nhs_number if table.get("nhs", True) else None,
        email=table.get("email", ""),
        phone=table.get("phone", ""),
        contact_wishes=table.get("contact", ""),
        language=table.get("language", ""),
        interpreter=table.get("interpreter"),
        interpreter_words=table.get("interpreter_words", ""),
        needs=table.get("needs", []),
        needs_words=table.get("needs_words", ""),
        ethnicity_code=table.get("ethnicity", ""),
        ethnicity_words=table.get("ethnicity_words", ""),
        default_visibility=table.get("default", "team"),
        notices_of_looks=table.get("notices", False),
        created_at=begins,
        changed_at=begins,
        changed_by_id=worker.id,
    )


def _change(service: Service, person: Person, by: Account, fields: Table) -> None:
    """Details that changed later: a phone number, how somebody wishes to be called."""
    ago = fields.pop("ago")
    moment = service.clock.moment(ago, person.id, "details")
    service.book.change(
        person, moment, version=person.version + 1, changed_at=moment, changed_by_id=by.id, **fields
    )


ENDING = ("since", "until", "ended_by", "stays_open")


def _spells(service: Service, person: Person, table: Table) -> None:
    """Each stretch of time with a team; one that ended does not keep another from beginning."""
    plain = [{"team": table["team"], **{name: table[name] for name in ENDING if name in table}}]
    for number, spell in enumerate(table.get("spells", plain)):
        fields = {"person": person, "team": service.teams[spell["team"]]}
        ending = {"ended_by": spell.get("ended_by", ""), "stays_open": spell.get("stays_open", "")}
        until = spell.get("until")
        add_span(
            service,
            Placement,
            spell["since"],
            until,
            again=number > 0,
            ending=ending if until else None,
            **fields,
        )


def _beside(service: Service, person: Person, table: Table) -> None:
    own = {"who": table["worker"], "kind": "named_worker", "since": table.get("worker_since", table["since"])}
    for row in [own, *table.get("beside", [])]:
        fields = {"account": service.account(row["who"]), "kind": row["kind"], "label": row.get("label", "")}
        add_span(
            service, Relationship, row.get("since", table["since"]), row.get("until"), person=person, **fields
        )
