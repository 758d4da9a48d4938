"""The codebook: a code added, said when to use, moved, two brought together and that undone; past days and files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.walking import Walk

SCREENS = [(1200, True), (320, True), (1200, False), (320, False)]


def given_a_study_with_codes(walked: Walk, *names: str) -> str:
    """Set up a study as a researcher, with these codes; return the address of its codebook."""
    walked.sign_in_as("demo-researcher").go("/studies/add/")
    walked.write("What is the study called?", "Being heard").choose("Codebook or template analysis")
    walked.press("Set it up")
    codebook = walked.page.url.removeprefix(walked.service) + "codes/"
    for name in names:
        walked.go(f"{codebook}add/").write("What is the code called?", name).press("Keep")
    return codebook


def tree(walked: Walk) -> list[str]:
    """Return the names in the tree, in their order."""
    return walked.main().locator(".inq-book__name").all_inner_texts()


@pytest.mark.parametrize(("width", "scripts"), SCREENS)
def test_given_codes_when_one_is_added_said_moved_and_two_are_merged_and_that_undone_then_all_stands_as_said(
    walk: Callable[..., Walk], width: int, scripts: bool
) -> None:
    """inquiry 11, 13: on a wide screen and at 320 px, with and without scripts."""
    ana = walk(width=width, scripts=scripts)
    codebook = given_a_study_with_codes(ana, "Staff", "listened to")
    ana.go(codebook).then_the_baseline_is_met()
    ana.press("Add a code").then_the_baseline_is_met()
    ana.press("Keep").sees("There is a problem").then_the_baseline_is_met()
    ana.write("What is the code called?", "heard").press("Keep").sees("Made: “heard”.")
    ana.then_the_baseline_is_met()
    ana.press("Change what it says").then_the_baseline_is_met()
    ana.write("Use it when", "Somebody tells of being listened to").press("Keep")
    ana.sees("Somebody tells of being listened to").sees("changed “Use it when”").then_the_baseline_is_met()
    ana.follow("Move it").then_the_baseline_is_met()
    ana.choose("Staff").press("Move it").sees("below “Staff”").then_the_baseline_is_met()
    ana.go(codebook)
    assert tree(ana) == ["Staff", "heard", "listened to"]
    ana.follow("listened to", exact=True).follow("Bring it into another").then_the_baseline_is_met()
    ana.choose("heard").press("See what will happen")
    ana.sees("0 passages of “listened to” go to “heard”.").then_the_baseline_is_met()
    ana.press("Bring them together").sees("“listened to” has gone into “heard”.").then_the_baseline_is_met()
    ana.press("Undo").sees("Undone: brought codes together")
    assert tree(ana) == ["Staff", "heard", "listened to"]
    ana.press("Do again").sees("Done again")
    assert tree(ana) == ["Staff", "heard"]
    ana.press("Undo")
    assert tree(ana) == ["Staff", "heard", "listened to"]
    ana.then_the_baseline_is_met()


def test_given_codes_when_only_keys_are_pressed_then_one_is_found_moved_and_put_back(
    walk: Callable[..., Walk],
) -> None:
    """platform: by keyboard alone."""
    ana = walk()
    codebook = given_a_study_with_codes(ana, "Staff", "trust", *(f"part {n}" for n in range(12)))
    page = ana.go(codebook).page
    keys = page.keyboard
    page.get_by_label("Find a code").focus()
    keys.type("tru")
    keys.press("Enter")
    ana.sees("1 code shown").then_the_baseline_is_met()
    ana.main().get_by_role("link", name="trust", exact=True).focus()
    keys.press("Enter")
    ana.sees("How it came to be so")
    ana.main().get_by_role("link", name="Move it").focus()
    keys.press("Enter")
    ana.sees("What does it hang on?")
    page.get_by_label("At the top, below no other code").focus()
    keys.press("ArrowDown")
    keys.press("Enter")
    ana.sees("Moved: “trust”.").sees("below “Staff”")
    ana.main().get_by_role("button", name="Undo").first.focus()
    keys.press("Enter")
    ana.sees("Undone: moved a code in the tree").then_the_baseline_is_met()


@pytest.mark.parametrize(("width", "scripts"), [(1200, True), (320, False)])
def test_given_codes_when_a_past_day_or_a_file_is_asked_for_then_it_is_there(
    walk: Callable[..., Walk], width: int, scripts: bool
) -> None:
    """inquiry 11: the codebook of any past date can be shown and exported."""
    ana = walk(width=width, scripts=scripts)
    codebook = given_a_study_with_codes(ana, "Staff")
    ana.go(codebook)
    ana.page.get_by_text("Take the codebook away as a file").click()
    for words, ending in (("Table (.csv)", "csv"), ("Document (.docx)", "docx"), ("other programs", "qdc")):
        with ana.page.expect_download() as taken:
            ana.press(words)
        assert taken.value.suggested_filename.endswith(f".{ending}")
    ana.page.get_by_text("The codebook on a past day").click()
    ana.page.get_by_label("Day").fill("2026-01-02")
    ana.press("Show the codebook of that day").sees("There was no code in this study on that day.")
    ana.sees("New since then").then_the_baseline_is_met()
