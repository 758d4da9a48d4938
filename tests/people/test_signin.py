"""Signing in: what opens a session, what does not, and what is told to whom."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.contrib.auth.hashers import identify_hasher
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse

from ownwords.ledger.models import Act
from ownwords.people.checks import walk
from ownwords.people.models import Account
from ownwords.people.second_factor import SESSION_KEY
from ownwords.people.viewer import ROLE_KEY
from tests import factories as make

pytestmark = pytest.mark.django_db
PASSWORD = "four plain words here"
LOGIN = "/account/login/"


@pytest.fixture(autouse=True)
def _no_counts() -> None:
    cache.clear()


def with_password(account: Account, name: str = "sam") -> Account:
    """Give an account a name and a password to sign in with."""
    account.signin_name = name
    account.set_password(PASSWORD)
    account.save()
    return account


def a_person(name: str = "sam") -> Account:
    account = make.person().account
    assert account is not None
    return with_password(account, name)


def sign_in(client: Client, name: str = "sam", password: str = PASSWORD, **more: Any) -> Any:
    return client.post(LOGIN, {"login": name, "password": password}, **more)


def give_totp(account: Account) -> str:
    """Give an account an authenticator app; return its secret."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(account, secret)
    return secret


def code_of(secret: str, steps: int = 0) -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time())) + steps
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def test_a_person_signs_in_with_name_and_password_and_is_in_their_first_role(client: Client) -> None:
    """A session holds the role, and the ledger that it began (who is who: sign-in; ASVS 16.3.1)."""
    account = a_person()
    answer = sign_in(client)
    assert answer.status_code == 302
    assert answer["Location"] == "/"
    assert client.session[ROLE_KEY] == "person"
    assert client.session[SESSION_KEY] is False
    assert Act.objects.filter(actor_id=account.id, verb="signed_in").count() == 1


def test_the_e_mail_address_signs_in_as_well_and_capitals_do_not_matter(client: Client) -> None:
    """Sign-in name or address, in any case."""
    account = a_person()
    account.email = "sam@example.org"
    account.save()
    assert sign_in(client, "Sam@Example.org").status_code == 302
    assert sign_in(Client(), "SAM").status_code == 302


def test_signing_in_gives_the_session_a_new_key(client: Client) -> None:
    """ASVS 7.2.4; fault F9, fixation: a key planted before signing in is worth nothing after it."""
    a_person()
    session = client.session
    session["planted"] = "yes"
    session.save()
    planted = session.session_key
    sign_in(client)
    assert client.session.session_key != planted
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = planted or ""
    assert thief.get(reverse("account")).status_code == 302


def test_a_wrong_password_and_an_unknown_name_are_told_alike(client: Client) -> None:
    """Nobody learns whether an account exists (ASVS 6.3.8)."""
    a_person()

    def said(name: str) -> str:
        text = sign_in(client, name, "not the right one").content.decode()
        text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
        return text.replace(f'value="{name}"', "")

    assert said("sam") == said("nobody")


def test_what_was_typed_as_password_is_never_sent_back(client: Client) -> None:
    """ASVS 14.2.x: a refused form comes back filled, but for the password."""
    page = sign_in(client, "sam", "a secret that was mistyped").content.decode()
    assert "a secret that was mistyped" not in page
    assert 'value="sam"' in page


def test_the_eleventh_failure_in_a_minute_is_refused(client: Client) -> None:
    """ASVS 6.3.1: even with the right password, until the pause is over."""
    a_person()
    for _ in range(10):
        sign_in(client, "sam", "wrong")
    answer = sign_in(client)
    assert answer.status_code == 200
    assert "too many tries" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_failures_of_a_stranger_shut_nobody_out_for_longer_than_five_minutes(client: Client) -> None:
    """ASVS 6.3.1: the count belongs to the machine that fails, and to the name for five minutes only."""
    rates = settings.ACCOUNT_RATE_LIMITS["login_failed"].split(",")
    assert rates == ["10/m/ip", "10/5m/key"]
    a_person()
    a_person("jo")
    for _ in range(10):
        sign_in(client, "jo", "wrong", REMOTE_ADDR="192.0.2.7")
    assert sign_in(client, "sam", REMOTE_ADDR="192.0.2.8").status_code == 302


def test_a_closed_account_does_not_open(client: Client) -> None:
    """ASVS 7.4.2: neither by password nor by a session that was open."""
    account = a_person()
    sign_in(client)
    from django.utils import timezone

    Account.objects.filter(pk=account.pk).update(is_active=False, closed_at=timezone.now())
    assert client.get(reverse("account")).status_code == 302
    again = Client()
    sign_in(again)
    assert "_auth_user_id" not in again.session


def test_staff_without_a_second_step_reach_only_its_set_up(client: Client) -> None:
    """ASVS 6.3.3; platform 25: every other page leads there, and there is no circle."""
    with_password(make.staff(make.team()), "ada")
    sign_in(client, "ada")
    for path in ("/people/", "/account/", "/today/"):
        answer = client.get(path)
        assert answer.status_code == 302, path
        assert answer["Location"] == reverse("second_factor")
    page = client.get(reverse("second_factor"))
    assert page.status_code == 200
    assert reverse("mfa_activate_totp") in page.content.decode()


def test_people_are_offered_a_second_step_and_not_made_to_take_it(client: Client) -> None:
    """ASVS 6.3.3: required of workers, offered to persons."""
    a_person()
    sign_in(client)
    assert client.get(reverse("account")).status_code == 200
    assert client.get(reverse("second_factor")).status_code == 200


def test_staff_set_up_an_app_and_the_session_counts_as_two_step(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Platform 25: password again, the code, recovery codes shown once, and the way is open."""
    # A test is one transaction: what the library does after its own is done at once.
    monkeypatch.setattr("django.db.transaction.on_commit", lambda later, **kwargs: later())
    with_password(make.staff(make.team()), "ada")
    sign_in(client, "ada")
    start = reverse("mfa_activate_totp")
    assert client.get(start).status_code == 302
    again = client.post(f"{reverse('account_reauthenticate')}?next={start}", {"password": PASSWORD})
    assert again.status_code == 302
    page = client.get(start).content.decode()
    assert "data:image/svg+xml;base64" in page
    secret = client.session["mfa.totp.secret"]
    assert secret in page
    done = client.post(start, {"code": code_of(secret)})
    assert done.status_code == 302
    assert client.session[SESSION_KEY] is True
    codes = client.get(done["Location"]).content.decode()
    assert len(re.findall(r"<code[^>]*>\d{8}</code>", codes)) == 10
    assert client.get(reverse("account")).status_code == 200


def test_a_password_alone_does_not_open_an_account_that_has_a_second_step(client: Client) -> None:
    """ASVS 6.3.4: there is no weaker way in. Each second step opens the session."""
    account = with_password(make.staff(make.team()), "ada")
    secret = give_totp(account)
    answer = sign_in(client, "ada")
    assert answer["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("account")).status_code == 302
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert client.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).status_code == 302
    assert client.session[SESSION_KEY] is True
    assert client.get(reverse("account")).status_code == 200


def test_a_code_works_once() -> None:
    """ASVS 6.5.1: the same code does not open a second session."""
    secret = give_totp(with_password(make.staff(make.team()), "ada"))
    code = code_of(secret)
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, "ada")
        client.post(reverse("mfa_authenticate"), {"code": code})
    assert "_auth_user_id" in first.session
    assert "_auth_user_id" not in second.session


def test_half_a_sign_in_of_one_account_lends_nothing_to_another(client: Client) -> None:
    """ASVS 2.3.1: a second step proven for one account never counts for another in the same browser."""
    mine = with_password(make.staff(make.team()), "ada")
    with_password(make.staff(make.team()), "tom")
    secret = give_totp(mine)
    sign_in(client, "ada")
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    client.post(reverse("account_logout"))
    sign_in(client, "tom")
    assert client.session[SESSION_KEY] is False


def test_removing_the_last_second_step_shuts_the_pages_of_staff(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ASVS 6.3.3: the mark goes with the factor."""
    account = with_password(make.staff(make.team()), "ada")
    monkeypatch.setattr("django.db.transaction.on_commit", lambda later, **kwargs: later())
    secret = give_totp(account)
    sign_in(client, "ada")
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    stop = reverse("mfa_deactivate_totp")
    client.post(f"{reverse('account_reauthenticate')}?next={stop}", {"password": PASSWORD})
    assert client.post(stop).status_code == 302
    assert not Authenticator.objects.filter(user=account, type="totp").exists()
    assert client.get(reverse("account"))["Location"] == reverse("second_factor")


@pytest.mark.parametrize("name", ["mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"])
def test_factors_change_only_after_showing_again_that_it_is_you(client: Client, name: str) -> None:
    """ASVS 7.5.1: an open session alone is not enough."""
    a_person()
    sign_in(client)
    answer = client.post(reverse(name), {"code": "123456"})
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_reauthenticate"))


def test_nobody_signs_themselves_up_and_no_other_way_opens_a_session() -> None:
    """ASVS 6.3.4: the complete list of addresses that can begin a session in production."""
    known = {
        "account_login": "password, then the second step",
        "mfa_authenticate": "the second step",
        "mfa_login_webauthn": "a passkey",
        "invitation": "an invitation link, once; not when the account has a second step",
    }
    library = {name for _path, name, view in walk(get_resolver()) if view.__module__.startswith("allauth.")}
    assert library - set(known) == {
        "account_change_password",
        "account_reauthenticate",
        "account_set_password",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_deactivate_totp",
        "mfa_edit_webauthn",
        "mfa_generate_recovery_codes",
        "mfa_index",
        "mfa_list_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_remove_webauthn",
        "mfa_view_recovery_codes",
    }


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short words", "12 characters"),
        ("qwerty123456", "common"),
        ("dragondragondragon", "common"),
        ("sam-Ownwords-1", "easy to guess"),
        ("xyxyx-xyxyxyx", "easy to guess"),
        ("x1y2" * 51, "too long"),
    ],
)
def test_weak_passwords_are_refused_with_the_reason(client: Client, password: str, why: str) -> None:
    """platform 26; ASVS 6.2.1, 6.2.4, 6.2.12: at least 12 characters, at most 200, none from the shipped list of
    common ones, not even repeated, and not the names of this place.
    """
    a_person()
    sign_in(client)
    fields = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    page = client.post(reverse("account_change_password"), fields)
    assert page.status_code == 200
    assert why in page.content.decode()


@pytest.mark.parametrize(
    "password",
    ["a long walk by the sea with the dog and then " + "home " * 6, "ünïcödé wörds ärê", "seven7 seven7 😀"],
)
def test_long_passwords_and_any_characters_are_taken_as_they_are(client: Client, password: str) -> None:
    """platform 26; ASVS 6.2.5, 6.2.6, 6.2.9: 64 characters and more, no rule about kinds, nothing trimmed."""
    account = a_person()
    sign_in(client)
    padded = f" {password} "
    fields = {"oldpassword": PASSWORD, "password1": padded, "password2": padded}
    assert client.post(reverse("account_change_password"), fields).status_code == 302
    account.refresh_from_db()
    assert account.check_password(padded)
    assert identify_hasher(account.password).algorithm == "argon2"


def test_changing_the_password_ends_every_other_session(client: Client) -> None:
    """Fault F9: an old cookie is worth nothing after the password has changed (ASVS 7.4.3)."""
    a_person()
    other = Client()
    sign_in(other)
    sign_in(client)
    new = "another four plain words"
    fields = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    client.post(reverse("account_change_password"), fields)
    assert client.get(reverse("account")).status_code == 200
    assert other.get(reverse("account")).status_code == 302


def test_after_signing_in_nobody_is_sent_to_another_site(client: Client) -> None:
    """ASVS 3.7.x: `next` leads only into this service."""
    a_person()
    answer = client.post(f"{LOGIN}?next=https://elsewhere.example/", {"login": "sam", "password": PASSWORD})
    assert answer["Location"] == "/"
