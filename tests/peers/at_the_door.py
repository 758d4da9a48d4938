"""What the tests of the door share: a peer worker beside Sam, the rule of the service, and ways to keep things."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.peers.actions.attempt_rules import Tried
from ownwords.peers.models import Attempt, DoorChange, RecordingRule, RuleTold
from ownwords.people.models import Account, Person, Placement
from tests import factories as make
from tests.measures.pages import key
from tests.signed_in import client_for

KEPT = {"outcome": "spoke", "means": "phone", "started_by": "peer", "visibility": "team"}


def at(route: str, person: Person, *ids: Any) -> str:
    """Return the address of a page of peers."""
    return reverse(f"peers:{route}", args=[person.id, *ids])


def today(back: int = 0) -> date:
    """Return today, or a day so many days ago."""
    return timezone.localdate() - timedelta(days=back)


@pytest.fixture
def peer(sam: Person) -> Account:
    """A peer worker beside Sam."""
    who = make.staff(sam.placements.get().team, "peer_worker", name="Pat Doyle")
    make.beside(sam, who, "peer_worker")
    return who


@pytest.fixture
def peering(peer: Account) -> Client:
    """The peer worker, signed in."""
    return client_for((peer, "peer_worker"))


@pytest.fixture
def managing(sam: Person) -> Client:
    """An administrator of Sam's service, signed in."""
    return client_for((make.appointed(sam.organisation, "administrator"), "administrator"))


def rule_of(
    sam: Person, rule: str = "no_notes", words: str = "So that people can talk freely."
) -> RecordingRule:
    """Set a rule for Sam's service."""
    who = make.appointed(sam.organisation, "administrator")
    return RecordingRule.objects.create(organisation=sam.organisation, rule=rule, words=words, set_by=who)


def told_of(sam: Person, rule: RecordingRule) -> RecordingRule:
    """Say that Sam was told of a rule."""
    assert sam.account is not None
    RuleTold.objects.create(person=sam, rule=rule, told_by=sam.account)
    return rule


def kept(form: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Return a form of a contact as a browser sends it."""
    return {**KEPT, "submission": key(), **(form or {}), **more}


def tried(who: Account, **columns: Any) -> Tried:
    """Return an attempt as an action takes it."""
    return Tried(who.id, **{"started_by": "peer", "means": "phone", "outcome": "spoke", **columns})


def attempt(sam: Person, by: Account, **columns: Any) -> Attempt:
    """Put an attempt straight into the database."""
    rule = RecordingRule.objects.filter(organisation=sam.organisation).order_by("-since").first() or rule_of(
        sam
    )
    first = {"started_by": "peer", "means": "phone", "outcome": "spoke", "door_status": "open"}
    first |= {"visibility": "team", "rule": rule, "with_account": by, "by_peer": True}
    return Attempt.objects.create(person=sam, written_by=by, changed_by_id=by.id, **{**first, **columns})


def turned(sam: Person, status: str, decided_by: str = "person", **columns: Any) -> DoorChange:
    """Put a change of the door straight into the database."""
    number = DoorChange.objects.filter(person=sam).count() + 1
    return DoorChange.objects.create(
        person=sam,
        written_by=sam.account,
        changed_by_id=sam.account_id,
        number=number,
        status=status,
        decided_by=decided_by,
        **columns,
    )


def no_team(sam: Person) -> None:
    """End every team's support of Sam, as of today."""
    Placement.objects.filter(person=sam, ends_on__isnull=True).update(
        ends_on=timezone.localdate(), ended_by="agreed"
    )
