"""The door in a browser: stepping back and coming back, a contact in a few taps, on a phone and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.walking import Walk

Start = Callable[..., Walk]
MOST_PRESSES = 4


def _home(walked: Walk) -> str:
    walked.go("/").follow("My record")
    return walked.page.url.rsplit("/record/", 1)[0].removeprefix(walked.service)


def _stand_open(one: Walk, home: str) -> None:
    """Bring the door to where it is open, whatever stood there."""
    one.go(f"{home}/door/")
    if one.main().get_by_role("button", name="Step back").count() == 0:
        _come_back(one)


def _come_back(one: Walk) -> None:
    """From the page of the door to the page that asks how to be reached, and back."""
    one.press("I would like to come back").page.wait_for_url("**/come-back/")
    one.press("I would like to come back").sees("Welcome back.")


@pytest.mark.parametrize("scripts", [True, False])
def test_given_a_phone_when_somebody_steps_back_and_comes_back_then_it_is_counted_as_nothing_but_a_return(
    walk: Start, scripts: bool
) -> None:
    """PS-09, PS-23: without scripts and at 320 pixels too."""
    one = walk(width=320, scripts=scripts).sign_in_as("demo-person")
    home = _home(one)
    _stand_open(one, home)
    one.go(f"{home}/peer-support/").then_the_baseline_is_met()
    one.press("Step back, pause or come back").page.wait_for_url("**/door/")
    one.then_the_baseline_is_met().press("Step back", exact=True).page.wait_for_url("**/step-back/")
    one.then_the_baseline_is_met()
    one.press("Step back").sees("You have stepped back. The door is open.").then_the_baseline_is_met()
    one.press("I would like to come back").page.wait_for_url("**/come-back/")
    one.then_the_baseline_is_met()
    one.choose("a phone call").press("I would like to come back").sees("Welcome back.")
    one.sees("The door is open").then_the_baseline_is_met()


def test_given_a_pause_when_its_form_is_refused_then_nothing_typed_is_lost(walk: Start) -> None:
    """house rule 7."""
    one = walk(width=375).sign_in_as("demo-person")
    home = _home(one)
    _stand_open(one, home)
    one.go(f"{home}/door/pause/").then_the_baseline_is_met()
    one.write("Anything you want to say", "A month by the sea")
    one.page.get_by_label("Day", exact=True).fill("31")
    one.press("Pause").sees("There is a problem").then_the_baseline_is_met()
    assert one.page.get_by_label("Anything you want to say").input_value() == "A month by the sea"
    one.page.get_by_label("Day", exact=True).fill("")
    one.press("Pause").sees("You have paused.").then_the_baseline_is_met()
    _come_back(one)


@pytest.mark.parametrize(("scripts", "width"), [(True, 375), (False, 320)])
def test_given_a_peer_worker_when_they_met_somebody_then_it_is_kept_in_a_few_presses(
    walk: Start, scripts: bool, width: int
) -> None:
    """PS-02: few taps, no text."""
    peer = walk(width=width, scripts=scripts).sign_in_as("demo-peer-worker").go("/walking-beside/")
    peer.then_the_baseline_is_met()
    peer.follow("Keep a contact").then_the_baseline_is_met()
    told = peer.page.get_by_label("what peer workers may write down")
    if told.count():
        told.check()
    peer.page.get_by_label("spoke", exact=True).check()
    peer.page.get_by_label("by phone", exact=True).check()
    peer.press("Keep", exact=True).sees("Kept. Nothing more is needed.").then_the_baseline_is_met()
    peer.press("Another one like the last, today").sees("Kept one more").then_the_baseline_is_met()


def test_given_the_keyboard_alone_when_somebody_steps_back_and_returns_then_it_works(walk: Start) -> None:
    """platform: by keyboard."""
    one = walk().sign_in_as("demo-person")
    home = _home(one)
    _stand_open(one, home)
    one.go(f"{home}/door/")
    one.main().get_by_role("button", name="Step back", exact=True).focus()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/step-back/")
    one.main().get_by_role("button", name="Step back").focus()
    one.page.keyboard.press("Enter")
    one.sees("You have stepped back.")
    one.main().get_by_role("button", name="I would like to come back").focus()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/come-back/")
    one.main().get_by_role("button", name="I would like to come back").focus()
    one.page.keyboard.press("Enter")
    one.sees("Welcome back.")


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1200, True)])
def test_given_any_page_of_the_door_then_the_baseline_is_met(walk: Start, width: int, dark: bool) -> None:
    """platform 5, 6: axe zero violations, narrow and wide, light and dark."""
    one = walk(width=width, dark=dark).sign_in_as("demo-person")
    home = _home(one)
    for page in (
        "peer-support/",
        "peer-support/out-of-view/",
        "door/",
        "door/come-back/",
        "contacts/",
        "introductions/",
    ):
        one.go(f"{home}/{page}").then_the_baseline_is_met()
    lead = walk(width=width, dark=dark).sign_in_as("demo-team-lead")
    for page in (
        "door/",
        "door/returned/",
        "door/end/",
        "door/close/",
        "contacts/add/",
        "introductions/add/",
    ):
        lead.go(f"{home}/{page}").then_the_baseline_is_met()
    for page in ("pause-by-us", "moved-on", "pause"):
        lead.go(f"{home}/door/{page}/").then_the_baseline_is_met()
    lead.go("/coming-back/").then_the_baseline_is_met()
    lead.go("/follow-ups/").then_the_baseline_is_met()
    administrator = walk(width=width, dark=dark).sign_in_as("demo-administrator")
    administrator.go("/peer-support/rule/").then_the_baseline_is_met()
    administrator.go("/peer-support/settings/").then_the_baseline_is_met()
