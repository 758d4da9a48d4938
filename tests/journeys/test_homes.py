"""First pages in a browser: everybody finds what is theirs, wide, narrow and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import Walk

Start = Callable[..., Walk]


@pytest.mark.parametrize("width", [1200, 320])
def test_given_a_person_when_they_open_their_pages_then_everything_of_theirs_is_there(
    walk: Start, width: int
) -> None:
    """Homes: home, who can see, who has looked, who stands beside me, details; all in two presses."""
    one = walk(width=width).sign_in_as("demo-person").go("/").then_the_baseline_is_met()
    for words in ("Who can see what", "Who has looked", "Who stands beside me", "My details"):
        one.go("/")
        one.main().get_by_role("link", name=words).last.click()
        one.then_the_baseline_is_met()


def test_given_no_scripts_when_a_person_changes_details_then_they_are_saved(walk: Start) -> None:
    """Pages work without JavaScript; what was typed stands there afterwards."""
    one = walk(scripts=False).sign_in_as("demo-person").go("/")
    one.main().get_by_role("link", name="My details").click()
    one.press("Change details").write(
        "How and when you want to be contacted", "Text first, never before ten."
    )
    one.main().get_by_role("button", name="Save").click()
    one.sees("The details are saved.").sees("Text first, never before ten.")


@pytest.mark.parametrize(
    "who", ["demo-worker", "demo-team-lead", "demo-peer-worker", "demo-supporter", "demo-researcher"]
)
def test_given_a_role_when_it_signs_in_then_its_first_page_meets_the_baseline(walk: Start, who: str) -> None:
    """Homes; platform 3, 5, 6, 8: axe, one heading, no scroll at 320 pixels, a quiet console, in every role."""
    walk(width=320).sign_in_as(who).go("/").then_the_baseline_is_met()


def test_given_a_worker_when_they_find_somebody_then_no_name_stands_in_the_address(walk: Start) -> None:
    """ASVS 14.2.1: what is searched for is kept in the session."""
    one = walk().sign_in_as("demo-worker").go("/people/").then_the_baseline_is_met()
    one.write("Find by name or NHS number", "a")
    one.main().get_by_role("button", name="Find").click()
    expect(one.page).to_have_url(one.service + "/people/")
    one.sees("Shown:").then_the_baseline_is_met()
