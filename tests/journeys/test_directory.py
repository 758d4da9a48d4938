"""What there is nearby: looked for by word and by district, one service, what people here know, and onto one's map."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import Walk

Start = Callable[..., Walk]
CHOIR, DISTRICT = "Gullhaven Open Choir", "GH1"


def _choir(walked: Walk) -> Walk:
    """Look for singing from the menu, and open what is found."""
    walked.follow("Nearby", exact=True).then_the_baseline_is_met()
    walked.write("What are you looking for?", "singing").press("Look", exact=True)
    walked.sees("What there is").then_the_baseline_is_met()
    return walked.follow(CHOIR).sees("Bethel Chapel").then_the_baseline_is_met()


@pytest.mark.parametrize(
    ("width", "scripts", "dark"), [(1200, True, True), (320, True, False), (320, False, False)]
)
def test_given_a_word_when_a_person_finds_a_place_then_it_goes_on_their_map_by_its_name(
    walk: Start, width: int, scripts: bool, dark: bool
) -> None:
    """connecting R19, R22: search, one service, and from there to the map and to an answer."""
    one = _choir(walk(width=width, scripts=scripts, dark=dark).sign_in_as("demo-person"))
    service = one.page.url.removeprefix(one.service)
    one.main().get_by_role("button", name="I could help run this").click()
    one.then_the_baseline_is_met()
    expect(one.page.get_by_label("I could help run this")).to_be_checked()
    one.press("Keep", exact=True).sees("Answers to things nearby").sees(CHOIR).then_the_baseline_is_met()
    one.go(service).main().get_by_role("button", name="Put on my map").click()
    name = f"Choir {uuid4().hex[:6]}"
    one.sees("From the directory").then_the_baseline_is_met().write("Nickname or initials", name)
    one.press("Put it on the map").sees(f"{name} is on the map, not placed yet.")
    one.follow(name, exact=True).sees("In the directory:").then_the_baseline_is_met()
    one.follow(CHOIR).sees("Bethel Chapel")


@pytest.mark.parametrize(("width", "scripts"), [(1200, True), (320, False)])
def test_given_a_postcode_when_somebody_looks_nearby_then_only_its_first_part_is_used(
    walk: Start, width: int, scripts: bool
) -> None:
    """connecting R20, R21: near a district, by distance; a whole postcode stands in no address."""
    one = walk(width=width, scripts=scripts).sign_in_as("demo-supporter").follow("Nearby", exact=True)
    one.write("Near which postcode?", f"{DISTRICT} 2AB").press("Look", exact=True)
    expect(one.page.locator(".ow-directory-card__where").first).to_contain_text("mile")
    one.then_the_baseline_is_met()
    assert "2AB" not in one.page.url
    assert f"near={DISTRICT}" in one.page.url
    expect(one.page.get_by_label("Near which postcode?")).to_have_value(DISTRICT)
    one.write("Near which postcode?", "ZZ99").press("Look", exact=True)
    one.sees("does not hold ZZ99").then_the_baseline_is_met()


@pytest.mark.parametrize(("width", "scripts"), [(375, True), (1200, False)])
def test_given_a_worker_when_they_say_what_they_know_then_it_stands_beside_the_list_with_its_history(
    walk: Start, width: int, scripts: bool
) -> None:
    """connecting R19: local knowledge is added, changed, confirmed, and every version can be read."""
    one = _choir(walk(width=width, scripts=scripts).sign_in_as("demo-worker"))
    known = f"Ask at the side door, {width}."
    one.main().get_by_role("button", name="what you know").or_(
        one.main().get_by_role("button", name="Change what people here know")
    ).first.click()
    one.then_the_baseline_is_met()
    one.page.locator("main textarea").last.fill(known)
    one.press("Keep", exact=True).sees(known).then_the_baseline_is_met()
    one.press("Still right").sees("Confirmed: still right today.").then_the_baseline_is_met()
    one.follow("What was said before").sees(known).then_the_baseline_is_met()


@pytest.mark.parametrize("width", [1200, 320])
def test_given_an_administrator_when_they_open_the_directory_then_its_lists_and_the_words_of_steps_are_there(
    walk: Start, width: int
) -> None:
    """connecting R18, R19: where lists come from, what the last reading said, and the way to the words of steps."""
    one = walk(width=width).sign_in_as("demo-administrator").follow("Directory", exact=True)
    one.sees("Where postcode districts are").then_the_baseline_is_met()
    one.follow("Words for steps of connecting").then_the_baseline_is_met().follow("The directory")
    one.sees("How long things hold")
