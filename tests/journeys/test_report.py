"""The report in a browser: what the record says, what people say themselves, and both as a file; narrow and wide."""

from __future__ import annotations

import os
from collections.abc import Callable
from uuid import uuid4

from playwright.sync_api import expect

from tests.journeys.walking import Walk

WORDS = "Asker: What helps?\nMaple: Walking with the dog helps. Being heard helps more.\nAsker: Thank you."


def shown(one: Walk, name: str) -> Walk:
    """Hold a page to the baseline, and take its picture where a folder is named."""
    if folder := os.environ.get("OWNWORDS_PICTURES"):
        width = one.page.viewport_size["width"] if one.page.viewport_size else 0
        one.page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
    return one.then_the_baseline_is_met()


def study_with_a_text(walk: Callable[..., Walk]) -> tuple[str, Walk]:
    """Set a study up and bring an interview in."""
    one = walk(width=1280).sign_in_as("demo-researcher").go("/studies/add/")
    one.page.locator("input[name=title]").fill(f"What a team reports {uuid4().hex[:6]}")
    one.page.locator("textarea[name=question]").fill("What helps people to be heard?")
    one.page.locator("input[name=method][value=reflexive]").check()
    one.press("Set it up")
    study = one.page.url.removeprefix(one.service)
    one.go(f"{study}texts/add/")
    one.page.locator("textarea[name=words]").fill(WORDS)
    one.page.locator("input[name=kind][value=interview]").check()
    one.page.locator("input[name=title]").fill("Interview 1")
    one.press("Bring in")
    return study, one


def test_given_a_study_when_its_report_is_opened_then_what_is_missing_can_be_said_and_taken_away(
    walk: Callable[..., Walk],
) -> None:
    """inquiry 29: what the record knows stands there by itself; the rest is asked for, and stands in the report."""
    study, one = study_with_a_text(walk)
    one.go(f"{study}themes/add/").page.locator("input[name=name]").fill("Being heard")
    one.press("Save")
    one.go(study).follow("Report", exact=True).sees("What helps people to be heard?")
    one.sees("Missing: the limits of the study")
    shown(one, "report").follow("COREQ", exact=True).sees("24 of 32")
    shown(one, "checklist")
    one.page.locator("#item-2").get_by_role("link", name="Say it in your own words").click()
    shown(one, "item").write("In your own words", "A nurse and a peer researcher.").press("Save")
    one.sees("A nurse and a peer researcher.").then_the_baseline_is_met()
    one.go(f"{study}report/trail/").sees("brought in a text")
    shown(one, "trail").go(f"{study}report/").sees("A nurse and a peer researcher.")
    with one.page.expect_download() as waiting:
        one.press("Word document (.docx)")
    assert waiting.value.suggested_filename.startswith("report-what-a-team-reports")
    narrow = walk(width=375, scripts=False).sign_in_as("demo-researcher")
    for page in ("report/", "checklists/coreq/", "checklists/srqr/2/", "report/trail/"):
        shown(narrow.go(f"{study}{page}"), page.strip("/").replace("/", "-"))
    expect(narrow.page.locator("h1")).to_have_text("Audit trail")
