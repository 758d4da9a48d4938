"""How a service words the steps of connecting: by an administrator, dated, with its history."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.connections.method.vocabulary import vocabulary
from ownwords.connections.models import StepLabel
from ownwords.connections.queries.steps import labels_of
from ownwords.people.models import Account, Organisation
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
STEP = vocabulary().steps[0]
URL = f"/connecting/steps/{STEP.key}/"


@pytest.fixture
def trust() -> Organisation:
    """A trust."""
    return make.organisation()


@pytest.fixture
def admin(trust: Organisation) -> Account:
    """Its administrator."""
    return make.appointed(trust, "administrator")


@pytest.fixture
def page(admin: Account) -> Client:
    """The administrator, signed in."""
    return client_for((admin, "administrator"))


def test_a_step_is_worded_anew_for_this_organisation_alone(page: Client, trust: Organisation) -> None:
    """connecting R12: a site may edit labels; another organisation keeps its own."""
    other = make.organisation()
    assert STEP.label in page.get(URL).content.decode()
    assert page.post(URL, {"words": "Finding our feet", "version": "0"}).status_code == 303
    assert labels_of(trust.id) == {STEP.key: "Finding our feet"}
    assert labels_of(other.id) == {}
    listed = page.get("/connecting/steps/").content.decode()
    assert "Finding our feet" in listed
    assert STEP.label in listed


def test_every_wording_stays_in_the_history_with_its_day(page: Client, admin: Account) -> None:
    """connecting R12: dated, history kept."""
    page.post(URL, {"words": "Finding our feet", "version": "0"})
    page.post(URL, {"words": "First steps", "version": "1"})
    shown = page.get(URL).content.decode()
    assert "Finding our feet" in shown
    assert shown.index("First steps") < shown.index("Finding our feet")
    assert shown.count("<time") >= 2


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"words": " ", "version": "0"}, 422),
        ({"words": STEP.label, "version": "0"}, 422),
        ({"words": "New", "version": "5"}, 409),
    ],
)
def test_what_does_not_fit_changes_nothing(page: Client, typed: dict[str, str], status: int) -> None:
    """House rule 7: no words, nothing different, an old page."""
    assert page.post(URL, typed).status_code == status
    assert not StepLabel.objects.exists()


def test_a_step_that_does_not_exist_is_not_found(page: Client) -> None:
    """connecting R12."""
    assert page.get("/connecting/steps/no-such-step/").status_code == 404


def test_only_an_administrator_rewords(trust: Organisation) -> None:
    """connecting R12; the database says the same."""
    worker = make.staff(make.team(trust))
    client = client_for((worker, "worker"))
    assert client.get("/connecting/steps/").status_code == 404
    assert client.post(URL, {"words": "Mine", "version": "0"}).status_code == 404
    StepLabel.objects.create(organisation=trust, step=STEP.key, words="Ours")
    with seen_by(worker.id, "worker"):
        assert StepLabel.objects.update(words="Mine") == 0
