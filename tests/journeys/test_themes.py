"""Themes: from codes to a named theme with a passage for it and one against it; the map; undone and done again."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.journeys.test_analysis import coded
from tests.journeys.test_coding import study_with_text
from tests.journeys.walking import Walk

SCREENS = [(1200, True), (375, False)]
PASSAGES = (("Company", "2 Walking", "5 dog"), ("Being outside", "2 Walking", "6 helps."))


def seen(one: Walk, name: str) -> Walk:
    """Hold a page to the baseline; keep a picture of it where a folder for pictures is named."""
    if folder := os.environ.get("OWNWORDS_PICTURES"):
        one.page.screenshot(path=f"{folder}/{name}.png", full_page=True)
    return one.then_the_baseline_is_met()


@pytest.mark.parametrize(("width", "scripts"), SCREENS)
def test_given_codes_when_a_theme_gathers_them_then_it_is_named_with_a_passage_for_and_one_against_and_drawn(
    walk: Callable[..., Walk], width: int, scripts: bool
) -> None:
    """inquiry 10, 18: on a wide screen and a narrow one, with and without scripts."""
    ines = study_with_text(walk(width=width, scripts=False))
    study = ines.page.url.removeprefix(ines.service)
    coded(ines.go(f"{study}code/"), PASSAGES)
    ines = walk(width=width, scripts=scripts).sign_in_as("demo-researcher")
    ines.go(f"{study}themes/").then_the_baseline_is_met().press("Add a theme")
    seen(
        ines.write("What is the theme called?", "Not alone").press("Save").sees("No code belongs to it yet."),
        "new",
    )
    theme = ines.page.url.removeprefix(ines.service)
    seen(ines.follow("Choose its codes"), "codes")
    ines.choose("Company").choose("Being outside").press("Save").sees("Its codes")
    seen(ines.follow("Choose passages"), "choose")
    boxes = ines.main().locator("input[name=passage]")
    boxes.first.check()
    ines.write("Note", "Company without words.").press("Choose them").sees("Chosen already: speaks for it")
    boxes.first.check()
    ines.choose("speaks against it").press("Choose them").sees("Chosen already: speaks against it")
    ines.go(f"{theme}change/").write("What does it say?", "Support begins where somebody walks along.")
    ines.choose("defined and named").press("Save").sees("Company without words.")
    seen(ines, f"theme-{width}").press("Undo").sees("Undone: changed what a theme says").sees("not said yet")
    ines.press("Do again").sees("Support begins where somebody walks along.")
    seen(
        ines.follow("How it came to be so").sees("chose a passage that speaks against it"), f"history-{width}"
    )
    seen(ines.go(f"{study}themes/").sees("1 passage for it, 1 against it"), f"themes-{width}")
    seen(ines.follow("Map of the themes").sees("The same as a list"), f"map-{width}")
    with ines.page.expect_download() as taken:
        ines.press("Take the drawing away")
    assert taken.value.suggested_filename == "map.svg"
    ines.go(f"{study}code/").follow("Interview 1").press("Go on coding this text")
    ines.press("Take “Company” off")
    ines.sees("the theme “Not alone”. Take it out there first, then take the code off.")
