"""Suggestions: switched on by whoever leads, words named, looked for, one accepted, undone, set aside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.test_analysis import coded
from tests.journeys.test_coding import study_with_text
from tests.journeys.test_themes import SCREENS, seen
from tests.journeys.walking import Walk


@pytest.mark.parametrize(("width", "scripts"), SCREENS)
def test_given_words_for_a_code_when_texts_are_looked_through_then_somebody_decides_on_each_passage(
    walk: Callable[..., Walk], width: int, scripts: bool
) -> None:
    """inquiry 9, 10: off until switched on; without script as with it."""
    ines = study_with_text(walk(width=width, scripts=False))
    study = ines.page.url.removeprefix(ines.service)
    coded(ines.go(f"{study}code/"), (("Company", "2 Walking", "5 dog"),))
    ines.go(f"{study}code/").follow("Interview 1").press("Go on coding this text")
    ines = walk(width=width, scripts=scripts).sign_in_as("demo-researcher")
    ines.go(f"{study}code/").follow("Suggestions").sees("Suggestions are switched off in this study.")
    seen(ines.press("What they do, and switching them on"), f"sug-settings-{width}")
    ines.choose("Suggest passages by words that you name for a code").press("Save").sees(
        "No suggestion is open."
    )
    ines.follow("Words that suggest codes").press("Name words for a code")
    ines.page.get_by_label("Code", exact=True).select_option(label="Company")
    seen(ines.write("Words, an expression on each line", "hear*\nhelp*"), f"sug-words-{width}")
    seen(ines.press("Save").sees("help*"), f"sug-rules-{width}")
    seen(ines.go(f"{study}suggestions/look/"), f"sug-look-{width}")
    seen(ines.press("Look now").sees("Looked through 1 of 1 texts."), f"sug-looked-{width}")
    seen(ines.press("See the suggestions").sees("By code"), f"sug-places-{width}")
    seen(ines.follow("Company").sees("by its words (version 1)"), f"sug-list-{width}")
    ines.main().locator("input[name=chosen]").first.check()
    ines.press("Accept: code them").sees("1 passage coded. You can undo this.")
    ines.go(f"{study}steps/").sees("accepted suggestions").press("Undo").sees("Undone: accepted suggestions")
    ines.go(f"{study}suggestions/").follow("Company").press("Set aside", exact=True).sees(
        "1 suggestion set aside."
    )
    ines.follow("show those set aside").press("Put back", exact=True).sees("1 suggestion is open again.")
