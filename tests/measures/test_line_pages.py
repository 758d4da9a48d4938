"""Pages that change lines: beginning, rewording, closing, taking up, how often, the usual range, out of view."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.ledger.models import Link
from ownwords.measures.models import Line, Rating, Wording
from ownwords.people.models import Person
from tests import factories as make
from tests.measures.pages import Page, at, day_of, key, seen

pytestmark = pytest.mark.django_db
NEW = {
    "words": "Getting out of the house",
    "direction": "up",
    "low": "0",
    "high": "10",
    "how_often": "when_i_like",
    "visibility": "team",
}


def _today() -> Any:
    return timezone.localdate()


def test_a_line_needs_only_its_words(sam: Person, own: Client) -> None:
    """RS-14; RS-21: direction and scale have good defaults, the ends may stay empty."""
    page = seen(own, at("line_add", sam))
    assert (page.value("low"), page.value("high"), page.chosen("direction")) == ("0", "10", ["up"])
    answer = own.post(at("line_add", sam), NEW | {"submission": key()})
    line = Line.objects.get()
    assert answer.headers["Location"] == at("line", sam, line.id)
    assert line.wordings.get().words == "Getting out of the house"


def test_the_same_form_sent_twice_keeps_one_line(sam: Person, own: Client) -> None:
    """platform: a double submit saves once."""
    form = NEW | {"submission": key()}
    own.post(at("line_add", sam), form)
    own.post(at("line_add", sam), form)
    assert Line.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"words": "  "}, "Write some words here"),
        ({"high": "lots"}, "Give a number"),
        ({"low": "10", "high": "0"}, "The upper end must be above"),
        ({"high": "Infinity"}, "Give a number"),
        ({"low": "0.001"}, "at most two places"),
        ({"direction": "sideways"}, "Choose one of the answers"),
        ({"started_on_day": "31", "started_on_month": "2", "started_on_year": "2026"}, "There is no 31"),
        ({"started_on_day": "1", "started_on_month": "1", "started_on_year": "2090"}, "has not come yet"),
    ],
)
def test_a_form_that_does_not_fit_comes_back_filled(
    sam: Person, own: Client, wrong: dict[str, str], says: str
) -> None:
    """bad input: a clear answer, and nothing that was typed is lost."""
    typed = NEW | {"unit": "days a week", "submission": key()} | wrong
    answer = own.post(at("line_add", sam), typed)
    page = Page(answer)
    assert answer.status_code == 422
    assert says in page.text
    assert page.value("words") == typed["words"]
    assert page.value("unit") == "days a week"
    assert not Line.objects.exists()


def test_a_line_about_a_goal_is_begun_from_the_page_of_that_goal(sam: Person, own: Client) -> None:
    """RS-14: optionally about a goal of the record; it is found again on the line's page."""
    from ownwords.record.models import Goal

    goal = make.entry(sam, "I want to keep pigeons again.", "goal")
    Goal.objects.create(entry=goal, origin="person")
    assert f"?about=goal:{goal.id}" in own.get(f"/people/{sam.id}/goals/{goal.id}/").content.decode()
    page = seen(own, at("line_add", sam) + f"?about=goal:{goal.id}")
    assert page.chosen("about") == [f"goal:{goal.id}"]
    own.post(at("line_add", sam), NEW | {"submission": key(), "about": [f"goal:{goal.id}"]})
    assert Link.objects.get(relation="follows").to_id == goal.id
    assert "I want to keep pigeons again." in seen(own, at("line", sam, Line.objects.get().id)).text


@pytest.mark.parametrize(
    "asked", ["goal:", "goal:nonsense", "goal:01938699-1680-7618-90c5-19cbb43f1e96", "person:1"]
)
def test_what_the_viewer_does_not_see_cannot_be_named(sam: Person, staff: Client, asked: str) -> None:
    """RS-24: a hidden goal is offered to nobody, not by its address either."""
    hidden = make.entry(sam, "Only mine", "goal", visibility="me")
    for wanted in (asked, f"goal:{hidden.id}"):
        assert "Only mine" not in seen(staff, at("line_add", sam) + f"?about={wanted}").text
    staff.post(at("line_add", sam), NEW | {"submission": key(), "about": [f"goal:{hidden.id}"]})
    assert not Link.objects.exists()


def test_a_goal_hidden_from_the_worker_is_not_named_on_the_shared_line(sam: Person, staff: Client) -> None:
    """RS-24: the line may be shared while the goal is not."""
    goal = make.entry(sam, "Only mine", "goal", visibility="me")
    line = make.line(sam)
    Link.objects.create(
        about_id=sam.id, from_kind="line", from_id=line.id, relation="follows", to_kind="goal", to_id=goal.id
    )
    assert "Only mine" not in seen(staff, at("line", sam, line.id)).text


def _reworded(line: Line, **more: str) -> dict[str, str]:
    return {
        "words": "Going out on my own",
        "version": str(line.version),
        "low_words": "",
        "high_words": "",
    } | more


def test_rewording_shows_what_each_answer_does_and_asks(sam: Person, own: Client) -> None:
    """measures 12: "same thing, clearer words" or "a different thing"."""
    line = make.line(sam)
    page = seen(own, at("line_reword", sam, line.id))
    assert page.values("same_thing") == ["same", "different"]
    assert "The line goes on." in page.text
    assert "Their numbers are never put together." in page.text
    answer = own.post(at("line_reword", sam, line.id), _reworded(line))
    assert answer.status_code == 422
    assert Page(answer).value("words") == "Going out on my own"


def test_the_same_thing_goes_on_and_a_different_thing_begins_anew(sam: Person, own: Client) -> None:
    """measures 12."""
    line = make.line(sam)
    own.post(at("line_reword", sam, line.id), _reworded(line, same_thing="same"))
    assert (Line.objects.count(), Wording.objects.count()) == (1, 2)
    line.refresh_from_db()
    answer = own.post(
        at("line_reword", sam, line.id), _reworded(line, same_thing="different", words="Seeing my daughter")
    )
    line.refresh_from_db()
    assert line.closed_as == "changed"
    assert answer.headers["Location"] == at("line", sam, line.followed_by_id)
    assert "The line that it became" in seen(own, at("line", sam, line.id)).text


def test_two_who_reword_at_once_lose_nothing(sam: Person, own: Client) -> None:
    """house rule 7; bad input: two forms at once."""
    line = make.line(sam)
    typed = _reworded(line, same_thing="same")
    own.post(at("line_reword", sam, line.id), typed | {"words": "Said first"})
    answer = own.post(at("line_reword", sam, line.id), typed)
    assert answer.status_code == 409
    page = Page(answer)
    assert page.value("words") == "Going out on my own"
    assert "Said first" in page.text
    assert Wording.objects.count() == 2


def test_closing_needs_a_reason_and_can_be_undone(sam: Person, own: Client) -> None:
    """measures 13: "reached" is one press."""
    line = make.line(sam)
    assert own.post(at("line_close", sam, line.id), {"version": "1"}).status_code == 422
    own.post(at("line_close", sam, line.id), {"version": "1", "closed_as": "reached"})
    page = seen(own, at("line", sam, line.id))
    assert "I got there" in page.text
    own.post(at("line_reopen", sam, line.id), {"version": "2"})
    line.refresh_from_db()
    assert line.closed_on is None


def test_a_line_is_not_closed_before_its_last_rating(sam: Person, own: Client) -> None:
    """bad input: a day that contradicts what was rated."""
    line = make.line(sam, started_on=_today() - timedelta(days=90))
    make.rating(line, 4, _today() - timedelta(days=2))
    form = {"version": "1", "closed_as": "resting"} | day_of(_today() - timedelta(days=5), "closed_on")
    answer = own.post(at("line_close", sam, line.id), form)
    assert answer.status_code == 422
    assert "There is a rating after this day." in Page(answer).text


def test_a_worker_reads_reasons_and_directions_about_the_person(sam: Person, staff: Client) -> None:
    """tone: nobody is told "I got there" about somebody else."""
    line = make.line(sam, closed_on=_today(), closed_as="reached")
    page = seen(staff, at("line", sam, line.id))
    assert "they got there" in page.text
    assert "higher is better for Sam" in page.text


def test_how_often_is_a_wish_that_can_be_changed(sam: Person, own: Client) -> None:
    """RS-22: nothing counts what was left out."""
    line = make.line(sam)
    assert "A wish, not a duty." in seen(own, at("line_how_often", sam, line.id)).text
    own.post(at("line_how_often", sam, line.id), {"version": "1", "how_often": "monthly"})
    line.refresh_from_db()
    assert line.how_often == "monthly"


def test_the_usual_range_needs_eight_ratings_and_explains_itself(sam: Person, own: Client) -> None:
    """measures 22: 8 or more points, a frozen baseline."""
    line = make.line(sam, started_on=_today() - timedelta(days=90))
    for number in range(7):
        make.rating(line, 5 + number % 2, _today() - timedelta(days=60 - number))
    page = seen(own, at("line_range", sam, line.id))
    assert "There are 7 ratings so far. It takes 8." in page.text
    answer = own.post(at("line_range", sam, line.id), {"version": "1"})
    assert "needs at least 8 ratings" in Page(answer).text
    make.rating(line, 6, _today() - timedelta(days=40))
    own.post(at("line_range", sam, line.id), {"version": "1"})
    line.refresh_from_db()
    assert line.baseline_until == _today()
    assert "usual range" in seen(own, at("line", sam, line.id)).text
    own.post(at("line_range", sam, line.id), {"version": "2", "away": "1"})
    line.refresh_from_db()
    assert line.baseline_until is None


def test_four_ratings_in_a_row_outside_the_frozen_range_are_said(sam: Person, own: Client) -> None:
    """measures 22: the range does not widen with what comes later."""
    start = _today() - timedelta(days=90)
    line = make.line(sam, started_on=start)
    for number in range(8):
        make.rating(line, 2 + number % 2, start + timedelta(days=number))
    Line.objects.filter(pk=line.pk).update(baseline_until=start + timedelta(days=20))
    for number in range(4):
        make.rating(line, 9, start + timedelta(days=30 + number))
    assert "lie above the usual range" in seen(own, at("line", sam, line.id)).text


def test_only_the_person_decides_who_sees_a_line(sam: Person, own: Client, staff: Client) -> None:
    """house rule 2."""
    line = make.line(sam)
    assert staff.get(at("line_sight", sam, line.id)).status_code == 404
    own.post(at("line_sight", sam, line.id), {"version": "1", "visibility": "me"})
    assert staff.get(at("line", sam, line.id)).status_code == 404
    assert "only you" in seen(own, at("line", sam, line.id)).text


def test_out_of_view_with_a_reason_and_back(sam: Person, own: Client, staff: Client) -> None:
    """RS-24: nothing is lost."""
    line = make.line(sam)
    make.rating(line, 3)
    assert staff.get(at("line_remove", sam, line.id)).status_code == 404
    own.post(at("line_remove", sam, line.id), {"version": "1", "reason": "Not now"})
    assert own.get(at("line", sam, line.id)).status_code == 404
    assert "Not now" in seen(own, at("removed", sam)).text
    assert "Not now" not in seen(staff, at("removed", sam)).text
    own.post(at("line_restore", sam, line.id), {"version": "2"})
    assert "3 of 10" in seen(own, at("line", sam, line.id)).text
    assert Rating.objects.count() == 1
