"""Coding a text: a newcomer's first passage, by mouse, by keyboard alone, on a telephone, and with scripts off."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.journeys.test_keyboard import step_to
from tests.journeys.walking import Walk

WORDS = "Asker: What helps?\nMaple: 😀 Walking with the dog helps. Being heard helps more.\nAsker: Thank you."
#: Where some words of a turn stand on the screen: the middle of their first and last letters.
PLACES = """([turn, words]) => {
  const within = document.querySelector(`#turn-${turn} [data-words]`);
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    return [at, at + words.length].map((place) => {
      const range = document.createRange();
      range.setStart(walker.currentNode, place);
      range.setEnd(walker.currentNode, place);
      const box = range.getBoundingClientRect();
      return [box.x, box.y + box.height / 2];
    });
  }
}"""
CHOSEN = "[data-desk-chosen]"
SAID = "[data-desk-said]"


def study_with_text(walked: Walk) -> Walk:
    """Set up a study with one text, and come back to the study's own page."""
    walked.sign_in_as("demo-researcher").follow("Studies").go("/studies/add/")
    page = walked.page
    page.locator("input[name=title]").fill(f"What helps {uuid4().hex[:6]}")
    page.locator("input[name=method][value=codebook]").check()
    walked.press("Set it up")
    study = page.url.removeprefix(walked.service)
    walked.go(f"{study}texts/add/")
    page.locator("textarea[name=words]").fill(WORDS)
    page.locator("input[name=kind][value=interview]").check()
    page.locator("input[name=title]").fill("Interview 1")
    walked.press("Bring in")
    return walked.go(study)


def at_the_desk(walked: Walk) -> Walk:
    """Go from the study's page to its text at the desk: two presses."""
    walked.page.get_by_role("navigation", name="In this study").get_by_role(
        "link", name="Coding", exact=True
    ).click()
    walked.then_the_baseline_is_met().follow("Interview 1")
    return walked.then_the_baseline_is_met()


def laid(walked: Walk, turn: int) -> list[str]:
    """Return the names of the codes on a turn."""
    return walked.page.locator(f"#turn-{turn} .inq-mark__name").all_inner_texts()


def test_given_a_newcomer_when_they_select_type_and_press_enter_then_a_passage_is_coded(
    walk: Callable[..., Walk],
) -> None:
    """inquiry 7, 30: within eight steps from the study's page; the words after an emoji are exactly those selected."""
    eleni = at_the_desk(study_with_text(walk()))  # steps 1 and 2
    (x, y), (to_x, to_y) = eleni.page.evaluate(PLACES, [2, "with the dog"])
    eleni.page.mouse.move(x, y)
    eleni.page.mouse.down()
    eleni.page.mouse.move(to_x, to_y, steps=4)
    eleni.page.mouse.up()  # step 3: the words
    expect(eleni.page.locator(CHOSEN)).to_contain_text("“with the dog”")
    eleni.page.locator("#inq-name").click()  # step 4: the field
    expect(eleni.page.locator(CHOSEN)).to_contain_text("“with the dog”")
    eleni.page.keyboard.type("Company")  # step 5
    eleni.page.keyboard.press("Enter")  # step 6
    expect(eleni.page.locator(SAID)).to_have_text("Coded: “Company”.")
    assert laid(eleni, 2) == ["Company"]
    expect(eleni.page.locator("#turn-2 .inq-seg")).to_have_text("with the dog")
    eleni.then_the_baseline_is_met()
    eleni.follow("Company").sees("with the dog").then_the_baseline_is_met()


def test_given_a_keyboard_alone_when_words_are_chosen_then_two_letters_and_enter_code_them(
    walk: Callable[..., Walk],
) -> None:
    """inquiry 7, 10: arrows choose words, letters find the code, Enter codes; Ctrl+Z and Ctrl+Shift+Z."""
    eleni = at_the_desk(study_with_text(walk()))
    page = eleni.page
    step_to(eleni, "1 Asker")
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator(CHOSEN)).to_contain_text("“Walking with the”")
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator(CHOSEN)).to_contain_text("“Walking with”")
    page.keyboard.type("Being outside")
    page.keyboard.press("Enter")
    expect(page.locator("#turn-2 .inq-seg")).to_have_text("Walking with")
    expect(page.locator("#turn-2 [data-words]")).to_be_focused()
    for key in ("End", "Shift+ArrowLeft"):
        page.keyboard.press(key)
    page.keyboard.type("be")
    expect(page.locator(SAID)).to_have_text("One code matches: Being outside")
    page.keyboard.press("Enter")
    expect(page.locator("#turn-2 .inq-mark")).to_have_count(2)
    page.keyboard.press("Control+z")
    expect(page.locator("#turn-2 .inq-mark")).to_have_count(1)
    expect(page.locator(SAID)).to_have_text("Undone: coded a passage")
    page.keyboard.press("Control+Shift+Z")
    expect(page.locator("#turn-2 .inq-mark")).to_have_count(2)
    eleni.then_the_baseline_is_met()


def test_given_a_telephone_when_a_turn_is_chosen_then_the_codes_come_to_hand(
    walk: Callable[..., Walk],
) -> None:
    """inquiry 7: at 375 pixels, by taps."""
    eleni = at_the_desk(study_with_text(walk(width=375)))
    page = eleni.page
    page.locator("#turn-2").get_by_role("link", name="Choose").click()
    expect(page.locator(CHOSEN)).to_contain_text("Walking with the dog")
    expect(page.locator("#inq-name")).to_be_in_viewport()
    eleni.then_the_baseline_is_met()
    page.keyboard.type("What helps")
    page.get_by_role("button", name="Code it").click()
    expect(page.locator("#turn-2 .inq-mark")).to_have_count(1)
    page.locator("#turn-3").get_by_role("link", name="Choose").click()
    page.locator(".inq-codes").get_by_text("What helps", exact=True).click()
    page.get_by_role("button", name="Code it").click()
    expect(page.locator("#turn-3 .inq-mark")).to_have_count(1)
    page.get_by_role("button", name="Take “What helps” off passage 1 of turn 3").click()
    expect(page.locator("#turn-3 .inq-mark")).to_have_count(0)
    eleni.then_the_baseline_is_met()


@pytest.mark.parametrize("width", [375, 1280])
def test_given_scripts_off_when_somebody_codes_then_every_action_is_a_form(
    walk: Callable[..., Walk], width: int
) -> None:
    """inquiry 7, 10: by turn, from word to word; taken off, undone, finished, and a memo."""
    eleni = at_the_desk(study_with_text(walk(width=width, scripts=False)))
    desk = eleni.page.url.removeprefix(eleni.service)
    eleni.page.locator("#turn-2").get_by_role("link", name="Choose").click()
    eleni.sees("Turn 2 is chosen.").then_the_baseline_is_met()
    eleni.page.get_by_label("From the word").select_option("2 Walking")
    eleni.page.get_by_label("To the word").select_option("5 dog")
    eleni.page.get_by_label("Code", exact=True).fill("Company")
    eleni.press("Code it").sees("Coded: “Company”.").then_the_baseline_is_met()
    assert eleni.page.locator("#turn-2 .inq-seg").all_inner_texts() == ["Walking with the dog"]
    eleni.press("Take “Company” off passage 1 of turn 2").sees("Taken off: “Company”.")
    assert laid(eleni, 2) == []
    eleni.press("Undo").sees("Undone: took a code off a passage")
    assert laid(eleni, 2) == ["Company"]
    eleni.press("I have finished coding this text").sees(
        "Finished by Eleni Markou."
    ).then_the_baseline_is_met()
    eleni.go(desk).follow("write a memo on this text").then_the_baseline_is_met()
    eleni.write("What you think", "The dog comes up in every interview.").press("Keep")
    eleni.sees("The dog comes up in every interview.").then_the_baseline_is_met()
    eleni.go(desk).follow("What was done").sees("wrote a memo").then_the_baseline_is_met()
