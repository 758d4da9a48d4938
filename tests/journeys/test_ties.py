"""How connections come about: who did what, step by step, ready or not; on a phone, without scripts, with a worker."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.journeys.walking import Walk

MOST_QUESTIONS, MOST_PRESSES = 7, 4


def _home(walked: Walk) -> str:
    walked.go("/").follow("My record")
    return walked.page.url.rsplit("/record/", 1)[0].removeprefix(walked.service)


def _on_the_map(sam: Walk, home: str, words: str) -> None:
    sam.go(f"{home}/map/")
    sam.write("Add somebody or something", words).press("Add", exact=True).sees(words)


def _tie(sam: Walk, home: str, words: str, *, then: str = "Keep") -> str:
    """Say how something on the map came about; return the address of its page, with a slash at the end."""
    sam.go(f"{home}/ties/").then_the_baseline_is_met()
    link = sam.main().get_by_role("link", name=words)
    if not link.first.is_visible():
        sam.page.get_by_text("Say how another one came about").click()
    link.first.click()
    sam.then_the_baseline_is_met()
    sam.choose("new").choose("through a peer, or something user-led").write(
        "In your own words", "Ann took me"
    )
    sam.press(then, exact=True)
    return sam.page.url.removeprefix(sam.service).removesuffix("said/")


@pytest.mark.parametrize("scripts", [True, False])
def test_given_a_phone_when_sam_says_how_it_came_about_and_who_did_what_then_it_stands_there(
    walk: Callable[..., Walk], scripts: bool
) -> None:
    """connecting R8, R9: at 320 px, with and without scripts."""
    sam = walk(width=320, scripts=scripts).sign_in_as("demo-person")
    home, words = _home(sam), f"Allotment {scripts}"
    _on_the_map(sam, home, words)
    tie = _tie(sam, home, words, then="Keep, and say who did what")
    sam.then_the_baseline_is_met()
    sam.press("Keep", exact=True).sees("There is a problem").then_the_baseline_is_met()
    sam.choose("prepared the ground")
    sam.page.get_by_text("Say more").click()
    sam.choose("spoke to the place beforehand").press("Keep", exact=True)
    sam.sees("As you see it").sees("prepared the ground").then_the_baseline_is_met()
    sam.page.locator(".ow-more summary").first.click()
    sam.follow("Say it differently").then_the_baseline_is_met()
    sam.choose("I would rather not say").press("Save").sees("stays in its history").then_the_baseline_is_met()
    sam.go(f"{tie}sight/").then_the_baseline_is_met()
    sam.go(f"{tie}remove/").then_the_baseline_is_met()
    sam.write("Why should this be out of view?", "For now").press("Take it out of view")
    sam.sees("For now").then_the_baseline_is_met()
    sam.press("Put it back").sees("It is back.").then_the_baseline_is_met()


def test_given_a_tie_when_the_worker_says_how_they_see_it_then_both_stand_side_by_side_in_few_presses(
    walk: Callable[..., Walk],
) -> None:
    """connecting R9: under two minutes, held as questions and presses; the walk itself is timed and said."""
    sam = walk().sign_in_as("demo-person")
    home = _home(sam)
    _on_the_map(sam, home, "Singing in the hall")
    tie = _tie(sam, home, "Singing in the hall")
    sam.sees("Say who did what").follow("Say who did what")
    sam.choose("no part").press("Keep", exact=True).sees("no part")
    worker = walk(width=375).sign_in_as("demo-worker").go(tie)
    worker.then_the_baseline_is_met()
    began = time.monotonic()
    worker.follow("Say how you see it")
    questions = worker.main().locator("form fieldset, form textarea").count()
    worker.choose("went alongside")
    worker.page.get_by_text("Say more").click()
    worker.page.get_by_role("group", name="Whose idea was it?").get_by_label("me, or another worker").check()
    worker.press("Keep", exact=True)
    worker.sees("went alongside").then_the_baseline_is_met()
    print(f"a view: {questions} questions, 5 presses, {time.monotonic() - began:.1f} s in a driven browser")
    assert questions <= MOST_QUESTIONS
    sides = worker.main().locator(".ow-tie__view")
    assert sides.count() == 2
    assert "no part" in sides.nth(0).inner_text()
    assert "went alongside" in sides.nth(1).inner_text()
    sam.go(tie).sees("went alongside").then_the_baseline_is_met()


@pytest.mark.parametrize("scripts", [True, False])
def test_given_a_visit_when_steps_are_logged_by_both_then_they_stand_in_the_order_of_days(
    walk: Callable[..., Walk], scripts: bool
) -> None:
    """connecting R12: one screen, either party; after the conversation as well."""
    sam = walk(width=320, scripts=scripts).sign_in_as("demo-person")
    home, words = _home(sam), f"Chess at the library {scripts}"
    _on_the_map(sam, home, words)
    sam.go(f"{home}/connecting/").then_the_baseline_is_met()
    sam.press("Add a step").then_the_baseline_is_met()
    sam.press("Keep", exact=True).sees("There is a problem").then_the_baseline_is_met()
    sam.write("What happened?", f"Asked {words}").choose("mine").choose("apart")
    sam.page.get_by_label("Which step was it?").select_option("Asking somebody one knows")
    sam.page.get_by_text("With whom, and about what").click()
    sam.page.get_by_label("About whom or what on your map?").select_option(words)
    sam.press("Keep", exact=True).sees("Kept.").sees(f"Asked {words}").then_the_baseline_is_met()
    sam.main().get_by_role("link", name=words, exact=True).first.click()
    sam.sees(f"Asked {words}").then_the_baseline_is_met()
    worker = walk(scripts=scripts).sign_in_as("demo-worker").go(f"{home}/connecting/add/")
    worker.then_the_baseline_is_met()
    worker.write("What happened?", f"Rang the library {scripts}").choose("of whoever goes with them")
    for part, value in (("Day", "2"), ("Month", "3"), ("Year", "2026")):
        worker.page.get_by_label(part, exact=True).first.fill(value)
    worker.press("Keep", exact=True).sees(f"Rang the library {scripts}").then_the_baseline_is_met()
    worker.main().locator("article", has_text=f"Rang the library {scripts}").locator("summary").click()
    worker.follow("Say it differently").then_the_baseline_is_met()
    text = sam.go(f"{home}/connecting/").main().inner_text()
    assert text.index(f"Asked {words}") < text.index(f"Rang the library {scripts}")


@pytest.mark.parametrize("dark", [False, True])
def test_given_any_page_around_the_map_then_the_baseline_is_met(
    walk: Callable[..., Walk], dark: bool
) -> None:
    """connecting R10, R14, R22; platform 5, 6: axe zero violations, narrow, light and dark."""
    sam = walk(width=320, dark=dark).sign_in_as("demo-person")
    home = _home(sam)
    sam.go(f"{home}/ready/").then_the_baseline_is_met()
    sam.page.get_by_label("4", exact=True).check()
    sam.write("In your own words", "If it is not loud").press("Keep", exact=True).sees("4 of 10")
    sam.then_the_baseline_is_met()
    sam.go(f"{home}/connecting/explained/").sees("two wheels").then_the_baseline_is_met()
    sam.choose("partly").press("Keep", exact=True).sees("Kept, with its day.").then_the_baseline_is_met()
    for page in ("interests/", "ties/removed/", "connecting/add/"):
        sam.go(f"{home}/{page}").then_the_baseline_is_met()
    worker = walk(width=320, dark=dark).sign_in_as("demo-worker")
    for page in ("ties/", "connecting/", "ready/", "connecting/explained/", "interests/"):
        worker.go(f"{home}/{page}").then_the_baseline_is_met()
