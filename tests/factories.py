"""Plain functions that make what a test needs, straight into the database."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from ownwords.measures.models import Line, Rating, Wording
from ownwords.people.models import (
    Account,
    Appointment,
    Membership,
    Organisation,
    Person,
    Placement,
    Relationship,
    Team,
)
from ownwords.people.viewer import Viewer, viewer_for
from ownwords.record.models import Entry, Kind

_numbers = count(1)
LONG_AGO = date(2024, 1, 1)


def organisation(name: str = "") -> Organisation:
    """Make a trust."""
    return Organisation.objects.create(name=name or f"Trust {next(_numbers)}")


def team(of: Organisation | None = None, name: str = "") -> Team:
    """Make a team."""
    return Team.objects.create(
        organisation=of or organisation(), name=name or f"Team {next(_numbers)}", phone="01632 960 001"
    )


def account(name: str = "", **fields: Any) -> Account:
    """Make an account without a password."""
    number = next(_numbers)
    return Account.objects.create(
        name=name or f"Somebody {number}", signin_name=f"somebody{number}", **fields
    )


def staff(of: Team, role: str = "worker", name: str = "", *, ends_on: date | None = None) -> Account:
    """Make an account with a place in a team."""
    who = account(name, organisation=of.organisation)
    Membership.objects.create(account=who, team=of, role=role, starts_on=LONG_AGO, ends_on=ends_on)
    return who


def appointed(at: Organisation, role: str) -> Account:
    """Make a researcher or an administrator."""
    who = account(organisation=at)
    Appointment.objects.create(account=who, organisation=at, role=role, starts_on=LONG_AGO)
    return who


def person(
    of: Team | None = None,
    called: str = "",
    *,
    signs_in: bool = True,
    ends_on: date | None = None,
    **fields: Any,
) -> Person:
    """Make a person supported by a team, with an account unless told otherwise."""
    team_of = of or team()
    called = called or f"Person {next(_numbers)}"
    who = Person.objects.create(
        organisation=team_of.organisation,
        called=called,
        sort_key=called.lower(),
        account=account(called, organisation=team_of.organisation) if signs_in else None,
        **fields,
    )
    Placement.objects.create(person=who, team=team_of, starts_on=LONG_AGO, ends_on=ends_on)
    return who


def beside(who: Person, account_of: Account, kind: str, *, ends_on: date | None = None) -> Relationship:
    """Put an account beside a person: named_worker, peer_worker or supporter."""
    return Relationship.objects.create(
        person=who, account=account_of, kind=kind, starts_on=LONG_AGO, ends_on=ends_on
    )


def entry(
    of: Person, words: str = "I want to see the sea.", kind: str = Kind.MATTERS, **fields: Any
) -> Entry:
    """Make an entry said and written by the person, visible to the team unless told otherwise."""
    writer = fields.pop("written_by", None) or of.account or account()
    fields.setdefault("visibility", "team")
    return Entry.objects.create(
        person=of,
        kind=kind,
        words=words,
        original_words=words,
        written_by=writer,
        changed_by_id=writer.id,
        **fields,
    )


def viewing(who: Account, role: str | None = None) -> Viewer:
    """Return the account as a viewer, as a request would see it."""
    viewer = viewer_for(who, role)
    assert viewer is not None
    return viewer


def line(
    of: Person, words: str = "Getting out of the house", *, by: Account | None = None, **columns: Any
) -> Line:
    """Make a line of the person's own, worded once, for the team to see unless said otherwise."""
    writer = by or of.account
    made = Line.objects.create(
        person=of,
        written_by=writer,
        changed_by_id=writer.id,
        **{"visibility": "team", "direction": "up", **columns},
    )
    Wording.objects.create(line=made, number=1, words=words, written_by=writer)
    return made


def rating(on: Line, value: int | None, day: date | None = None, **columns: Any) -> Rating:
    """Make a rating of a line as it is worded now."""
    writer = on.person.account
    return Rating.objects.create(
        person=on.person,
        line=on,
        wording=on.wordings.order_by("-number")[0],
        value=value,
        rated_on=day or timezone.localdate(),
        written_by=writer,
        changed_by_id=writer.id,
        **columns,
    )
