"""Sessions: when they end, who can end them, and what the browser is told."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from ownwords.ledger.models import Act
from ownwords.people.actions.accounts import close_account
from ownwords.people.actions.places import end_place
from ownwords.people.models import Account, Membership, Relationship
from ownwords.people.second_factor import SESSION_KEY
from ownwords.people.typed_text import LEFT_OUT
from tests import factories as make
from tests.people.test_signin import a_person, sign_in, with_password

pytestmark = pytest.mark.django_db
NOON = "2026-11-23T12:00:00Z"


@pytest.fixture(autouse=True)
def _no_counts() -> None:
    cache.clear()


def in_as(account: Account, name: str = "ada") -> Client:
    """Sign an account in with both steps done."""
    with_password(account, name)
    client = Client()
    sign_in(client, name)
    session = client.session
    session[SESSION_KEY] = True
    session.save()
    return client


def replay(client: Client) -> int:
    """Ask for a page with the same cookie again."""
    return client.get(reverse("account")).status_code


@pytest.mark.parametrize(("role", "minutes"), [("person", 60), ("worker", 20)])
def test_a_session_ends_after_idle_time_that_depends_on_the_role(role: str, minutes: int) -> None:
    """ASVS 7.3.1; platform 25: 20 minutes for staff, 60 for people."""
    with time_machine.travel(NOON, tick=False) as clock:
        account = make.person().account if role == "person" else make.staff(make.team())
        assert account is not None
        client = in_as(account)
        assert replay(client) == 200
        clock.shift(minutes * 60)
        assert replay(client) == 200
        clock.shift(minutes * 60 + 1)
        assert replay(client) == 302


def test_a_session_ends_after_twelve_hours_however_busy(client: Client) -> None:
    """ASVS 7.3.2: the absolute end."""
    with time_machine.travel(NOON, tick=False) as clock:
        a_person()
        sign_in(client)
        for _ in range(24):
            clock.shift(30 * 60)
            assert replay(client) == 200
        clock.shift(30 * 60)
        assert replay(client) == 302


def test_the_ends_are_stated_on_a_page(client: Client) -> None:
    """ASVS 7.1.1, 7.3.1: somebody can read when their visit ends."""
    a_person()
    sign_in(client)
    page = client.get(reverse("account")).content.decode()
    assert "60 minutes" in page
    assert "12 hours" in page


def test_staying_signed_in_is_a_post_that_answers_nothing(client: Client) -> None:
    """The box "Are you still there?" renews the visit."""
    with time_machine.travel(NOON, tick=False) as clock:
        a_person()
        sign_in(client)
        clock.shift(59 * 60)
        assert client.post(reverse("stay")).status_code == 204
        clock.shift(59 * 60)
        assert replay(client) == 200


def test_signing_out_ends_the_session_and_empties_the_browser(client: Client) -> None:
    """ASVS 7.4.1, 14.3.1; fault F9: the old cookie opens nothing, and the browser is told to keep nothing."""
    a_person()
    sign_in(client)
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
    answer = client.post(reverse("account_logout"))
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer["Location"] == reverse("signed_out")
    assert replay(thief) == 302


def test_signing_out_is_not_done_by_a_link(client: Client) -> None:
    """ASVS 3.5.3: reading a page changes nothing."""
    a_person()
    sign_in(client)
    assert client.get(reverse("account_logout")).status_code == 200
    assert replay(client) == 200


def test_signing_out_everywhere_ends_every_session() -> None:
    """ASVS 7.4.3; who is who: sign-out everywhere."""
    account = a_person()
    one, two = Client(), Client()
    sign_in(one)
    sign_in(two)
    assert one.post(reverse("sign_out_everywhere")).status_code == 302
    assert (replay(one), replay(two)) == (302, 302)
    assert Act.objects.filter(actor_id=account.id, verb="signed_out_everywhere").exists()


def test_own_sessions_are_listed_and_one_can_be_ended() -> None:
    """ASVS 7.5.2; platform 25."""
    a_person()
    one, two = Client(HTTP_USER_AGENT="Mozilla/5.0 (X11; Linux) Firefox/128.0"), Client()
    sign_in(one)
    sign_in(two)
    page = one.get(reverse("sessions")).content.decode()
    assert page.index("Firefox on Linux") < page.index("(this one)") < page.index("End<")
    assert others(page) != []
    one.post(reverse("sessions"), {"session": others(page)[0]})
    assert (replay(one), replay(two)) == (200, 302)


def others(page: str) -> list[str]:
    """The ids of the other sessions that a page offers to end."""
    return re.findall(r'name="session" value="(\d+)"', page)


def test_nobody_ends_sessions_of_somebody_else() -> None:
    """ASVS 8.2.2: an id from another account does nothing."""
    a_person()
    a_person("jo")
    mine, theirs, more = Client(), Client(), Client()
    sign_in(mine)
    sign_in(theirs, "jo")
    sign_in(more, "jo")
    (id_of_theirs,) = others(theirs.get(reverse("sessions")).content.decode())
    mine.post(reverse("sessions"), {"session": id_of_theirs})
    assert (replay(theirs), replay(more)) == (200, 200)


def test_closing_an_account_ends_its_sessions_at_once() -> None:
    """ASVS 7.4.2; fault F9: replayed the moment after, and no row of the session is left."""
    team = make.team()
    worker = make.staff(team)
    client = in_as(worker)
    administrator = make.viewing(make.appointed(team.organisation, "administrator"))
    close_account(viewer=administrator, account_id=worker.id)
    assert replay(client) == 302
    assert not Session.objects.filter(session_key=client.cookies[settings.SESSION_COOKIE_NAME].value).exists()


def test_ending_a_place_in_a_team_ends_the_sessions_at_once() -> None:
    """ASVS 7.4.2; who is who: a worker who leaves loses access that day."""
    team = make.team()
    worker = make.staff(team)
    sam = make.person(team)
    client = in_as(worker)
    administrator = make.viewing(make.appointed(team.organisation, "administrator"))
    place = Membership.objects.get(account=worker)
    end_place(viewer=administrator, account_id=worker.id, place_id=place.id)
    assert replay(client) == 302
    back = in_as(worker)
    assert back.get(f"/people/{sam.id}/details/").status_code == 404


def test_a_form_sent_after_the_session_ended_comes_back_with_every_word(client: Client) -> None:
    """Nothing lost; refocus: nothing typed is lost. Nothing of it is stored."""
    words = "First line\n\n<b>ünd</b> the last: 😀"
    headers = {"HTTP_ORIGIN": "http://testserver"}
    page = client.post(f"/people/{make.person().id}/details/edit/", {"words": words, "code": "1"}, **headers)
    assert page.status_code == 401
    text = page.content.decode()
    assert "&lt;b&gt;ünd&lt;/b&gt; the last: 😀" in text
    assert reverse("signed_in_again") in text.replace("%2F", "/")
    assert not Session.objects.exists()
    assert 'name="code"' not in text
    assert "password" in LEFT_OUT


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
def test_after_the_session_ended_a_form_of_another_site_is_handed_back_empty(
    client: Client, origin: str
) -> None:
    """ASVS 3.5.1: also where the check of the form itself lets it through."""
    headers = {"HTTP_ORIGIN": origin} if origin else {}
    page = client.post(f"/people/{make.person().id}/details/edit/", {"words": "planted words"}, **headers)
    assert page.status_code == 401
    assert "planted words" not in page.content.decode()


def test_a_form_of_another_site_is_not_handed_back() -> None:
    """ASVS 3.5.1: what another site sends is neither done nor shown."""
    strict = Client(enforce_csrf_checks=True)
    page = strict.post("/role/", {"words": "planted"}, HTTP_ORIGIN="https://elsewhere.example")
    assert page.status_code == 403
    assert "planted" not in page.content.decode()


def test_a_form_with_a_stale_check_comes_back_with_a_fresh_one(client: Client) -> None:
    """After signing in again in another tab, one more press saves it."""
    a_person()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(Account.objects.get(signin_name="sam"))
    strict.get(reverse("account"))
    headers = {"HTTP_ORIGIN": "http://testserver"}
    page = strict.post("/role/", {"role": "person", "csrfmiddlewaretoken": "x" * 64}, **headers)
    assert page.status_code == 403
    assert "Press “Save it again” once more." in page.content.decode()
    (fresh,) = set(re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode()))
    again = strict.post("/role/", {"role": "person", "csrfmiddlewaretoken": fresh}, **headers)
    assert again.status_code == 302


PAGES = ["/account/login/", "/account/signed-out/", "/invitation/x/", "/no-such-page/", "/account/logout/"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_carries_the_strict_headers(client: Client, path: str) -> None:
    """ASVS 3.4.3 to 3.4.8; platform 8: nothing runs but our own files, nothing frames us, nothing leaks."""
    held_to_the_headers(client.get(path))


def test_signed_in_pages_carry_the_strict_headers_and_are_not_stored(client: Client) -> None:
    """ASVS 14.3.2: no copy in any cache."""
    a_person()
    sign_in(client)
    for name in ("account", "sessions", "roles", "mfa_index"):
        answer = client.get(reverse(name))
        held_to_the_headers(answer)
        assert "no-store" in answer["Cache-Control"], name


def held_to_the_headers(answer: Any) -> None:
    """Check the headers that every response must have."""
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


PRODUCTION = {
    "OWNWORDS_MODE": "production",
    "OWNWORDS_ORIGIN": "https://ownwords.example",
    "OWNWORDS_SECRET_KEY": "k7" * 15 + "0123456789abcdefghij",
    "DATABASE_URL": "postgresql:///nowhere",
    "DJANGO_SETTINGS_MODULE": "ownwords.config.settings",
    "PATH": os.environ.get("PATH", ""),
}
ASK = """
import json, os
os.geteuid = lambda: 1000
import django
django.setup()
from django.conf import settings
from django.urls import NoReverseMatch, reverse
def known(name):
    try:
        return bool(reverse(name))
    except NoReverseMatch:
        return False
names = [n for n in dir(settings) if n.startswith(("SESSION_COOKIE", "CSRF_COOKIE", "SECURE_"))]
print(json.dumps({**{n: getattr(settings, n) for n in names},
    "demonstration": known("demonstration"), "login": known("account_login"),
    "reset": known("account_reset_password")}))
"""


@pytest.fixture(scope="module")
def production() -> dict[str, Any]:
    """The settings of a service, loaded in a process of their own."""
    found = subprocess.run(
        [sys.executable, "-c", ASK], env=PRODUCTION, capture_output=True, text=True, check=True
    )
    return json.loads(found.stdout)


@pytest.mark.parametrize("cookie", ["SESSION", "CSRF"])
def test_cookies_of_a_service_are_bound_to_its_host_and_out_of_reach(
    production: dict[str, Any], cookie: str
) -> None:
    """ASVS 3.3.1 to 3.3.4: `__Host-`, Secure, HttpOnly, SameSite; no domain, the whole path."""
    assert production[f"{cookie}_COOKIE_NAME"].startswith("__Host-")
    assert production[f"{cookie}_COOKIE_SECURE"] is True
    assert production[f"{cookie}_COOKIE_HTTPONLY"] is True
    assert production[f"{cookie}_COOKIE_SAMESITE"] == "Lax"
    assert production[f"{cookie}_COOKIE_DOMAIN"] is None
    assert production[f"{cookie}_COOKIE_PATH"] == "/"


def test_a_service_asks_for_encrypted_connections_for_a_year(production: dict[str, Any]) -> None:
    """ASVS 3.4.1."""
    assert production["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert production["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True


def test_a_service_does_not_know_the_demonstrations_sign_in(production: dict[str, Any]) -> None:
    """Who is who: production refuses it: there is no such address. Without a mail server there is no reset either."""
    assert (production["demonstration"], production["login"], production["reset"]) == (False, True, False)


def test_a_supporter_whose_tie_ended_reaches_nothing() -> None:
    """Access follows the tie of today, not the session (who is who)."""
    sam, sister = make.person(), make.account()
    tie = make.beside(sam, sister, "supporter")
    client = in_as(sister, "ruth")
    assert client.get(reverse("account")).status_code == 200
    Relationship.objects.filter(pk=tie.pk).update(ends_on=make.LONG_AGO)
    assert client.get(reverse("account")).status_code == 404
