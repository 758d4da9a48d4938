"""Standard measures, from both sides: half a form, a result that explains itself, an answer that is met at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.journeys.walking import Walk


def home_of(walk: Walk) -> str:
    """Return the address below which the person's record stands."""
    walk.follow("My record")
    return walk.page.url.rsplit("/record/", 1)[0].removeprefix(walk.service)


def answer(walk: Walk, question: int, value: str) -> None:
    """Choose an answer to one question, by its place on the page."""
    walk.page.locator(f"#question-{question}").get_by_label(value, exact=True).check()


@pytest.mark.parametrize("scripts", [True, False])
def test_given_sam_on_a_phone_when_a_form_is_left_half_and_finished_later_then_the_result_explains_itself(
    walk: Callable[..., Walk], scripts: bool
) -> None:
    """refocus R5, R17; measures 5, 20: without scripts as well, at 320 pixels."""
    sam = walk(width=320, scripts=scripts).sign_in_as("demo-person")
    home = home_of(sam)
    sam.go(f"{home}/instruments/").then_the_baseline_is_met()
    sam.go(f"{home}/instruments/phq-9/begin/?afresh=1").then_the_baseline_is_met()
    sam.sees("You may leave out any question").press("Begin", exact=True).then_the_baseline_is_met()
    for question in range(1, 5):
        answer(sam, question, "Several days")
    sam.press("Keep it, and go on later").sees("Kept as far as it is.").then_the_baseline_is_met()
    sam.follow("Go on with it").then_the_baseline_is_met()
    assert sam.page.locator("#question-1").get_by_label("Several days", exact=True).is_checked()
    for question in range(5, 9):
        answer(sam, question, "Not at all")
    answer(sam, 9, "Several days")
    sam.press("Finish").sees("This is kept.").then_the_baseline_is_met()
    met, heading = sam.page.locator("#crisis-now"), sam.page.locator("h1")
    assert met.bounding_box()["y"] < heading.bounding_box()["y"]  # type: ignore[index]
    sam.sees("You do not have to be alone with that.")
    assert "risk" not in sam.main().inner_text().lower()
    sam.sees("5 on a scale from 0 to 27".split(" ", 1)[1])
    sam.page.get_by_text("How this was worked out").first.click()
    sam.sees("9 of 9 questions that count were answered.").then_the_baseline_is_met()
    sam.press("We talked about it").sees("you talked about it").then_the_baseline_is_met()
    assert sam.page.locator("#crisis-now").count() == 0


def test_given_a_number_where_text_was_typed_then_everything_comes_back_as_it_was(
    walk: Callable[..., Walk],
) -> None:
    """House rule 7: a refused form comes back filled, with words beside the field."""
    sam = walk(width=320).sign_in_as("demo-person")
    home = home_of(sam)
    sam.go(f"{home}/instruments/gad-7/begin/?afresh=1").press("Begin", exact=True)
    answer(sam, 1, "Nearly every day")
    sam.page.locator('[name="answered_on_day"]').fill("31")
    sam.page.locator('[name="answered_on_month"]').fill("February")
    sam.page.locator('[name="answered_on_year"]').fill("2026")
    sam.press("Finish").sees("There is a problem").then_the_baseline_is_met()
    assert sam.page.locator("#question-1").get_by_label("Nearly every day", exact=True).is_checked()
    assert sam.page.locator('[name="answered_on_month"]').input_value() == "February"


@pytest.mark.parametrize("dark", [False, True])
def test_given_a_worker_beside_sam_then_every_page_meets_the_baseline(
    walk: Callable[..., Walk], dark: bool
) -> None:
    """platform 5, 6: asking, filling in together, putting right, sight, out of view and back; light and dark."""
    sam = walk(width=320, dark=dark).sign_in_as("demo-person")
    home = home_of(sam)
    worker = walk(dark=dark).sign_in_as("demo-worker")
    worker.go(f"{home}/instruments/").then_the_baseline_is_met()
    worker.go(f"{home}/instruments/pcl-5/").then_the_baseline_is_met()
    worker.press("I have asked").then_the_baseline_is_met().choose("Not today").press("Keep")
    worker.sees("Any answer is fine.").then_the_baseline_is_met()
    worker.press("Fill it in", exact=True).then_the_baseline_is_met().press("Begin", exact=True)
    worker.then_the_baseline_is_met().press("Finish").sees("That is not a score of 0.")
    worker.then_the_baseline_is_met().press("Put answers right").then_the_baseline_is_met()
    worker.page.locator("#question-1").get_by_role("radio").first.check()
    worker.press("Keep the corrected answers").sees("Put right.").then_the_baseline_is_met()
    form = re.search(r"/forms/[0-9a-f-]+/", worker.page.url)
    assert form is not None
    sam.go(f"{home}{form[0]}").then_the_baseline_is_met()
    sam.go(f"{home}{form[0]}sight/").then_the_baseline_is_met()
    sam.go(f"{home}{form[0]}remove/").then_the_baseline_is_met()
    sam.write("Why?", "Not my answers.").press("Take it out of view").sees("Out of view.")
    sam.then_the_baseline_is_met().press("Undo").sees("It is back.").then_the_baseline_is_met()


def test_given_an_administrator_then_a_licence_comes_before_a_switch(walk: Callable[..., Walk]) -> None:
    """refocus R21; RS-20: and no record is read on the way."""
    admin = walk(width=320).sign_in_as("demo-administrator").go("/measures/").then_the_baseline_is_met()
    admin.follow("CORE-10").then_the_baseline_is_met()
    admin.choose("People in this organisation can fill in").press("Save")
    admin.sees("It cannot be on without.").then_the_baseline_is_met()
