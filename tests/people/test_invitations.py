"""Invitations: a link that works once, for whom it was made, and tells nothing to anybody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from ownwords.ledger.models import Act
from ownwords.people.access import NotFound, Opened, visible_people
from ownwords.people.actions.invitations import (
    accept_invitation,
    accept_with_account,
    invite_person,
    invite_supporter,
    renew_way_in,
    withdraw_invitation,
)
from ownwords.people.invitations import digest
from ownwords.people.models import Account, Invitation, Person, Relationship
from ownwords.people.refusals import Refused
from ownwords.people.viewer import viewer_for
from tests import factories as make
from tests.people.test_signin import PASSWORD, give_totp, sign_in, with_password

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_counts() -> None:
    cache.clear()


def invited_person(called: str = "Sam") -> tuple[Person, str]:
    """Invite a person without an account; return them and the link."""
    team = make.team()
    who = make.person(team, called, signs_in=False)
    return who, invite_person(
        opened=Opened(who, make.viewing(make.staff(team))), email="sam@example.org"
    ).link


def invited_supporter() -> tuple[Person, str]:
    """Let a person invite their sister; return the person and the link."""
    who = make.person(called="Sam")
    assert who.account is not None
    made = invite_supporter(opened=Opened(who, make.viewing(who.account)), name="Ruth", label="my sister")
    return who, made.link


def secret_of(link: str) -> str:
    return link.rstrip("/").rsplit("/", 1)[1]


FIELDS = {"signin_name": "Sam.R", "password": PASSWORD}


def test_a_person_comes_in_by_link_and_finds_their_own_record(client: Client) -> None:
    """Who is who: people sign in by invitation. The account is bound to the person, the session is theirs."""
    who, link = invited_person()
    assert "Hello Sam" in client.get(link).content.decode()
    answer = client.post(link, FIELDS)
    assert answer["Location"] == "/"
    who.refresh_from_db()
    assert who.account is not None
    assert (who.account.signin_name, who.account.email) == ("sam.r", "sam@example.org")
    viewer = viewer_for(who.account)
    assert viewer is not None
    assert viewer.person_id == who.id
    assert client.get("/account/").status_code == 200
    assert Act.objects.filter(about_id=who.id, verb="invitation_accepted").exists()


def test_a_supporter_comes_in_by_link_and_is_beside_the_person_under_their_label() -> None:
    """Who is who: a supporter is invited by the person and sees only what is shared."""
    who, link = invited_supporter()
    account = accept_invitation(secret=secret_of(link), signin_name="ruth", password=PASSWORD)
    tie = Relationship.objects.get(person=who, account=account)
    assert (tie.kind, tie.label, tie.ends_on) == ("supporter", "my sister", None)
    viewer = make.viewing(account)
    assert viewer.role == "supporter"
    assert list(visible_people(viewer)) == [who]


def test_somebody_with_an_account_accepts_with_it(client: Client) -> None:
    """A supporter of two people, or a worker who supports a friend, needs one account only."""
    who, link = invited_supporter()
    ruth = with_password(make.staff(make.team()), "ruth")
    sign_in(client, "ruth")
    assert "Accept with this account" in client.get(link).content.decode()
    assert client.post(link, {"join": "yes"}).status_code == 302
    assert Relationship.objects.filter(person=who, account=ruth, kind="supporter").exists()


def test_a_link_works_once(client: Client) -> None:
    """ASVS 6.5.1: replayed, it is a page that knows nothing."""
    _who, link = invited_person()
    client.post(link, FIELDS)
    again = Client()
    assert again.get(link).status_code == 404
    assert again.post(link, {"signin_name": "other", "password": PASSWORD}).status_code == 404
    assert Account.objects.filter(signin_name="other").count() == 0


def test_wrong_used_withdrawn_and_old_links_get_the_same_page(client: Client) -> None:
    """Nobody learns from the answer which links ever existed."""
    _sam, used = invited_person("Sam")
    accept_invitation(secret=secret_of(used), signin_name="sam", password=PASSWORD)
    jo, withdrawn = invited_person("Jo")
    row = Invitation.objects.get(person=jo)
    withdraw_invitation(
        opened=Opened(jo, make.viewing(make.staff(jo.placements.get().team))), invitation_id=row.id
    )
    ada, old = invited_person("Ada")
    Invitation.objects.filter(person=ada).update(expires_at=timezone.now() - timedelta(seconds=1))
    pages = {client.get(link).content for link in (used, withdrawn, old, "/invitation/" + "x" * 43 + "/")}
    assert len(pages) == 1
    assert client.get("/invitation/x/").status_code == 404


def test_a_link_lives_fourteen_days() -> None:
    """A link that lies about does not open a record a year later."""
    who, _link = invited_person()
    left = Invitation.objects.get(person=who).expires_at - timezone.now()
    assert timedelta(days=13, hours=23) < left <= timedelta(days=14)


def test_the_database_keeps_no_secret() -> None:
    """ASVS 11.x: whoever reads the tables cannot use a link."""
    who, link = invited_person()
    row = Invitation.objects.get(person=who)
    assert row.secret_hash == digest(secret_of(link))
    assert secret_of(link) not in str(row.__dict__)


def test_reading_the_link_changes_nothing(client: Client) -> None:
    """ASVS 3.5.3: a mail program that fetches the address does not use it up."""
    who, link = invited_person()
    acts = Act.objects.count()
    for _ in range(3):
        assert client.get(link).status_code == 200
    assert Invitation.objects.get(person=who).used_at is None
    assert Act.objects.count() == acts


def test_trying_links_is_limited(client: Client) -> None:
    """ASVS 6.3.1: the twenty-first try in a minute is refused, sound links too."""
    _who, link = invited_person()
    for _ in range(20):
        client.get("/invitation/" + "y" * 43 + "/")
    assert client.get(link).status_code == 429


def test_a_new_link_makes_the_earlier_one_useless() -> None:
    """There is one way in at a time."""
    who, first = invited_person()
    team = who.placements.get().team
    invite_person(opened=Opened(who, make.viewing(make.staff(team))))
    with pytest.raises(NotFound):
        accept_invitation(secret=secret_of(first), signin_name="sam", password=PASSWORD)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"signin_name": "", "password": PASSWORD}, "Choose a sign-in name."),
        ({"signin_name": "a b", "password": PASSWORD}, "without spaces"),
        ({"signin_name": "taken", "password": PASSWORD}, "is taken"),
        ({"signin_name": "sam", "password": "short"}, "12 characters"),
        ({"signin_name": "sam", "password": ""}, "Choose a password."),
        ({"signin_name": "sam\x00", "password": PASSWORD}, "Null characters"),
        ({"signin_name": "s" * 100_000, "password": PASSWORD}, "150"),
    ],
)
def test_what_cannot_be_taken_is_said_and_the_link_stays_good(
    client: Client, fields: dict[str, str], said: str
) -> None:
    """Bad input: a clear answer, nothing used up, what was typed still there but for the password."""
    with_password(make.account(), "taken")
    who, link = invited_person()
    page = client.post(link, fields)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert PASSWORD not in page.content.decode()
    assert Invitation.objects.get(person=who).used_at is None
    assert Person.objects.get(pk=who.pk).account is None


def test_somebody_who_forgot_their_password_gets_a_new_link_and_keeps_the_second_step(client: Client) -> None:
    """ASVS 6.4.3: the link sets a password; an account with a second step still asks for it."""
    who = make.person(called="Sam")
    account = with_password(who.account or make.account())
    give_totp(account)
    lead = make.viewing(make.staff(who.placements.get().team))
    link = invite_person(opened=Opened(who, lead)).link
    answer = client.post(link, {"signin_name": "sam", "password": "brand new words here"})
    assert answer["Location"] == "/account/login/"
    assert "_auth_user_id" not in client.session
    assert sign_in(client, "sam", "brand new words here")["Location"] == "/account/factors/authenticate/"


def test_a_passkey_can_be_chosen_instead_of_a_password(client: Client) -> None:
    """Platform 25, passkeys first: the account has no password, and the passkey page comes next."""
    who, link = invited_person()
    answer = client.post(link, {"signin_name": "sam", "password": "", "way": "passkey"})
    assert answer["Location"] == "/account/factors/passkeys/add/"
    who.refresh_from_db()
    assert who.account is not None
    assert not who.account.has_usable_password()
    assert client.get(answer["Location"]).status_code == 200


def test_only_the_person_invites_supporters_and_only_staff_invite_people() -> None:
    """ASVS 8.2.1: each function needs its right, in the action and not only on the page."""
    who = make.person()
    worker = make.viewing(make.staff(who.placements.get().team))
    own = make.viewing(who.account or make.account())
    with pytest.raises(NotFound):
        invite_supporter(opened=Opened(who, worker), name="Ruth")
    with pytest.raises(NotFound):
        invite_person(opened=Opened(who, own))


def test_nobody_becomes_their_own_supporter() -> None:
    """A link that somebody tries on themselves says so and stays good."""
    who, link = invited_supporter()
    assert who.account is not None
    with pytest.raises(Refused):
        accept_with_account(secret=secret_of(link), account=who.account)
    assert Invitation.objects.get(person=who).used_at is None


def test_whoever_made_an_invitation_cannot_take_the_record_with_their_own_account() -> None:
    """A worker who tries a link, or hands over their own device, must not become the person."""
    team = make.team()
    who, amina = make.person(team, "Sam", signs_in=False), make.staff(team)
    link = invite_person(opened=Opened(who, make.viewing(amina))).link
    with pytest.raises(Refused):
        accept_with_account(secret=secret_of(link), account=amina)
    assert Person.objects.get(pk=who.pk).account_id is None
    assert Invitation.objects.get(person=who).used_at is None


def test_a_link_made_for_one_account_opens_for_no_other_and_for_none_that_is_closed() -> None:
    """A new way in leads to the account that it was made for."""
    who = make.person(called="Sam")
    assert who.account is not None
    lead = make.viewing(make.staff(who.placements.get().team))
    secret = secret_of(invite_person(opened=Opened(who, lead)).link)
    with pytest.raises(NotFound):
        accept_with_account(secret=secret, account=make.account("Ruth"))
    Account.objects.filter(pk=who.account.pk).update(is_active=False, closed_at=timezone.now())
    with pytest.raises(NotFound):
        accept_invitation(secret=secret, signin_name="sam", password=PASSWORD)
    assert Invitation.objects.get(person=who).used_at is None


def test_an_address_that_somebody_else_uses_is_left_out() -> None:
    """One address never leads to two accounts."""
    make.account(email="sam@example.org")
    who, link = invited_person()
    accept_invitation(secret=secret_of(link), signin_name="sam", password=PASSWORD)
    who.refresh_from_db()
    assert who.account is not None
    assert who.account.email is None


def test_if_accepting_breaks_off_nothing_of_it_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """ASVS 2.3.3, 16.5.3: all or nothing; what fails leaves the door closed."""
    from ownwords.people.actions import invitations

    def breaks(**kwargs: object) -> None:
        raise RuntimeError

    who, link = invited_person()
    monkeypatch.setattr(invitations, "note_act", breaks)
    with pytest.raises(RuntimeError):
        accept_invitation(secret=secret_of(link), signin_name="sam", password=PASSWORD)
    assert not Account.objects.filter(signin_name="sam").exists()
    assert Invitation.objects.get(person=who).used_at is None


def test_staff_cannot_make_a_link_into_the_account_of_somebody_who_has_been_in() -> None:
    """Who may see what: a worker who holds such a link would read what the person keeps to themselves."""
    who = make.person(called="Sam")
    Account.objects.filter(pk=who.account_id).update(last_login=timezone.now())
    for role in ("worker", "team_lead"):
        opened = Opened(who, make.viewing(make.staff(who.placements.get().team, role)))
        with pytest.raises(Refused, match="has signed in before"):
            invite_person(opened=opened)
    assert not Invitation.objects.exists()


def test_the_operator_renews_a_way_in_and_the_person_can_read_that(client: Client) -> None:
    """Every act stands in the record; an earlier link stops working."""
    who = make.person(called="Sam")
    first, second = renew_way_in(person_id=who.id), renew_way_in(person_id=who.id)
    assert Act.objects.filter(about_id=who.id, verb="invited", actor_id=None, role="operator").count() == 2
    assert client.get(first.link).status_code == 404
    account = accept_invitation(secret=secret_of(second.link), signin_name="sam.r", password=PASSWORD)
    assert account.pk == who.account_id


def test_a_way_in_is_renewed_only_for_somebody_who_has_one() -> None:
    """Nobody is given an account by this."""
    with pytest.raises(Refused):
        renew_way_in(person_id=make.person(signs_in=False).id)
