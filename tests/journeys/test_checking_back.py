"""Checking back in a browser: two groups, a link on a sheet, replies typed in, and disagreement listed first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import Walk

Start = Callable[..., Walk]
ALIKE, APART = "Walking together opens talk.", "Workers know the town."


def round_begun(one: Walk, title: str) -> str:
    """Set up a study with two findings and a round that puts them to two groups; return the round's address."""
    one.sign_in_as("demo-researcher").go("/studies/add/")
    one.write("What is the study called?", title).choose("Codebook").press("Set it up")
    study = "/" + "/".join(one.page.url.split("/")[3:])
    for words in (ALIKE, APART):
        one.go(f"{study}findings/add/").write("What did you find?", words).press("Save")
    one.go(study).follow("Checking back", exact=True).then_the_baseline_is_met()
    one.press("Begin a round").then_the_baseline_is_met()
    one.write("What is this round called?", "Does this match?").write("A plain summary", "We asked many.")
    one.press("Save").sees("Say next what is put to people").then_the_baseline_is_met()
    address = "/" + "/".join(one.page.url.split("#")[0].split("/")[3:])
    one.press("Choose findings").then_the_baseline_is_met()
    one.choose(ALIKE).choose(APART).press("Save").sees(APART)
    for group in ("People", "Workers"):
        one.press("Add a group").write("What is the group called?", group).press("Save").sees(group)
        one.go(f"{address}#asked").page.get_by_role("link", name=f"Add people {group}").click()
        one.then_the_baseline_is_met().write("How many others?", "2").press("Save").sees(f"{group} 2")
    one.press("Open the round").sees("The round is open").then_the_baseline_is_met()
    return address


def typed_in(one: Walk, address: str, who: str, alike: str, apart: str) -> None:
    """Type in what somebody said to both findings."""
    one.go(address).follow(who, exact=True).press("Type in what they said").then_the_baseline_is_met()
    first, second = (one.page.get_by_role("group", name="Does it match").nth(n) for n in (0, 1))
    first.get_by_label(alike).check()
    second.get_by_label(apart).check()
    one.page.get_by_label("In their words").nth(1).fill(f"{who} said so.")
    one.press("Save").sees("with your name as who typed it").then_the_baseline_is_met()


@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (320, True), (375, False)])
def test_given_two_groups_when_they_see_it_differently_then_that_is_listed_first(
    walk: Start, width: int, scripts: bool
) -> None:
    """connecting R25; inquiry 27: side by side, never pooled; the link once; replies become a text to code."""
    one = walk(width=width, scripts=scripts)
    address = round_begun(one, f"Checked back {width}")
    one.follow("People 1", exact=True).press("Make a link").then_the_baseline_is_met()
    one.press("Make the link").sees("then tick the box").then_the_baseline_is_met()
    one.choose("It is still right to ask them").press("Make the link").sees("shown this once")
    one.then_the_baseline_is_met()
    expect(one.main().get_by_text("/asked/").first).to_be_visible()
    yes, no = "yes, this is my experience", "no, I see it differently"
    typed_in(one, address, "People 1", yes, no)
    typed_in(one, address, "Workers 1", yes, yes)
    one.go(address).follow("Group beside group").sees("People and Workers answered alike.")
    one.sees("See it differently: People: 1 of 1 asked; Workers: 0 of 1 asked.").then_the_baseline_is_met()
    words = one.main().inner_text()
    assert words.index(APART) < words.index(ALIKE)
    assert "total" not in words.lower()
    one.go(address).follow("Code the replies as data").then_the_baseline_is_met()
    one.press("Save").sees("2 texts of replies came in.").sees("Replies of Workers")
    one.follow("Say what changed").write("What changed in the analysis", "We split it.").press("Save")
    one.sees("We split it.").press("Close the round").sees("The round is closed").then_the_baseline_is_met()
