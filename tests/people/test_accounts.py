"""The administrator's pages: accounts of staff and teams, and never a person."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ownwords.ledger.models import Act
from ownwords.people.access import NotFound
from ownwords.people.actions import accounts as actions
from ownwords.people.actions import places
from ownwords.people.actions.invitations import accept_invitation
from ownwords.people.models import Account, Appointment, Membership, Organisation, Team
from ownwords.people.queries import staff
from ownwords.people.refusals import Refused
from ownwords.people.second_factor import SESSION_KEY, has_factor
from ownwords.people.viewer import Viewer
from tests import factories as make
from tests.people.test_signin import PASSWORD, give_totp, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_counts() -> None:
    cache.clear()


@pytest.fixture
def trust() -> Organisation:
    """An organisation."""
    return make.organisation()


@pytest.fixture
def administrator(trust: Organisation) -> Viewer:
    """Its administrator."""
    return make.viewing(make.appointed(trust, "administrator"))


@pytest.fixture
def client(administrator: Viewer) -> Client:
    """The administrator's browser, both steps done."""
    client = Client()
    client.force_login(Account.objects.get(pk=administrator.account_id))
    session = client.session
    session[SESSION_KEY] = True
    session.save()
    return client


def test_an_administrator_never_sees_a_person_or_a_supporter(client: Client, trust: Organisation) -> None:
    """Who is who: administrators see no record content; and not even who uses the service (ASVS 8.2.2)."""
    team = make.team(trust, "Harbour team")
    make.staff(team, name="Ada Worker")
    sam = make.person(team, "Samira Personname")
    sister = make.account("Ruth Supportername", organisation=trust)
    make.beside(sam, sister, "supporter")
    assert sam.account is not None
    for path in (
        "/accounts/",
        "/accounts/?q=sam",
        "/accounts/new/",
        "/teams/",
        f"/teams/{team.id}/",
        "/health/",
        "/account/",
    ):
        page = client.get(path)
        assert page.status_code == 200, path
        text = page.content.decode()
        assert "Samira" not in text, path
        assert "Ruth Supportername" not in text, path
    assert "Ada Worker" in client.get("/accounts/").content.decode()
    for account in (sam.account, sister):
        for name in ("staff_account", "close_account", "new_link", "forget_factors", "add_place"):
            path = reverse(name, kwargs={"account_id": account.id})
            assert client.get(path).status_code == 404, name
            assert client.post(path, {"role": "worker", "team": str(team.id)}).status_code == 404, name


def test_an_administrator_sees_and_changes_nothing_of_another_organisation(client: Client) -> None:
    """ASVS 8.4.1: organisations never mix."""
    elsewhere = make.team()
    stranger = make.staff(elsewhere, name="Tom Elsewhere")
    assert "Tom Elsewhere" not in client.get("/accounts/").content.decode()
    assert client.get(f"/teams/{elsewhere.id}/").status_code == 404
    assert client.post(reverse("close_account", kwargs={"account_id": stranger.id})).status_code == 404
    stranger.refresh_from_db()
    assert stranger.is_active


@pytest.mark.parametrize("role", ["worker", "peer_worker", "team_lead", "researcher", "person"])
def test_nobody_else_manages_accounts(trust: Organisation, role: str) -> None:
    """ASVS 8.2.1: in the page and in the action."""
    if role == "person":
        account = make.person(make.team(trust)).account
    elif role == "researcher":
        account = make.appointed(trust, role)
    else:
        account = make.staff(make.team(trust), role)
    assert account is not None
    viewer = make.viewing(account)
    with pytest.raises(NotFound):
        actions.create_account(viewer=viewer, name="X", role="worker")
    with pytest.raises(NotFound):
        actions.create_team(viewer=viewer, name="X")
    with pytest.raises(NotFound):
        actions.close_account(viewer=viewer, account_id=account.id)


def test_a_new_worker_comes_in_by_link_and_sets_up_the_second_step(
    client: Client, trust: Organisation
) -> None:
    """Who is who: the administrator makes the account; nobody but its holder ever knows the password."""
    team = make.team(trust)
    fields = {"name": "Ada Mensah", "email": "Ada@Example.org", "role": "worker", "team": str(team.id)}
    page = client.post("/accounts/new/", fields)
    assert page.status_code == 201
    text = page.content.decode()
    link = "/invitation/" + text.split("/invitation/")[1].split('"')[0]
    ada = Account.objects.get(email="ada@example.org")
    assert Membership.objects.filter(account=ada, team=team, role="worker").exists()
    assert not ada.has_usable_password()
    hers = Client()
    assert hers.post(link, {"signin_name": "ada", "password": PASSWORD})["Location"] == "/"
    assert hers.get("/account/")["Location"] == reverse("second_factor")
    verbs = set(Act.objects.filter(thing_id=ada.id).values_list("verb", flat=True))
    assert verbs == {"account_created", "membership_started"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "A\x00"}, "name"),
        ({"name": "x" * 100_000}, "name"),
        ({"email": "not an address"}, "email"),
        ({"role": "person"}, "role"),
        ({"role": "king"}, "role"),
        ({"team": ""}, "team"),
        ({"team": "00000000-0000-0000-0000-000000000000"}, "team"),
        ({"password": "short", "signin_name": "ada"}, "password"),
        ({"signin_name": "a b"}, "signin_name"),
    ],
)
def test_bad_input_is_refused_by_the_action_itself(
    administrator: Viewer, trust: Organisation, change: dict[str, Any], field: str
) -> None:
    """ASVS 2.2.2, 2.3.3: checked below the form, and nothing of it is left."""
    team = make.team(trust)
    sound = {"name": "Ada", "role": "worker", "team": str(team.id)}
    before = Account.objects.count()
    with pytest.raises(Refused) as no:
        actions.create_account(viewer=administrator, **{**sound, **change})
    assert list(no.value.messages) == [field]
    assert Account.objects.count() == before


def test_the_command_line_makes_the_first_administrator_by_name_alone() -> None:
    """Who is who: `ownwords account create`, on an empty service."""
    made = actions.create_account(
        name="Ruth", role="administrator", organisation="Harbour Trust", signin_name="ruth", password=PASSWORD
    )
    assert made.link is None
    assert Appointment.objects.filter(account=made.account, organisation__name="Harbour Trust").exists()
    assert sign_in(Client(), "ruth").status_code == 302
    Team.objects.create(organisation=made.account.organisation, name="Mill team")
    worker = actions.create_account(name="Ada", role="worker", team="mill TEAM")
    assert worker.link is not None
    with pytest.raises(Refused):
        actions.create_account(name="Tom", role="worker", team="Mill team", organisation="Nowhere Trust")


def test_an_account_is_closed_and_opened_again(
    client: Client, administrator: Viewer, trust: Organisation
) -> None:
    """Its words stay, its open links stop, and both moments are in the ledger."""
    made = actions.create_account(viewer=administrator, name="Ada", role="researcher")
    path = reverse("close_account", kwargs={"account_id": made.account.id})
    assert client.get(path).status_code == 200
    made.account.refresh_from_db()
    assert made.account.is_active
    assert client.post(path).status_code == 302
    made.account.refresh_from_db()
    assert (made.account.is_active, made.account.closed_at is not None) == (False, True)
    with pytest.raises(NotFound):
        accept_invitation(secret=(made.link or "").split("/")[2], signin_name="ada", password=PASSWORD)
    client.post(reverse("reopen_account", kwargs={"account_id": made.account.id}))
    made.account.refresh_from_db()
    assert made.account.is_active
    verbs = list(Act.objects.filter(thing_id=made.account.id).order_by("at").values_list("verb", flat=True))
    assert verbs[-2:] == ["account_closed", "account_reopened"]


def test_nobody_locks_the_last_door_on_themselves(administrator: Viewer) -> None:
    """Closing oneself, ending one's own administration, dropping one's own second step: somebody else must do it."""
    own = administrator.account_id
    office = Appointment.objects.get(account_id=own)
    with pytest.raises(Refused):
        actions.close_account(viewer=administrator, account_id=own)
    with pytest.raises(Refused):
        actions.forget_factors(viewer=administrator, account_id=own)
    with pytest.raises(Refused):
        places.end_place(viewer=administrator, account_id=own, place_id=office.id)


def test_roles_are_given_and_ended_from_today(client: Client, trust: Organisation) -> None:
    """Who is who: memberships have dates; a role that ended holds no longer that day."""
    team, other = make.team(trust), make.team(trust)
    ada = make.staff(team)
    add = reverse("add_place", kwargs={"account_id": ada.id})
    assert client.post(add, {"role": "team_lead", "team": str(other.id)}).status_code == 302
    assert client.post(add, {"role": "team_lead", "team": str(other.id)}).status_code == 422
    held = Membership.objects.get(account=ada, team=other)
    assert make.viewing(ada, "team_lead").role == "team_lead"
    end = reverse("end_place", kwargs={"account_id": ada.id, "place_id": held.id})
    assert client.post(end).status_code == 302
    assert make.viewing(ada, "team_lead").role == "worker"
    assert client.post(end).status_code == 404


def test_a_lost_second_step_is_taken_away_and_sessions_end(
    administrator: Viewer, trust: Organisation
) -> None:
    """Somebody who lost their telephone starts anew; whoever found it is out."""
    ada = make.staff(make.team(trust))
    give_totp(ada)
    actions.forget_factors(viewer=administrator, account_id=ada.id)
    assert not has_factor(ada.id)
    assert Act.objects.filter(thing_id=ada.id, verb="factors_removed").exists()


def test_teams_are_made_and_renamed(client: Client, trust: Organisation) -> None:
    """Homes: name, telephone, hours."""
    fields = {"name": "Harbour team", "phone": "01632 960 001", "hours": "Monday to Friday, 9 to 5"}
    assert client.post("/teams/new/", fields).status_code == 302
    team = Team.objects.get(organisation=trust, name="Harbour team")
    assert client.post("/teams/new/", fields).status_code == 422
    assert client.post(f"/teams/{team.id}/", {**fields, "name": "Quay team"}).status_code == 302
    team.refresh_from_db()
    assert team.name == "Quay team"
    assert Act.objects.get(thing_id=team.id, verb="team_changed").fields_changed == ["name"]


def test_the_list_has_fifty_a_page_and_asks_as_much_for_many_as_for_few(
    client: Client, trust: Organisation
) -> None:
    """Platform 33: the number of queries does not grow with the rows."""
    team = make.team(trust)

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get("/accounts/").status_code == 200
        return len(found)

    make.staff(team)
    client.get("/accounts/")
    few = asked()
    for _ in range(60):
        make.staff(team)
    assert asked() == few
    assert few <= 14
    page = client.get("/accounts/").content.decode()
    assert page.count('scope="row"') == 50
    assert "?page=2" in page
    assert client.get("/accounts/?page=2").content.decode().count('scope="row"') == 12
    for odd in ("0", "-1", "9" * 30, "x", "\x00", "7"):
        assert client.get("/accounts/", {"page": odd, "q": odd}).status_code == 200


def test_finding_is_by_name_sign_in_name_or_address(administrator: Viewer, trust: Organisation) -> None:
    """All words must fit."""
    team = make.team(trust)
    ada = make.staff(team, name="Ada Mensah")
    make.staff(team, name="Ada Other")
    found, total = staff.accounts_page(administrator, find="mens ada", start=0)
    assert (found, total) == ([ada], 1)


def test_the_health_page_says_how_the_service_is(
    client: Client, trust: Organisation, settings: Any, tmp_path: Any
) -> None:
    """Platform 37; homes: backup state and health, and what is to be done."""
    from dataclasses import replace
    from datetime import UTC, datetime, timedelta

    settings.ENV = replace(settings.ENV, data_dir=tmp_path)
    make.staff(make.team(trust))
    text = client.get("/health/").content.decode()
    for words in ("PostgreSQL", "Up to date.", "There is none yet.", "2 accounts of staff have none yet."):
        assert words in text, words
    when = (datetime.now(UTC) - timedelta(hours=5)).isoformat()
    (tmp_path / "last-backup.json").write_text(f'{{"when": "{when}", "rows": 1200, "bytes": 3145728}}')
    (tmp_path / "last-restore.json").write_text("damaged")
    text = client.get("/health/").content.decode()
    assert "5 hours ago, 1200 rows, 3.0 MB." in text
    assert "There was none yet." in text
