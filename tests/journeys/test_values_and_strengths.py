"""A person and a worker look at what matters and at strengths, each from their own side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.walking import Walk


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [1200, 320])
def test_given_a_person_when_they_add_what_matters_then_it_stands_first_and_can_be_undone(
    walk: Callable[..., Walk], width: int, scripts: bool
) -> None:
    """refocus 1.5, R4; DESIGN house rules 1 and 7; peer-support PS-23: without scripts and on a small screen."""
    sam = walk(width=width, scripts=scripts).sign_in_as("demo-person").follow("My record")
    home = sam.page.url.rsplit("/record/", 1)[0].removeprefix(sam.service)
    sam.go(f"{home}/values/").then_the_baseline_is_met()
    sam.page.locator("#matters").get_by_role("button", name="Add", exact=True).click()
    sam.then_the_baseline_is_met()
    sam.press("Save").sees("There is a problem").then_the_baseline_is_met()
    assert sam.page.title().startswith("Error:")
    sam.write("In your own words", "Hearing the gulls.\nשלום").press("Save")
    sam.sees("This is kept.").sees("Hearing the gulls.").then_the_baseline_is_met()
    sam.press("Undo").sees("Undone.").then_the_baseline_is_met()
    assert sam.main().get_by_text("Hearing the gulls.").count() == 0


def test_given_a_worker_who_noticed_a_strength_then_it_waits_for_the_person(
    walk: Callable[..., Walk],
) -> None:
    """refocus 1.6: "noticed by" until the person keeps, edits or declines it."""
    sam = walk().sign_in_as("demo-person").follow("My record")
    home = sam.page.url.rsplit("/record/", 1)[0].removeprefix(sam.service)
    worker = walk().sign_in_as("demo-worker").go(f"{home}/add/strength/")
    worker.then_the_baseline_is_met()
    worker.write("The strength, as it was said", "You remember every name.").choose("People around me")
    worker.choose("I noticed it").press("Save").sees("It waits for an answer.").then_the_baseline_is_met()
    sam.go(f"{home}/strengths/").sees("You remember every name.").then_the_baseline_is_met()
    article = sam.page.locator("article", has_text="You remember every name.").first
    article.get_by_role("link", name="Keep it in my words, or decline it").click()
    sam.then_the_baseline_is_met()
    sam.choose("Keep it in my own words").page.locator("#id_keep_as").fill("I remember names.")
    sam.press("Save").sees("I remember names.").then_the_baseline_is_met()


def test_given_words_typed_and_left_then_the_form_opens_with_them(walk: Callable[..., Walk]) -> None:
    """platform 19; fault test F5: what was typed is kept on the server, and only there."""
    sam = walk().sign_in_as("demo-person").follow("My record")
    home = sam.page.url.rsplit("/record/", 1)[0].removeprefix(sam.service)
    sam.go(f"{home}/add/boundary/").write("In your own words", "Half a thought")
    with sam.page.expect_response(lambda answer: "/draft/" in answer.url) as kept:
        sam.page.wait_for_timeout(8_500)
    assert kept.value.status == 204
    sam.go(f"{home}/add/boundary/").sees("You have started this").then_the_baseline_is_met()
    assert sam.page.get_by_label("In your own words").input_value() == "Half a thought"
    sam.press("Throw it away")
    assert sam.page.get_by_label("In your own words").input_value() == ""
    assert sam.page.evaluate("() => localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("dark", [False, True])
def test_given_any_page_of_entries_then_the_baseline_is_met(walk: Callable[..., Walk], dark: bool) -> None:
    """platform 5, 6: axe zero violations, wide and narrow, light and dark."""
    sam = walk(width=320, dark=dark).sign_in_as("demo-person").follow("My record")
    home = sam.page.url.rsplit("/record/", 1)[0].removeprefix(sam.service)
    sam.go(f"{home}/values/")
    entry = sam.page.locator("#matters article").first.get_attribute("id")
    assert entry is not None
    at = f"entries/{entry.removeprefix('entry-')}"
    below = [f"{at}/{page}" for page in ("", "change/", "sight/", "history/", "remove/", "views/")]
    below.append(f"erase/entry/{entry.removeprefix('entry-')}/")
    sheets = [
        "strengths/print/",
        "strengths/print/?blank=1",
        "values/print/",
        "values/print/?blank=1",
        "values/map/",
    ]
    for page in (
        "meaning/",
        "strengths/",
        "add/story/",
        "add/preference/",
        "removed/",
        "erasures/",
        *sheets,
        *below,
    ):
        sam.go(f"{home}/{page}").then_the_baseline_is_met()


@pytest.mark.parametrize(
    "sheet", ["strengths/print/", "strengths/print/?blank=1", "values/print/?blank=1", "values/map/"]
)
def test_given_a_sheet_then_it_prints_on_one_side_of_a4(walk: Callable[..., Walk], sheet: str) -> None:
    """refocus R3: one page each, fillable by hand."""
    sam = walk().sign_in_as("demo-person").follow("My record")
    home = sam.page.url.rsplit("/record/", 1)[0].removeprefix(sam.service)
    sam.go(f"{home}/{sheet}")
    paper = sam.page.pdf(format="A4", prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") + paper.count(b"/Type /Page/") == 1
