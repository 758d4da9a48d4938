"""A team's figures in a browser: from the list of people to a figure, and on to whom nobody has asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import Walk

Start = Callable[..., Walk]


@pytest.mark.parametrize("width", [1200, 320])
def test_given_a_worker_when_they_open_figures_then_completeness_comes_first(walk: Start, width: int) -> None:
    """RS-23, house rule 9: from people to figures, from a figure to people who were not asked yet, and back."""
    one = walk(width=width).sign_in_as("demo-worker").go("/people/")
    one.main().get_by_role("button", name="Figures of the team").click()
    one.then_the_baseline_is_met()
    one.main().get_by_role("link", name="PHQ-9").first.click()
    one.sees("could be asked").then_the_baseline_is_met()
    headings = one.main().locator("h2").all_inner_texts()
    assert headings[0] == "How far these figures reach"
    one.follow("People who have not been asked yet").then_the_baseline_is_met()
    one.page.locator(".nhsuk-back-link").click()
    one.sees("How far these figures reach")


@pytest.mark.parametrize("scripts", [True, False])
def test_given_another_set_of_people_when_it_is_chosen_then_the_page_is_about_them(
    walk: Start, scripts: bool
) -> None:
    """Pages work without JavaScript: a choice and a button."""
    one = walk(scripts=scripts).sign_in_as("demo-worker").go("/team/figures/")
    one.main().get_by_role("link", name="PHQ-9").first.click()
    one.page.get_by_label("Whom it is about").select_option(index=2)
    one.main().get_by_role("button", name="Show").click()
    assert "whom=ended-" in one.page.url
    one.sees("no one to count").then_the_baseline_is_met()


def test_given_only_a_keyboard_when_a_set_is_chosen_then_it_is_shown(walk: Start) -> None:
    """Every step by keyboard: the choice, the button, the way back."""
    one = walk().sign_in_as("demo-worker").go("/team/figures/")
    one.main().get_by_role("link", name="PHQ-9").first.press("Enter")
    one.page.get_by_label("Whom it is about").press("ArrowDown")
    one.page.keyboard.press("Tab")
    expect(one.main().get_by_role("button", name="Show")).to_be_focused()
    one.page.keyboard.press("Enter")
    expect(one.page.get_by_label("Whom it is about")).not_to_have_value("now")
    assert "whom=" in one.page.url


@pytest.mark.parametrize("width", [1200, 320])
def test_given_a_lead_when_they_open_lines_then_nothing_is_put_together_across_people(
    walk: Start, width: int
) -> None:
    """RS-22: from the team's page to counts of lines by what people said."""
    one = walk(width=width).sign_in_as("demo-team-lead").go("/team/")
    one.main().get_by_role("button", name="Figures of the team").click()
    one.follow("Lines that people follow").then_the_baseline_is_met()
    assert "average" not in one.main().inner_text().lower()


def test_given_figures_on_paper_when_they_are_printed_then_nothing_is_lost(walk: Start) -> None:
    """Print: completeness, tables and why numbers are missing stand on the paper as well."""
    one = walk().sign_in_as("demo-worker").go("/team/figures/")
    one.main().get_by_role("link", name="PHQ-9").first.click()
    one.page.emulate_media(media="print")
    for words in ("How far these figures reach", "What is not shown, and why"):
        expect(one.main().get_by_role("heading", name=words)).to_be_visible()
