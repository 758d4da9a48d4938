"""Acting in one of several roles, and the demonstration's way in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import include, path

from ownwords.config.environment import Mode
from ownwords.ledger.models import Act
from ownwords.people import urls_signin
from ownwords.people.models import Account, Membership
from ownwords.people.second_factor import SESSION_KEY
from ownwords.people.viewer import ROLE_KEY
from tests import factories as make

pytestmark = pytest.mark.django_db

urlpatterns = [path("", include(urls_signin.DEMONSTRATION)), path("", include("ownwords.config.urls"))]
handler404 = "ownwords.site.faults.not_found"


def two_roles() -> Account:
    """Somebody who has a record of their own and is a peer worker in another team."""
    account = make.person().account
    assert account is not None
    Membership.objects.create(account=account, team=make.team(), role="peer_worker", starts_on=make.LONG_AGO)
    return account


def test_somebody_with_two_roles_chooses_and_the_page_says_which(client: Client) -> None:
    """Who is who: one account may hold several roles; the page always says in which one you are."""
    account = two_roles()
    client.force_login(account)
    page = client.get("/role/").content.decode()
    assert 'value="peer_worker"' in page
    assert 'value="person" checked' in page
    answer = client.post("/role/", {"role": "peer_worker"})
    assert answer.status_code == 302
    assert client.session[ROLE_KEY] == "peer_worker"
    assert Act.objects.filter(actor_id=account.id, verb="took_role", role="peer_worker").exists()
    assert "Peer worker" in client.get("/role/").content.decode()


@pytest.mark.parametrize("role", ["administrator", "worker", "", "x\x00", "person; drop"])
def test_a_role_that_is_not_held_is_refused(client: Client, role: str) -> None:
    """ASVS 8.2.1: choosing is not getting."""
    client.force_login(two_roles())
    assert client.post("/role/", {"role": role}).status_code == 422
    assert client.session[ROLE_KEY] == "person"


def test_a_claim_in_the_session_to_a_role_that_ended_opens_nothing(client: Client) -> None:
    """The role of a session is checked against what is held today."""
    account = two_roles()
    client.force_login(account)
    client.post("/role/", {"role": "peer_worker"})
    Membership.objects.filter(account=account).update(ends_on=make.LONG_AGO)
    page = client.get("/role/").content.decode()
    assert "You act as: Person." in page


def test_staff_without_a_second_step_can_still_turn_to_their_own_record(client: Client) -> None:
    """The second step guards work, not somebody's own words."""
    client.force_login(two_roles())
    client.post("/role/", {"role": "peer_worker"})
    assert client.get("/account/").status_code == 302
    client.post("/role/", {"role": "person"})
    assert client.get("/account/").status_code == 200


@pytest.fixture
def demo(settings: Any) -> Any:
    """The settings of the demonstration."""
    settings.ENV = replace(settings.ENV, mode=Mode.DEMO)
    settings.ROOT_URLCONF = __name__
    return settings


def made_up(name: str, role: str = "worker") -> Account:
    account = make.staff(make.team(), role)
    account.signin_name, account.made_up = name, True
    account.save()
    return account


def test_one_press_signs_a_visitor_in_as_a_made_up_worker(demo: Any, client: Client) -> None:
    """Who is who: the demonstration's page; the second step counts as taken."""
    made_up("demo-worker")
    assert 'value="demo-worker"' in client.get("/demonstration/").content.decode()
    assert client.post("/demonstration/", {"who": "demo-worker"})["Location"] == "/"
    assert client.session[ROLE_KEY] == "worker"
    assert client.session[SESSION_KEY] is True
    assert client.get("/account/").status_code == 200


def test_the_demonstration_signs_in_as_nobody_real(demo: Any, client: Client) -> None:
    """Only accounts that are marked as made up, by their demonstration name."""
    real = make.staff(make.team())
    real.signin_name = "demo-real"
    real.save()
    hidden = made_up("somebody-else")
    for name in ("demo-real", hidden.signin_name, "", "nobody", "x\x00"):
        assert client.post("/demonstration/", {"who": name}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_the_demonstration_answers_this_machine_only(demo: Any, client: Client) -> None:
    """Who is who: only on loopback."""
    made_up("demo-worker")
    assert client.get("/demonstration/", REMOTE_ADDR="192.0.2.1").status_code == 404
    assert client.post("/demonstration/", {"who": "demo-worker"}, REMOTE_ADDR="192.0.2.1").status_code == 404


def test_without_the_demonstration_there_is_no_such_page(client: Client, settings: Any) -> None:
    """Not by address, and not when the address is there by mistake."""
    made_up("demo-worker")
    assert client.get("/demonstration/").status_code == 404
    settings.ROOT_URLCONF = __name__
    assert client.get("/demonstration/").status_code == 404
    assert client.post("/demonstration/", {"who": "demo-worker"}).status_code == 404


def test_only_the_demonstration_has_the_address() -> None:
    """Production does not even register it."""
    names = {
        mode: {route.name for route in urls_signin.routes(replace(settings.ENV, mode=mode))} for mode in Mode
    }
    assert "demonstration" in names[Mode.DEMO]
    assert "demonstration" not in names[Mode.DEVELOPMENT] | names[Mode.PRODUCTION]


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_the_demonstration_is_not_passed_on_by_a_relay_on_this_machine(
    demo: Any, client: Client, header: str
) -> None:
    """Who is who: only on loopback, and a relay makes every visitor look like this machine."""
    made_up("demo-worker")
    assert client.get("/demonstration/", headers={header: "127.0.0.1"}).status_code == 404
    sent = {"who": "demo-worker"}
    assert client.post("/demonstration/", sent, headers={header: "127.0.0.1"}).status_code == 404
