"""Texts of a study in a browser: brought in, their speakers corrected, a word found, a mistake put right."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import FilePayload, expect

from tests.inquiry.bringing import GROUP_VTT, TALK, docx
from tests.journeys.walking import Walk

Start = Callable[..., Walk]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES: list[FilePayload] = [
    {"name": "Interview_1.docx", "mimeType": WORD, "buffer": docx(TALK.strip().split("\n"))},
    {"name": "Group of March.vtt", "mimeType": "text/vtt", "buffer": GROUP_VTT.encode()},
    {"name": "photo.txt", "mimeType": "text/plain", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(200)},
]


def look(one: Walk, name: str) -> None:
    """Keep a picture of the page where somebody asks for pictures, and hold it to the baseline."""
    one.then_the_baseline_is_met()
    if folder := os.environ.get("OWNWORDS_PICTURES"):
        width = one.page.viewport_size["width"] if one.page.viewport_size else 0
        one.page.screenshot(path=Path(folder, f"{name}-{width}.png"), full_page=True)


def set_up(one: Walk) -> str:
    """Set a study up; return its address."""
    one.sign_in_as("demo-researcher").go("/studies/add/")
    one.write("What is the study called?", f"What helps {uuid4().hex[:6]}").choose("Codebook").press(
        "Set it up"
    )
    return one.page.url.removeprefix(one.service)


def bring_in(one: Walk, study: str) -> None:
    """Bring in three files, of which one is no text."""
    one.go(f"{study}texts/").sees("No text yet")
    look(one, "texts-none")
    one.press("Bring in texts")
    look(one, "texts-add")
    one.page.get_by_label("Files").set_input_files(FILES)
    one.press("Bring in", exact=True).sees("2 texts came in").sees("1 file was refused").sees(
        "3 speakers are proposed"
    )
    look(one, "texts-brought")


def the_speakers_of(one: Walk, title: str) -> None:
    """Follow the link to the speakers of one text."""
    one.page.get_by_role("listitem").filter(has_text=title).get_by_role("link", name="Say who speaks").click()


def say_who_speaks(one: Walk, study: str) -> None:
    """Correct the proposal for both, with somebody new in each."""
    one.go(f"{study}texts/").sees("Its speakers are only proposed.")
    look(one, "texts-list")
    the_speakers_of(one, "Interview 1")
    expect(one.page.get_by_label("Who is “Interviewer”?")).to_have_value("asks")
    one.page.get_by_label("Who is “Rose”?").select_option(label="a new participant")
    one.press("Keep who speaks").sees("Give the new participant a pseudonym")
    look(one, "texts-speakers")
    one.page.get_by_label("Pseudonym, if new").nth(1).fill("Maple")
    one.press("Keep who speaks").sees("From now on these speakers count.").sees("Maple")
    look(one, "texts-text")
    the_speakers_of(one.go(f"{study}texts/"), "Group of March")
    one.page.get_by_label("Who is “Lead”?").select_option("asks")
    one.page.get_by_label("Who is “Ash”?").select_option(label="Maple, who takes part")
    one.page.get_by_label("Pseudonym, if new").nth(2).fill("Birch")
    one.press("Keep who speaks").sees("Maple").sees("Birch").sees("0:04")


@pytest.mark.parametrize("how", [{}, {"width": 375}, {"scripts": False}])
def test_given_a_study_when_texts_come_in_then_they_are_read_found_and_corrected(
    walk: Start, how: dict[str, int]
) -> None:
    """inquiry 1 to 5: on a wide and a narrow screen, and without scripts."""
    one = walk(**how)
    study = set_up(one)
    bring_in(one, study)
    say_who_speaks(one, study)
    one.go(f"{study}texts/").write("Find words in all texts", "cafe").press("Find", exact=True).sees("café")
    look(one, "texts-found")
    one.follow("turn 2").follow("Correct the words")
    words = one.page.get_by_label("The words of the text")
    words.fill(words.input_value().replace("carefull", "careful"))
    look(one, "texts-correct")
    one.write("Why is it corrected?", "Typing mistake").press("Save the corrected text").sees(
        "Version 2 of the text"
    )
    look(one, "texts-version")
    one.follow("Interview 1").sees("They were careful with")
    one.follow("What may identify somebody").sees("Hill Street")
    look(one, "texts-names")
    one.follow("Interview 1").follow("Strike out words of turn 4")
    look(one, "texts-strike")
    one.press("The whole turn").sees("Strike these words out for good?")
    look(one, "texts-strike-sure")
    one.press("Strike them out for good").sees("That it was done is kept, without the words.").sees("[…]")
    expect(one.page.get_by_text("They were careful")).to_have_count(0)
    look(one, "texts-struck")


def test_given_only_a_keyboard_when_words_are_pasted_then_they_come_in(walk: Start) -> None:
    """platform 6: each field is reached and each press made by keys alone."""
    from tests.journeys.test_keyboard import step_to

    one = walk()
    study = set_up(one)
    one.go(f"{study}texts/add/")
    step_to(one, "Or paste the words here")
    one.page.keyboard.type("Rose: I felt heard.")
    step_to(one, "Title")
    one.page.keyboard.type("A note")
    step_to(one, "Bring in")
    one.page.keyboard.press("Enter")
    one.sees("1 text came in").then_the_baseline_is_met()
