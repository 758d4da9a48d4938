"""A study in a browser: its papers, who takes part, what they agreed to, and the key apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import Walk

Start = Callable[..., Walk]


def set_up(one: Walk, title: str) -> str:
    """Set a study of grounded theory up and let a colleague in, without the key; return its address."""
    one.sign_in_as("demo-researcher").go("/studies/add/")
    one.write("What is the study called?", title).choose("Grounded theory").press("Set it up")
    address = "/" + "/".join(one.page.url.split("/")[3:])
    one.sees("Your study is set up").then_the_baseline_is_met()
    one.press("Let somebody in").choose("Callum Drysdale").page.get_by_label("codes", exact=True).check()
    one.press("Save").sees("Callum Drysdale")
    return address


def write_the_guide(one: Walk, study: str) -> None:
    """Write a guide and its second version."""
    one.go(study).follow("Papers", exact=True).then_the_baseline_is_met()
    guide = one.page.locator("#guide")
    guide.get_by_role("button", name="Write it").click()
    one.then_the_baseline_is_met()
    one.write("The words", "What helps you?").press("Keep this version")
    guide.get_by_role("button", name="Write the next version").click()
    expect(one.page.get_by_label("The words")).to_have_value("What helps you?")
    one.write("The words", "What has helped you most?").press("Keep this version")
    one.sees("There is a problem").then_the_baseline_is_met()
    one.write("Why is this version different?", "Nobody knew where to begin.").choose("Yes").press(
        "Keep this version"
    )
    one.sees("Version 2").sees("Nobody knew where to begin.").sees("tried out before it was used")
    one.then_the_baseline_is_met()
    guide.get_by_role("link", name="Version 1").click()
    one.sees("This is an earlier version.").sees("What helps you?")
    one.then_the_baseline_is_met()


def say_whom(one: Walk, study: str) -> None:
    """Say whom the study looks for, and keep a decision on the way."""
    one.go(study).follow("Whom it looks for").press("Add whom you look for").then_the_baseline_is_met()
    one.write("Whom do you look for?", "Nurses").write("How many?", "8").press("Save").sees("0 of 8 so far")
    one.press("Keep a decision").then_the_baseline_is_met()
    one.write("What did you decide?", "Ask families").write(
        "Because of which gap?", "Nobody spoke of family."
    )
    one.press("Save").sees("Nobody spoke of family.").then_the_baseline_is_met()


def add_people(one: Walk, study: str) -> None:
    """Describe somebody, and keep what they agreed to."""
    one.go(study).follow("People", exact=True).follow("What describes them").press("Add an attribute")
    one.then_the_baseline_is_met().write("What is it called?", "Years in the team").choose("a number").press(
        "Save"
    )
    one.follow("People", exact=True).press("Add somebody").then_the_baseline_is_met()
    expect(one.page.get_by_label("Pseudonym")).to_have_value("Maple")
    one.page.get_by_label("Which of those you look for?").select_option(label="Nurses")
    one.write("Years in the team", "some").press("Save").sees("Give a number in figures")
    one.then_the_baseline_is_met().write("Years in the team", "7").press("Save").sees(
        "Say next what they agreed to"
    )
    one.then_the_baseline_is_met().press("Keep what they said").then_the_baseline_is_met()
    one.page.get_by_role("group", name="Taking part").get_by_label("Agreed", exact=True).check()
    one.page.get_by_role("group", name="Being quoted").get_by_label("Did not agree").check()
    one.write("How?", "Signed form").press("Keep it").sees("did not agree").then_the_baseline_is_met()


@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (320, True), (375, False)])
def test_given_a_researcher_when_she_sets_a_study_up_then_all_stands_and_the_key_lies_apart(
    walk: Start, width: int, scripts: bool
) -> None:
    """inquiry 17, 28, 29: guide in versions, frame, attributes, consents; the key for who keeps it alone."""
    one = walk(width=width, scripts=scripts)
    study = set_up(one, f"Support at home {width}")
    write_the_guide(one, study)
    say_whom(one, study)
    add_people(one, study)
    one.follow("Who this is (the key)").then_the_baseline_is_met()
    one.write("Name", "Wilhelmina F").press("Keep", exact=True).sees("Kept, apart from everything else.")
    expect(one.main().get_by_text("Wilhelmina F")).to_have_count(0)
    person = one.page.url
    one.follow("People", exact=True).sees("Maple").then_the_baseline_is_met()
    one.follow("The key", exact=True).sees("Wilhelmina F").sees("it has been kept that you looked")
    one.then_the_baseline_is_met()

    other = walk(width=width, scripts=scripts).sign_in_as("demo-second-coder").go(f"{study}participants/")
    other.sees("Maple").then_the_baseline_is_met()
    expect(other.page.get_by_role("link", name="key")).to_have_count(0)
    other.page.goto(person)
    other.sees("did not agree").then_the_baseline_is_met()
    expect(other.page.get_by_text("Wilhelmina F")).to_have_count(0)
    expect(other.page.get_by_role("link", name="key")).to_have_count(0)
    for address in (f"{study}key/", f"{'/' + '/'.join(person.split('/')[3:])}key/"):
        other.go(address)
        expect(other.page.get_by_text("Wilhelmina F")).to_have_count(0)
        assert "not" in other.page.title().lower()


def test_given_a_keyboard_alone_when_somebody_is_added_then_no_mouse_is_needed(walk: Start) -> None:
    """platform 6: everything by keyboard; the current place is said."""
    one = walk()
    study = set_up(one, "By keyboard")
    one.go(f"{study}participants/")
    current = one.page.locator('.inq-places [aria-current="page"]')
    expect(current).to_have_text("People")
    one.page.get_by_role("button", name="Add somebody").press("Enter")
    one.page.get_by_label("Pseudonym").press("ControlOrMeta+a")
    one.page.keyboard.type("Heron")
    one.page.keyboard.press("Enter")
    one.sees("Say next what they agreed to").then_the_baseline_is_met()
    expect(one.page.locator("h1")).to_have_text("Heron")
    expect(one.page.locator('.inq-places [aria-current="true"]')).to_have_text("People")
