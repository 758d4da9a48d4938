"""Signing in and out, in a browser: passkeys, words that outlive a session, and what the browser keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.journeys.walking import Walk

Start = Callable[..., Walk]
PASSWORD = "four plain words here"
LONG = "I want to keep pigeons again.\n\nNot for anybody else. For me, and for the sound of them. " * 8
STORED = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(d => d.name), caches: await caches.keys(),
})"""


def with_authenticator(walk: Walk) -> Any:
    """Give the browser a made-up fingerprint reader that keeps passkeys."""
    tools = walk.context.new_cdp_session(walk.page)
    tools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def invite_staff(walk: Walk, name: str) -> str:
    """As the administrator, make an account and return the path of its link."""
    walk.sign_in_as("demo-administrator").go("/accounts/new/").write("Name", name).choose("Researcher")
    walk.press("Make the account")
    expect(walk.page.get_by_role("heading", level=1)).to_contain_text(name)
    walk.then_the_baseline_is_met()
    link = walk.page.get_by_label("Copy this link").input_value()
    walk.page.goto(walk.service + "/account/logout/")
    walk.main().get_by_role("button", name="Sign out").click()
    walk.sees("You are signed out")
    return link.replace(walk.service, "").replace("http://localhost", "")


def on_localhost(walk: Walk) -> None:
    """Passkeys belong to a name, not to a number: use the same service under the name localhost."""
    walk.service = walk.service.replace("127.0.0.1", "localhost")


def test_given_an_invitation_when_staff_set_up_a_passkey_then_it_signs_them_in_alone(walk: Start) -> None:
    """Platform 25, passkeys first: link, passkey, recovery codes, sign-out, and in again with one press."""
    one = walk()
    on_localhost(one)
    link = invite_staff(one, "Iris Lark")
    with_authenticator(one)
    one.go(link).then_the_baseline_is_met()
    one.write("Choose a sign-in name", "iris").press("Use a passkey instead")
    one.sees("Set up a passkey").then_the_baseline_is_met()
    one.write("Name of this passkey", "my telephone").press("Set up", exact=True)
    one.sees("Recovery codes").then_the_baseline_is_met()
    one.go("/account/").sees("my telephone").then_the_baseline_is_met()
    one.press("Sign out").sees("You are signed out")
    one.go("/account/login/").press("Sign in with a passkey")
    expect(one.page.get_by_text("Iris Lark").first).to_be_visible()
    one.go("/account/").sees("Where you are signed in").then_the_baseline_is_met()


def test_given_an_invitation_when_staff_choose_a_password_then_only_the_second_step_opens(
    walk: Start,
) -> None:
    """ASVS 6.3.3: until it is set up every page leads to it; each page of the way meets the baseline."""
    one = walk(width=320)
    link = invite_staff(one, "Noor Finch")
    one.go(link).write("Choose a sign-in name", "noor").write("Choose a password", PASSWORD).press("Come in")
    one.sees("A second step when you sign in").then_the_baseline_is_met()
    one.press("Set up an app").sees("Set up an authenticator app").then_the_baseline_is_met()
    one.write("Code from the app", "000000").press("Set up", exact=True)
    one.sees("That code is not right").then_the_baseline_is_met()


def test_given_long_words_when_the_session_dies_then_they_are_saved_after_signing_in_again(
    walk: Start,
) -> None:
    """Nothing lost: typed text outlives the session: another tab, and at most one more press."""
    one = walk()
    one.sign_in_as("demo-person")
    one.go("/").page.get_by_role("link", name="My record").first.click()
    record = one.page.url
    one.page.goto(record.replace("/record/", "/add/meaning/"))
    one.then_the_baseline_is_met()
    box = one.main().locator("textarea").first
    box.fill(LONG)
    other = one.new_tab()
    other.goto(one.service + "/account/logout/")
    other.locator("main").get_by_role("button", name="Sign out").click()
    one.main().locator("form").first.get_by_role("button", name="Save").first.click()
    one.sees("Your words are still here").then_the_baseline_is_met()
    assert LONG.strip() in one.page.locator("textarea.ow-kept").first.input_value()
    stored = one.page.evaluate(STORED)
    assert stored == {"local": [], "session": [], "databases": [], "caches": []}
    other.goto(one.service + "/demonstration/")
    other.locator('form:has(input[value="demo-person"]) button').first.click()
    one.press("Save it again")
    if "Your words are still here" in one.page.title():
        one.sees("once more").then_the_baseline_is_met()
        one.press("Save it again")
    one.sees("keep pigeons again").then_the_baseline_is_met()


def test_given_a_signed_out_browser_when_looked_through_then_nothing_is_left(walk: Start) -> None:
    """ASVS 14.3.1, 14.3.3; platform 19: no storage, no session cookie, and Back shows nothing."""
    one = walk()
    one.sign_in_as("demo-person").go("/account/").then_the_baseline_is_met()
    one.press("Sign out").sees("You are signed out").then_the_baseline_is_met()
    assert one.page.evaluate(STORED) == {"local": [], "session": [], "databases": [], "caches": []}
    assert not [cookie for cookie in one.context.cookies() if cookie.get("name") == "session"]
    one.page.go_back()
    expect(one.page.get_by_text("Where you are signed in")).to_have_count(0)


def test_given_no_script_when_signing_in_then_everything_but_passkeys_works(walk: Start) -> None:
    """Platform 5: all journeys work without JavaScript."""
    one = walk(scripts=False)
    one.go("/account/login/").write("Sign-in name", "nobody").write("Password", "wrong words").press(
        "Sign in", exact=True
    )
    one.sees("is not right")
    one.sign_in_as("demo-administrator").go("/accounts/").sees("Accounts of staff").then_the_baseline_is_met()
    one.go("/account/sessions/").sees("this one").then_the_baseline_is_met()


def test_given_an_administrator_when_they_walk_their_pages_then_each_meets_the_baseline(walk: Start) -> None:
    """Homes and look and feel: accounts, teams, health, wide and narrow."""
    paths = (
        "/accounts/", "/accounts/?q=zzz", "/accounts/new/", "/teams/", "/teams/new/", "/health/", "/account/",
        "/account/sessions/", "/account/factors/", "/account/factors/app/activate/", "/account/factors/passkeys/",
        "/account/factors/passkeys/add/", "/account/password/set/", "/account/logout/everywhere/", "/role/",
    )  # fmt: skip
    for width in (1200, 320):
        one = walk(width=width)
        one.sign_in_as("demo-administrator")
        for path in paths:
            one.go(path).then_the_baseline_is_met()
        one.go("/accounts/").page.locator("tbody a").first.click()
        one.sees("Add a role").then_the_baseline_is_met()
        one.follow("Make a new link to come in").then_the_baseline_is_met()
        one.go("/teams/").page.locator("tbody a").first.click()
        one.sees("Who works here").then_the_baseline_is_met()
