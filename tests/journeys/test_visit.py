"""A visit from the phone, and what the person finds of it at home."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.walking import Walk

Start = Callable[..., Walk]
WORKER = "demo-worker"


def open_somebody(walked: Walk) -> None:
    """Go from the list of people to somebody's record."""
    walked.go("/people/")
    walked.main().locator('a[href^="/people/"][href$="/record/"]').first.click()


@pytest.mark.parametrize("scripts", [True, False])
def test_given_a_phone_when_a_worker_holds_a_visit_then_what_was_said_is_kept_and_comes_first_next_time(
    walk: Start, scripts: bool
) -> None:
    """refocus R1, R8; platform: works without script, at 320 pixels."""
    walked = walk(width=320, scripts=scripts).sign_in_as(WORKER)
    open_somebody(walked)
    walked.then_the_baseline_is_met()
    walked.press("Hold a visit").then_the_baseline_is_met()
    walked.choose("Something that matters")
    walked.write("What matters", "To hear the sea again.")
    walked.write("What do you promise to do?", "Find out about the bus.")
    walked.choose("In a week")
    walked.press("Keep and close")
    walked.sees("This is kept").sees("To hear the sea again.").sees(
        "Find out about the bus."
    ).then_the_baseline_is_met()
    visit = walked.page.url.split("/conversations/")[0] + "/visit/"
    walked.page.goto(visit)
    walked.sees("Find out about the bus.")
    text = walked.main().inner_text()
    assert text.index("Find out about the bus.") < text.index("What came up today?")


def test_given_a_record_when_its_goals_plan_timeline_and_search_are_read_then_every_page_meets_the_baseline(
    walk: Start,
) -> None:
    """platform 3.2."""
    walked = walk(width=320).sign_in_as(WORKER)
    open_somebody(walked)
    home = walked.page.url.rsplit("/record/", 1)[0]
    for part in (
        "goals/",
        "goals/add/",
        "conversations/",
        "conversations/add/?way=tough-conversation",
        "plan/",
        "plan/text/",
        "timeline/",
        "timeline/?kind=goal",
        "search/?q=the",
        "visit/?together=1",
    ):
        walked.page.goto(f"{home}/{part}")
        walked.then_the_baseline_is_met()


def test_given_a_goal_when_it_is_added_with_two_answers_then_more_can_be_said_on_its_page(
    walk: Start,
) -> None:
    """refocus 1.7, R3: a short form first."""
    walked = walk().sign_in_as(WORKER)
    open_somebody(walked)
    home = walked.page.url.rsplit("/record/", 1)[0]
    walked.page.goto(f"{home}/goals/add/")
    walked.press("Keep this goal")
    assert walked.page.title().startswith("Error:")
    walked.then_the_baseline_is_met()
    walked.write("What I want", "To bake bread for the whole street.").choose("My own idea").press(
        "Keep this goal"
    )
    walked.sees("To bake bread for the whole street.").then_the_baseline_is_met()
    walked.follow("Add more when it helps").then_the_baseline_is_met()
    walked.follow("Back to the goal").press("Add a step or a promise").write(
        "What will be done?", "Buy flour"
    )
    walked.choose("In two weeks").press("Keep", exact=True)
    walked.sees("Buy flour").then_the_baseline_is_met()
    walked.follow("Say how it ended").choose("Put aside for now").press("Keep", exact=True)
    walked.sees("Parked for now").press("Take it up again")
    walked.sees("The goal is open again.").then_the_baseline_is_met()
