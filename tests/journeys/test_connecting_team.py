"""The team's side of connecting in a browser: a visit, the team's own view, the report, words for steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import Walk

Start = Callable[..., Walk]


@pytest.mark.parametrize(("width", "scripts"), [(1200, True), (320, True), (375, False)])
def test_given_a_worker_when_they_keep_a_visit_then_the_team_knows_whom_to_ask(
    walk: Start, width: int, scripts: bool
) -> None:
    """connecting R13: one text is enough; place and contact stand under who knows whom."""
    one = walk(width=width, scripts=scripts).sign_in_as("demo-worker").go("/team/connecting/")
    one.then_the_baseline_is_met().follow("What we do in the community").then_the_baseline_is_met()
    one.main().get_by_role("button", name="Add what you did").click()
    one.sees("name nobody who uses the service").then_the_baseline_is_met()
    one.write("What did you do?", f"Went to see the allotment, {width}.")
    one.write("Where?", f"The allotment {width}").write("Whom did you meet there", "Bea, who runs it")
    one.press("Look for the place in the directory")
    expect(one.page.get_by_label("What did you do?")).to_have_value(f"Went to see the allotment, {width}.")
    one.press("Keep", exact=True)
    one.sees(f"The allotment {width}").sees("Bea, who runs it").then_the_baseline_is_met()
    one.follow("Take back").then_the_baseline_is_met().press("Take it back")
    expect(one.main().get_by_text(f"Went to see the allotment, {width}.")).to_have_count(0)


@pytest.mark.parametrize("width", [1200, 320])
def test_given_a_team_when_somebody_says_how_they_see_it_then_a_value_needs_an_example(
    walk: Start, width: int
) -> None:
    """connecting R15: a value without an example waits as a draft."""
    one = walk(width=width).sign_in_as("demo-team-lead").go("/team/connecting/")
    one.follow("How we see our own connecting work").sees("no fidelity scale").then_the_baseline_is_met()
    one.main().get_by_role("button", name="Say how you see it").click()
    one.then_the_baseline_is_met()
    groups = one.page.locator(".ow-community__asked")
    groups.nth(0).get_by_label("7", exact=True).check()
    groups.nth(0).get_by_label("An example").fill(f"Two of us went to the mosque, {width}.")
    groups.nth(1).get_by_label("2", exact=True).check()
    one.press("Keep", exact=True).sees("waits as a draft").sees(
        f"the mosque, {width}"
    ).then_the_baseline_is_met()


@pytest.mark.parametrize("width", [1200, 320])
def test_given_a_worker_when_they_open_the_report_then_it_describes_and_proves_nothing(
    walk: Start, width: int
) -> None:
    """connecting R11, R14, R17: from the team to the report, another year, and what maps are made of."""
    one = walk(width=width).sign_in_as("demo-worker").go("/team/connecting/")
    one.follow("New ties, and who did what").sees("It does not prove").then_the_baseline_is_met()
    one.page.get_by_label("Calendar year").select_option(index=1)
    one.main().get_by_role("button", name="Show").click()
    one.sees("Was it explained?").then_the_baseline_is_met()
    one.page.locator(".nhsuk-back-link").click()
    one.follow("What maps are made of").sees("There is no right share").then_the_baseline_is_met()


def test_given_only_a_keyboard_when_a_visit_is_kept_then_nothing_else_is_needed(walk: Start) -> None:
    """connecting R13: by keyboard alone."""
    one = walk().sign_in_as("demo-worker").go("/team/connecting/")
    one.main().get_by_role("link", name="What we do in the community").first.press("Enter")
    one.main().get_by_role("button", name="Add what you did").press("Enter")
    one.page.get_by_label("What did you do?").press_sequentially("Rang the choir.")
    one.main().get_by_role("button", name="Keep", exact=True).press("Enter")
    one.sees("Rang the choir.")


@pytest.mark.parametrize("width", [1200, 320])
def test_given_an_administrator_when_a_step_is_worded_then_it_reads_so_from_now_on(
    walk: Start, width: int
) -> None:
    """connecting R12: words of the service, with their history."""
    one = walk(width=width).sign_in_as("demo-administrator").go("/connecting/steps/")
    one.then_the_baseline_is_met()
    one.main().locator(".ow-parts a").nth(2 if width == 320 else 1).click()
    one.then_the_baseline_is_met().write("How this service says it", f"Our words {width}").press("Save")
    one.sees(f"Our words {width}").then_the_baseline_is_met()


@pytest.mark.parametrize("width", [1200, 320])
def test_given_a_person_when_they_look_for_what_suits_then_the_page_says_why_or_why_not(
    walk: Start, width: int
) -> None:
    """connecting R22: what is around that shares one's own words."""
    one = walk(width=width).sign_in_as("demo-person").go("/")
    address = one.page.get_by_role("link", name="My record").first.get_attribute("href")
    one.go(f"{(address or '').removesuffix('record/')}nearby/").sees(
        "Look through the whole directory"
    ).then_the_baseline_is_met()
