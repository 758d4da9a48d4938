"""Answering by a link on a phone, planning to look again, and stopping reminders, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import Walk


def a_line(walk: Callable[..., Walk], **how: object) -> tuple[Walk, str, str]:
    """Sign in as the person; return the walk, the address of their record, and the id of one open line."""
    sam = walk(**how).sign_in_as("demo-person").follow("My record")
    home = sam.page.url.rsplit("/record/", 1)[0].removeprefix(sam.service)
    sam.go(f"{home}/again/add/")
    line = sam.page.locator('input[name="about"][value^="line:"]').first.get_attribute("value")
    assert line is not None
    return sam, home, line.removeprefix("line:")


def link_for(sam: Walk, home: str, line: str) -> str:
    """Make a link for a line; return its path."""
    sam.go(f"{home}/lines/{line}/links/").then_the_baseline_is_met()
    sam.press("Make a link").sees("The link, shown once").then_the_baseline_is_met()
    return sam.page.locator("#link").input_value().removeprefix(sam.service)


@pytest.mark.parametrize("scripts", [True, False])
def test_given_a_link_on_a_phone_when_it_is_rated_then_it_is_kept_and_the_link_is_spent(
    walk: Callable[..., Walk], scripts: bool
) -> None:
    """RS-14: without an account, in a few presses; a second use is told in words and loses nothing."""
    sam, home, line = a_line(walk)
    link = link_for(sam, home, line)
    phone = walk(width=320, scripts=scripts).go(link)
    phone.sees("How is it today?").then_the_baseline_is_met()
    phone.press("Keep").sees("Choose a number").then_the_baseline_is_met()
    phone.page.locator('input[name="value"]').nth(7).check()
    phone.press("Keep").sees("Your answer is kept").then_the_baseline_is_met()
    phone.go(link).sees("This link no longer works").then_the_baseline_is_met()
    sam.go(f"{home}/lines/{line}/links/")
    expect(sam.page.get_by_text("Links that still work")).to_have_count(0)


def test_given_a_link_open_on_two_phones_then_the_second_answer_is_shown_and_not_swallowed(
    walk: Callable[..., Walk],
) -> None:
    """Bad input: a link used twice."""
    sam, home, line = a_line(walk)
    link = link_for(sam, home, line)
    one, two = walk(width=320).go(link), walk(width=320, dark=True).go(link)
    for phone in (one, two):
        phone.page.locator('input[name="value"]').first.check()
        phone.write("Do you want to say something about it?", "A long day")
    one.press("Keep").sees("Your answer is kept")
    two.press("Keep").sees("What you have just typed was not kept.").sees(
        "A long day"
    ).then_the_baseline_is_met()


def test_given_a_link_taken_back_then_it_says_so_in_words(walk: Callable[..., Walk]) -> None:
    """Bad input: withdrawn or expired: the same words, nobody's name."""
    sam, home, line = a_line(walk)
    link = link_for(sam, home, line)
    sam.go(f"{home}/lines/{line}/links/").press("Withdraw").sees("The link no longer works.")
    phone = walk(width=320).go(link).sees("This link no longer works").then_the_baseline_is_met()
    assert "Sam" not in phone.main().inner_text()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [1200, 320])
def test_given_a_person_when_they_plan_to_look_again_then_it_stands_until_they_end_it(
    walk: Callable[..., Walk], width: int, scripts: bool
) -> None:
    """RS-15: planned, paused, gone on with, ended, by the person."""
    sam, home, line = a_line(walk, width=width, scripts=scripts)
    sam.go(f"{home}/again/add/?about=line:{line}").then_the_baseline_is_met()
    sam.write("Year", "2019").press("Keep").sees("There is a problem").then_the_baseline_is_met()
    sam.go(f"{home}/again/add/?about=line:{line}").choose("every three months").press("Keep")
    sam.sees("every three months").then_the_baseline_is_met()
    article = sam.page.locator("article").last
    article.get_by_role("link", name=re.compile("^Pause")).click()
    sam.then_the_baseline_is_met().press("Pause").sees("Paused until you say so.").then_the_baseline_is_met()
    sam.press("Go on").sees("It goes on.")
    sam.page.locator("article").last.get_by_role("link", name=re.compile("^Change")).click()
    sam.then_the_baseline_is_met().choose("every year").press("Keep").sees("every year")
    sam.page.locator("article").last.get_by_role("link", name=re.compile("^End")).click()
    sam.then_the_baseline_is_met().press("End this plan").sees("Ended. Everything answered stays.")


def test_given_a_stop_link_that_is_not_whole_then_it_says_so(walk: Callable[..., Walk]) -> None:
    """refocus R17: the pages about stopping meet the baseline."""
    visitor = walk(width=320).go("/reminders/stop/half-a-li/").sees("This link does not work")
    visitor.then_the_baseline_is_met().go("/reminders/stopped/").then_the_baseline_is_met()


def test_given_a_team_that_ends_its_support_then_the_door_stays_open(walk: Callable[..., Walk]) -> None:
    """RS-26, DESIGN 3: whose decision it was; the form comes back filled; the person comes back by themselves."""
    sam = walk(width=320).sign_in_as("demo-person").follow("My record")
    home = sam.page.url.rsplit("/record/", 1)[0].removeprefix(sam.service)
    worker = walk().sign_in_as("demo-worker").go(f"{home}/beside/").follow("stops supporting")
    worker.then_the_baseline_is_met()
    worker.write("Why", "We talked it over.").press("Stop supporting for now").sees(
        "Say whose decision this is."
    )
    worker.then_the_baseline_is_met()
    worker.go("/team/endings/").sees("How support ended").then_the_baseline_is_met()
