"""Analysis in a browser: a study coded by two, and every number leads to words, wide, narrow and with scripts off."""

from __future__ import annotations

import os
from collections.abc import Callable
from uuid import uuid4

from playwright.sync_api import expect

from tests.journeys.test_keyboard import step_to
from tests.journeys.walking import Walk

WORDS = "Asker: What helps?\nMaple: Walking with the dog helps. Being heard helps more.\nAsker: Thank you."
LEAD = (("Company", "1 Walking", "4 dog"), ("Being outside", "1 Walking", "5 helps."))
SECOND = (("Company", "4 dog", "5 helps."),)


def study_of_two(walk: Callable[..., Walk]) -> tuple[str, Walk]:
    """Set a study up, bring a text in, let a colleague in; both code it and say that they have finished."""
    lead = walk(width=1280, scripts=False).sign_in_as("demo-researcher").go("/studies/add/")
    lead.page.locator("input[name=title]").fill(f"What meets what {uuid4().hex[:6]}")
    lead.page.locator("input[name=method][value=codebook]").check()
    lead.press("Set it up")
    study = lead.page.url.removeprefix(lead.service)
    lead.press("Let somebody in").choose("Callum Drysdale")
    lead.page.get_by_label("codes", exact=True).check()
    lead.press("Save").go(f"{study}texts/add/")
    lead.page.locator("textarea[name=words]").fill(WORDS)
    lead.page.locator("input[name=kind][value=interview]").check()
    lead.page.locator("input[name=title]").fill("Interview 1")
    lead.press("Bring in")
    coded(lead.go(f"{study}code/"), LEAD)
    coded(walk(scripts=False).sign_in_as("demo-second-coder").go(f"{study}code/"), SECOND)
    return study, lead


def coded(one: Walk, passages: tuple[tuple[str, str, str], ...]) -> None:
    """Code some words of the second turn, and finish the text."""
    one.follow("Interview 1")
    for code, first, last in passages:
        one.page.locator("#turn-2").get_by_role("link", name="Choose").click()
        one.page.get_by_label("From the word").select_option(first)
        one.page.get_by_label("To the word").select_option(last)
        one.page.get_by_label("Code", exact=True).fill(code)
        one.press("Code it").sees(f"Coded: “{code}”.")
    one.press("I have finished coding this text").sees("Finished by")


def shown(one: Walk, name: str) -> Walk:
    """Hold a page to the baseline, and take its picture where a folder is named."""
    if folder := os.environ.get("OWNWORDS_PICTURES"):
        width = one.page.viewport_size["width"] if one.page.viewport_size else 0
        one.page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
    return one.then_the_baseline_is_met()


def from_numbers_to_words(one: Walk, study: str) -> None:
    """Go through every question, from the front to the words and back."""
    one.go(study).follow("Analysis", exact=True)
    shown(one, "analysis").follow("Codes that meet")
    shown(one, "meet").main().get_by_role("link", name="1 pairs of").first.click()
    shown(one.sees("Walking with the dog"), "pair").page.locator(".nhsuk-back-link").click()
    one.go(f"{study}analysis/matrix/")
    shown(one.sees("Interview 1"), "matrix").main().get_by_role("link", name="passages of “Company”").click()
    shown(one.sees("coded by Eleni Markou"), "cell")
    one.go(f"{study}analysis/new-codes/")
    shown(one.sees("2 codes in 1 text."), "new-codes")
    one.go(f"{study}analysis/agreement/")
    shown(one.sees("Cohen’s kappa"), "agreement").main().get_by_role("link", name="of “Company” seen").click()
    shown(one.sees("gave it this code"), "apart")


def test_given_a_study_coded_by_two_when_the_lead_asks_then_numbers_lead_to_words(
    walk: Callable[..., Walk],
) -> None:
    """inquiry 14, 15, 21, house rule 9: without scripts, wide, narrow; a difference is settled with a note."""
    study, plain = study_of_two(walk)
    from_numbers_to_words(plain, study)
    plain.main().get_by_role("link", name="Settle with a note").first.click()
    plain.write("What was settled, and why", "The verb belongs to it.").press("Keep the note")
    plain.sees("The verb belongs to it.")
    for width in (1280, 375):
        one = walk(width=width).sign_in_as("demo-researcher")
        from_numbers_to_words(one, study)
        one.main().get_by_role("link", name="Settle with a note").first.click()
        shown(one, "settle")
        one.page.locator(".nhsuk-back-link").click()
        one.sees("The verb belongs to it.")
    by_keyboard(one, study)


def by_keyboard(one: Walk, study: str) -> None:
    """Choose another way of meeting and open a pair, by keys alone."""
    one.go(f"{study}analysis/co-occurrence/")
    one.page.get_by_label("What counts as meeting").press("End")
    step_to(one, "Show")
    one.page.keyboard.press("Enter")
    expect(one.page.get_by_label("What counts as meeting")).to_have_value("document")
    step_to(one, "pairs of")
    one.page.keyboard.press("Enter")
    expect(one.page.locator(".inq-pair").first).to_be_visible()
