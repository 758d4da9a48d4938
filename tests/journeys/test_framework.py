"""The framework matrix in a browser: a cell is charted, grows older than its passages, and the chart is taken away."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from tests.journeys.test_analysis import WORDS, shown
from tests.journeys.walking import Walk


def study_with_a_text(lead: Walk) -> str:
    """Set a study of the framework method up, and bring a text in; return its address."""
    lead.sign_in_as("demo-researcher").go("/studies/add/")
    lead.page.locator("input[name=title]").fill(f"Who is helped by what {uuid4().hex[:6]}")
    lead.page.locator("input[name=method][value=framework]").check()
    lead.press("Set it up")
    study = lead.page.url.removeprefix(lead.service)
    lead.go(f"{study}texts/add/")
    lead.page.locator("textarea[name=words]").fill(WORDS)
    lead.page.locator("input[name=kind][value=interview]").check()
    lead.page.locator("input[name=title]").fill("Interview 1")
    lead.press("Bring in")
    return study


def code(lead: Walk, study: str, first: str, last: str) -> None:
    """Code some words of the second turn as company."""
    lead.go(f"{study}code/").follow("Interview 1")
    lead.page.locator("#turn-2").get_by_role("link", name="Choose").click()
    lead.page.get_by_label("From the word").select_option(first)
    lead.page.get_by_label("To the word").select_option(last)
    lead.page.get_by_label("Code", exact=True).fill("Company")
    lead.press("Code it").sees("Coded: “Company”.")


def test_given_a_coded_text_when_a_cell_is_charted_then_it_says_when_it_is_older(
    walk: Callable[..., Walk],
) -> None:
    """inquiry 16, house rule 9: without scripts, wide and narrow; the file keeps the references."""
    lead = walk(width=1280, scripts=False)
    study = study_with_a_text(lead)
    code(lead, study, "1 Walking", "4 dog")
    lead.go(f"{study}analysis/").follow("Charts: a framework matrix").press("Make a chart")
    lead.page.locator("input[name=title]").fill("Company")
    lead.page.locator("input[name=rows][value=sources]").check()
    lead.page.locator("input[name=codes]").first.check()
    shown(lead, "chart-form").press("Save")
    shown(lead.sees("not charted yet"), "chart").main().get_by_role("link", name="not charted yet").click()
    lead.page.locator("textarea[name=words]").fill("The dog is company.")
    lead.page.locator("input[name=rests_on]").first.check()
    shown(lead, "chart-cell").press("Save").sees("The dog is company.")
    assert "older than its passages" not in lead.main().inner_text()
    code(lead, study, "6 Being", "7 heard")
    lead.go(f"{study}charts/").follow("Company")
    shown(lead.sees("older than its passages"), "chart-older")
    with lead.page.expect_download() as taken:
        lead.press("Make the file and save it")
    assert taken.value.suggested_filename.endswith(".xlsx")
    address = lead.page.url.removeprefix(lead.service)
    narrow = walk(width=320, scripts=False).sign_in_as("demo-researcher").go(address)
    shown(narrow.sees("The dog is company."), "chart").follow("Interview 1")
    shown(narrow.sees("The dog is company."), "chart-row")
