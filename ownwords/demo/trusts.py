"""Puts the trusts, teams and staff of the demonstration into the book."""

from __future__ import annotations

from ownwords.demo import SignIn, reading
from ownwords.demo.book import Book
from ownwords.demo.clock import Clock, made_id
from ownwords.demo.reading import Table
from ownwords.demo.service import OPENED, Service, add_account
from ownwords.people.models import Organisation, Team


def signins() -> list[SignIn]:
    """Return one sign-in for each role, as the data file lists them."""
    tables = reading.service()
    names = {table["signin"]: table["name"] for table in tables["account"] if "signin" in table}
    return [
        SignIn(row["role"], row.get("name") or names[row["signin"]], row["signin"])
        for row in tables["signin"]
    ]


def build(clock: Clock, book: Book) -> Service:
    """Put trusts, teams and staff into the book and return them by key."""
    service = Service(clock, book)
    tables = reading.service()
    opened = clock.morning(clock.day(OPENED))
    for table in tables["organisation"]:
        row = Organisation(id=made_id(opened, "organisation", table["key"]), name=table["name"])
        service.organisations[table["key"]] = book.add(row, opened)
    for table in tables["team"]:
        _team(service, table)
    for table in tables["account"]:
        add_account(service, key=table["key"], name=table["name"], table=table)
    return service


def _team(service: Service, table: Table) -> None:
    opened = service.clock.morning(service.clock.day(OPENED))
    row = Team(
        id=made_id(opened, "team", table["key"]),
        organisation=service.organisations[table["organisation"]],
        name=table["name"],
        phone=table["phone"],
        hours=table["hours"],
    )
    service.teams[table["key"]] = service.book.add(row, opened)
