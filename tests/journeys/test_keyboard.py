"""Everything a person does, done by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.walking import Walk

MOST_STEPS = 80
FOCUSED = """() => {
  const it = document.activeElement;
  const name = it.labels && it.labels.length ? it.labels[0].innerText : it.getAttribute("aria-label") || it.innerText;
  const box = it.getBoundingClientRect();
  return {name: (name || "").trim(), tag: it.tagName, width: box.width, inside: box.right > 0 && box.bottom > 0};
}"""


def step_to(walk: Walk, words: str) -> None:
    """Press Tab until the focus is on the thing with these words; every stop on the way can be seen."""
    for _step in range(MOST_STEPS):
        walk.page.keyboard.press("Tab")
        at = walk.page.evaluate(FOCUSED)
        assert at["tag"] == "BODY" or (at["width"] > 0 and at["inside"]), f"focus is out of sight: {at}"
        if words in at["name"]:
            return
    pytest.fail(f"{words!r} is not reached within {MOST_STEPS} steps on {walk.page.url}")


def test_given_a_keyboard_alone_when_a_person_adds_what_matters_then_it_is_kept(
    walk: Callable[..., Walk],
) -> None:
    """platform 6: from the first link that skips the menu to the saved words, without a mouse, at 320 pixels."""
    sam = walk(width=320).sign_in_as("demo-person").follow("My record")
    home = sam.page.url.rsplit("/record/", 1)[0].removeprefix(sam.service)
    sam.go(f"{home}/add/boundary/")
    step_to(sam, "Skip to main content")
    sam.page.keyboard.press("Enter")
    assert sam.page.evaluate("() => document.activeElement.closest('main') !== null || location.hash !== ''")
    step_to(sam, "In your own words")
    sam.page.keyboard.type("Please knock before you come in.")
    step_to(sam, "Save")
    sam.page.keyboard.press("Enter")
    sam.sees("This is kept.").sees("Please knock before you come in.").then_the_baseline_is_met()


@pytest.mark.parametrize("where", ["/", "/roles/", "/account/"])
def test_given_a_keyboard_alone_then_no_page_holds_the_focus_fast(
    walk: Callable[..., Walk], where: str
) -> None:
    """platform 6: Tab goes through the whole page and out of it again."""
    sam = walk(width=320).sign_in_as("demo-person").go(where)
    stops = []
    for _step in range(MOST_STEPS):
        sam.page.keyboard.press("Tab")
        stops.append(sam.page.evaluate("() => document.activeElement.tagName"))
        if stops[-1] == "BODY":
            break
    assert stops[-1] == "BODY"
    assert len(stops) > 5
