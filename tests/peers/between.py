"""What the tests between two share: Sam with a peer worker beside them, each of them signed in."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import Error, connection, transaction
from django.urls import reverse

from ownwords.peers.models import RecordingRule
from ownwords.people.access import Opened
from ownwords.people.models import Account, Person
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.around_sam import opened_by


def at(route: str, person: Person, *ids: Any) -> str:
    """Return the address of a page of peers below a person."""
    return reverse(f"peers:{route}", args=[person.id, *ids])


def key() -> str:
    """Return the key of a form that has not been sent before."""
    return str(uuid4())


def rule(sam: Person, which: str = "shared_only") -> RecordingRule:
    """Set the recording rule of Sam's organisation."""
    by = make.appointed(sam.organisation, "administrator")
    return RecordingRule.objects.create(organisation=sam.organisation, rule=which, set_by=by)


def as_person(sam: Person) -> Opened:
    """Sam's record, opened by Sam."""
    return opened_by(sam.account, sam, "person")


def sql(who: Account, role: str, statement: str, *values: Any) -> list[tuple[Any, ...]] | int:
    """Run a statement as the web role with this viewer named; return its rows, or how many it touched."""
    with seen_by(who.id, role), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall()) if cursor.description else cursor.rowcount


def refused(who: Account, role: str, statement: str, *values: Any) -> bool:
    """Whether the database refuses a statement of the web role, or touches nothing."""
    try:
        with transaction.atomic():
            return sql(who, role, statement, *values) == 0
    except Error:
        return True
