"""Everybody in the service of the demonstration by key, and how accounts and spans of time are added to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ownwords.demo.book import Book
from ownwords.demo.clock import Clock, made_id
from ownwords.demo.reading import Table, WrongData
from ownwords.people.models import Account, Appointment, Membership, Organisation, Team

#: A password that no password matches: the demonstration is entered by one press, never by typing.
UNUSABLE = "!made-up"
#: The trusts opened their records so many days ago: two years and a bit.
OPENED = 760


@dataclass(slots=True)
class Service:
    """Everybody and everything that has a key in the data files."""

    clock: Clock
    book: Book
    organisations: dict[str, Organisation] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    def account(self, key: str) -> Account:
        """Return an account by its key. Raises WrongData."""
        try:
            return self.accounts[key]
        except KeyError:
            raise WrongData(f"there is no account called {key}") from None


def add_account(service: Service, key: str, name: str, table: Table) -> Account:
    """Put an account into the book, with the teams and offices that its table names."""
    begins = service.clock.morning(service.clock.day(table.get("since", OPENED)))
    row = Account(
        id=made_id(begins, "account", key),
        signin_name=table.get("signin") or f"made-up-{key}",
        name=name,
        organisation=service.organisations.get(table.get("organisation", "")),
        email=table.get("email") or None,
        password=UNUSABLE,
        created_at=begins,
        made_up=True,
    )
    service.accounts[key] = service.book.add(row, begins)
    for place in table.get("places", []):
        service.roles.setdefault(key, place["role"])
        _span(service, Membership, place, account=row, team=service.teams[place["team"]], role=place["role"])
    for office in table.get("offices", []):
        at = service.organisations[office["organisation"]]
        _span(service, Appointment, office, account=row, organisation=at, role=office["role"])
    return row


def _span(service: Service, model: Any, table: Table, **fields: Any) -> None:
    add_span(service, model, table.get("since", OPENED), table.get("until"), **fields)


def add_span(
    service: Service,
    model: Any,
    since: int,
    until: int | None,
    *,
    again: bool = False,
    ending: Table | None = None,
    **fields: Any,
) -> None:
    """Put something that starts, and perhaps ended, into the book: begun first, ended by a later change.

    ``ending`` holds columns that are written with the ending.
    With ``again`` it is not the first of its kind, and may only be written once the earlier one has ended.
    """
    clock = service.clock
    starts = clock.morning(clock.day(since))
    names = [str(getattr(value, "pk", value)) for value in fields.values()]
    row = model(id=made_id(starts, model.__name__, since, *names), starts_on=clock.day(since), **fields)
    (service.book.add_in_turn if again else service.book.add)(row, starts)
    if until is not None:
        service.book.change(row, clock.morning(clock.day(until)), ends_on=clock.day(until), **(ending or {}))
