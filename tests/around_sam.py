"""What the tests of the rooms share: Sam, a worker and a lead of Sam's team, and each of them signed in."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.people.access import Opened, open_person
from ownwords.people.models import Account, Person
from tests import factories as make
from tests.signed_in import client_for


def opened_by(who: Account | None, person: Person, role: str | None = None) -> Opened:
    """Open the person's record as this account, without a look."""
    assert who is not None
    return open_person(make.viewing(who, role), person.id, part="")


@pytest.fixture
def sam() -> Person:
    """A person with a team."""
    return make.person(called="Sam")


@pytest.fixture
def worker(sam: Person) -> Account:
    """A worker of Sam's team."""
    return make.staff(sam.placements.get().team, name="Amina Yusuf")


@pytest.fixture
def lead(sam: Person) -> Account:
    """The lead of Sam's team."""
    return make.staff(sam.placements.get().team, "team_lead", name="Lena Hart")


@pytest.fixture
def own(sam: Person) -> Client:
    """Sam, signed in."""
    return client_for((sam.account, "person"))


@pytest.fixture
def staff(worker: Account) -> Client:
    """The worker, signed in."""
    return client_for((worker, "worker"))


@pytest.fixture
def leading(lead: Account) -> Client:
    """The lead, signed in."""
    return client_for((lead, "team_lead"))
