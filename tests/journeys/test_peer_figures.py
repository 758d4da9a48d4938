"""A team's figures of peer support in a browser: from the team's page to who came back, and to how people met."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.template import engines
from playwright.sync_api import expect

from ownwords.peers.method.team_curves import Point, TimeToReturn
from ownwords.peers.presenters.figures import show_time
from tests.journeys.walking import Walk

Start = Callable[..., Walk]


def drawn() -> str:
    """Return a curve with its sentences and its table, as the page draws it."""
    points = tuple(
        Point(month, 60 - 2 * month, 3 * month, month / 40, max(0.0, month / 40 - 0.1), month / 40 + 0.1)
        for month in (4, 5, 7, 9, 12, 15, 18, 24)
    )
    shown = show_time(TimeToReturn(60, 50, 40, points, 600), date(2025, 12, 31))
    engine: Any = engines["jinja2"]
    template = engine.env.get_template("peers/figures/parts.html")
    numbers = ("Month", "At risk: still away and still followed", "Share back", "95% interval")
    head = [{"text": words, "numeric": True} for words in numbers]
    about = "Share of times away that had ended in a return"
    made = template.module.curve(shown, "time", about, "months", "share back", "Numbers", head)
    return f"<h1>Curve</h1>{made}"


@pytest.mark.parametrize("width", [1200, 320])
def test_given_a_lead_when_they_open_peer_support_then_both_pages_meet_the_baseline(
    walk: Start, width: int
) -> None:
    """PS-18, PS-12: from the team's page to returns, to meetings, and back."""
    one = walk(width=width).sign_in_as("demo-team-lead").go("/team/")
    one.main().get_by_role("button", name="Peer support, and who comes back").click()
    one.then_the_baseline_is_met()
    one.follow("People who came back").sees("every return is a success").sees(
        "only when 5 or more people differ"
    )
    one.then_the_baseline_is_met()
    one.page.locator(".nhsuk-back-link").click()
    one.follow("Appointments, introductions and first meetings").sees("What the service missed itself")
    one.then_the_baseline_is_met()


@pytest.mark.parametrize("scripts", [True, False])
def test_given_another_period_when_it_is_chosen_then_the_page_is_about_it(walk: Start, scripts: bool) -> None:
    """Pages work without JavaScript: a choice and a button, by keyboard as well."""
    one = walk(scripts=scripts).sign_in_as("demo-worker").go("/team/peer-support/")
    one.follow("People who came back")
    last = one.page.get_by_label("Period").locator("option").last
    value, words = last.get_attribute("value"), last.inner_text()
    one.page.get_by_label("Period").select_option(str(value))
    one.main().get_by_role("button", name="Show").press("Enter")
    assert f"period={value}" in one.page.url
    expect(one.main().locator("h1")).to_contain_text(words)
    one.sees("Counted on")


@pytest.mark.parametrize("width", [1200, 320])
def test_given_a_curve_when_it_is_drawn_then_its_sentences_and_table_say_the_same(
    walk: Start, width: int
) -> None:
    """PS-16: a picture with a name and a description, the numbers in a table, nothing wider than the screen."""
    one = walk(width=width).sign_in_as("demo-worker").go("/team/peer-support/")
    one.page.evaluate("html => { document.querySelector('main').innerHTML = html }", drawn())
    one.then_the_baseline_is_met()
    expect(one.page.get_by_role("img", name="Share of times away")).to_be_visible()
    expect(one.page.get_by_role("row", name="24 12 60% 50% – 70%")).to_be_visible()
