"""Rating from a phone: one line, or what one likes of all of them; putting right; what stood there before."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.measures.models import Line, Rating
from ownwords.people.models import Account, Person
from tests import factories as make
from tests.measures.pages import Page, at, day_of, key, reword, seen

pytestmark = pytest.mark.django_db


def _answer(line: Line, answer: str = "", **more: str) -> dict[str, str]:
    wording = line.wordings.order_by("-number")[0]
    return {"answer": answer, "wording": str(wording.id), "submission": key(), "note": ""} | more


def test_one_press_for_each_number_and_two_ways_to_give_none(sam: Person, own: Client) -> None:
    """RS-21: large presses, no slider; "rather not say" and "does not apply" are answers."""
    line = make.line(sam)
    page = seen(own, at("rate", sam, line.id))
    assert page.values("answer") == [*map(str, range(11)), "rather_not", "not_applicable"]
    own.post(at("rate", sam, line.id), _answer(line, "0"))
    own.post(at("rate", sam, line.id), _answer(line, "rather_not"))
    found = Rating.objects.order_by("created_at").values_list("given", "value", "way")
    assert list(found) == [("answered", 0, "self"), ("rather_not", None, "self")]


def test_the_same_rating_sent_twice_is_kept_once(sam: Person, own: Client) -> None:
    """bad input: two presses on "Keep"."""
    line = make.line(sam)
    form = _answer(line, "7")
    own.post(at("rate", sam, line.id), form)
    own.post(at("rate", sam, line.id), form)
    assert Rating.objects.count() == 1


def test_a_rating_points_at_the_words_that_were_on_the_page(sam: Person, own: Client) -> None:
    """measures 11: also when somebody reworded the line in between."""
    line = make.line(sam)
    form = _answer(line, "7")
    reword(line, "Going out on my own")
    own.post(at("rate", sam, line.id), form)
    assert Rating.objects.get().wording.number == 1
    assert "words seen then" in seen(own, at("line", sam, line.id)).text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"answer": ""}, "Choose a number"),
        ({"answer": "11"}, "Choose one of the answers in the list."),
        ({"answer": "seven"}, "Choose one of the answers in the list."),
        ({"answer": "7"} | day_of(None) | {"rated_on_day": "1"}, "A date needs day, month and year"),
        (
            {"answer": "7", "rated_on_day": "1", "rated_on_month": "1", "rated_on_year": "2090"},
            "not come yet",
        ),
        ({"answer": "7", "rated_on_day": "1", "rated_on_month": "1", "rated_on_year": "1970"}, "was born"),
    ],
)
def test_what_does_not_fit_comes_back_with_everything_typed(
    sam: Person, own: Client, typed: dict[str, str], says: str
) -> None:
    """bad input: off the scale, text in a number, a day to come, a day before birth."""
    Person.objects.filter(pk=sam.pk).update(date_of_birth="1985-03-02")
    line = make.line(sam)
    answer = own.post(at("rate", sam, line.id), _answer(line, **{"note": "A long week"} | typed))
    page = Page(answer)
    assert answer.status_code == 422
    assert says in page.text
    assert page.value("note") == "A long week"
    assert page.chosen("answer") == ([typed["answer"]] if typed["answer"] == "7" else [])
    assert not Rating.objects.exists()


def test_a_wide_scale_takes_a_number_with_a_comma_too(sam: Person, own: Client) -> None:
    """RS-14: own scale; 37,5 is a number."""
    line = make.line(sam, low=0, high=100, unit="hours")
    own.post(at("rate", sam, line.id), _answer(line, number="37,5"))
    assert Rating.objects.get().value == Decimal("37.5")
    for wrong, says in (("101", "from 0 to 100"), ("lots", "Give a number"), ("", "Choose a number")):
        answer = own.post(at("rate", sam, line.id), _answer(line, number=wrong))
        assert (answer.status_code, says in Page(answer).text) == (422, True)
    answer = own.post(at("rate", sam, line.id), _answer(line, "rather_not", number="3"))
    assert "not both" in Page(answer).text
    assert Rating.objects.count() == 1


def test_what_is_left_alone_is_kept_as_nothing(sam: Person, own: Client) -> None:
    """RS-22: "rate what you like, leave the rest"; a blank is not 0."""
    first, second, third = (make.line(sam, words) for words in ("Sleep", "Calm", "Out"))
    page = seen(own, at("rate_all", sam))
    form = {
        f"{one.id.hex}-submission": page.value(f"{one.id.hex}-submission") for one in (first, second, third)
    }
    form |= {f"{first.id.hex}-answer": "0", f"{third.id.hex}-answer": "not_applicable"}
    own.post(at("rate_all", sam), form)
    own.post(at("rate_all", sam), form)
    found = Rating.objects.order_by("line__started_on", "line_id").values_list("line_id", "given", "value")
    assert list(found) == [(first.id, "answered", 0), (third.id, "not_applicable", None)]


def test_nothing_chosen_or_words_without_a_number_are_said_and_nothing_is_lost(
    sam: Person, own: Client
) -> None:
    """bad input: an empty form; a note without an answer."""
    line = make.line(sam)
    assert "Nothing was chosen." in Page(own.post(at("rate_all", sam), {})).text
    answer = own.post(at("rate_all", sam), {f"{line.id.hex}-note": "A long week"})
    assert answer.status_code == 422
    assert Page(answer).value(f"{line.id.hex}-note") == "A long week"


def test_one_answer_that_does_not_fit_keeps_none_of_several(sam: Person, own: Client) -> None:
    """house rule 7: all of a form, or the form comes back filled."""
    first, second = make.line(sam, "Sleep"), make.line(sam, "Hours", low=0, high=100)
    form = {f"{first.id.hex}-answer": "4", f"{second.id.hex}-number": "101"}
    answer = own.post(at("rate_all", sam), form)
    page = Page(answer)
    assert answer.status_code == 422
    assert page.chosen(f"{first.id.hex}-answer") == ["4"]
    assert page.value(f"{second.id.hex}-number") == "101"
    assert not Rating.objects.exists()


def test_a_worker_writes_down_with_the_person_and_that_is_shown(
    sam: Person, staff: Client, own: Client, worker: Account
) -> None:
    """RS-24: who wrote it down, and how it was said, stays visible."""
    line = make.line(sam)
    staff.post(at("rate", sam, line.id), _answer(line, "6", way="read_aloud"))
    assert Rating.objects.get().way == "read_aloud"
    text = seen(own, at("line", sam, line.id)).text
    assert "read aloud by somebody" in text
    assert "Amina Yusuf" in text


def test_a_rating_is_put_right_and_its_history_is_readable(sam: Person, own: Client) -> None:
    """RS-24: nothing is altered without trace."""
    line = make.line(sam)
    rating = make.rating(line, 3, note="Tired")
    page = seen(own, at("rating", sam, rating.id))
    assert (page.chosen("answer"), page.value("note")) == (["3"], "Tired")
    form = {"version": "1", "answer": "5", "note": "Tired"} | day_of(rating.rated_on)
    own.post(at("rating", sam, rating.id), form)
    rating.refresh_from_db()
    assert rating.value == 5
    page = seen(own, at("rating", sam, rating.id))
    assert "What stood here before" in page.text
    assert "3 of 10" in page.text
    assert own.post(at("rating", sam, rating.id), form).status_code == 409


def test_only_the_person_or_who_wrote_it_puts_it_right(sam: Person, staff: Client, own: Client) -> None:
    """RS-24: a worker does not change what somebody said."""
    line = make.line(sam)
    rating = make.rating(line, 3)
    assert "Put it right" not in seen(staff, at("rating", sam, rating.id)).text
    form = {"version": "1", "answer": "5", "note": ""} | day_of(rating.rated_on)
    assert staff.post(at("rating", sam, rating.id), form).status_code == 422
    rating.refresh_from_db()
    assert rating.value == 3


def test_a_rating_goes_out_of_view_with_a_reason_and_comes_back(sam: Person, own: Client) -> None:
    """RS-24: it counts nowhere while it is out of view, and nothing is lost."""
    line = make.line(sam)
    rating = make.rating(line, 3, timezone.localdate() - timedelta(days=1))
    own.post(at("rating_remove", sam, rating.id), {"version": "1", "reason": "Wrong day"})
    assert own.get(at("rating", sam, rating.id)).status_code == 404
    assert "not rated yet" in seen(own, at("line", sam, line.id)).text
    assert "Wrong day" in seen(own, at("removed", sam)).text
    own.post(at("rating_restore", sam, rating.id), {"version": "2"})
    assert "3 of 10" in seen(own, at("line", sam, line.id)).text


def test_a_closed_line_takes_only_days_before_it_was_closed(sam: Person, own: Client) -> None:
    """measures 13."""
    line = make.line(sam, closed_on=timezone.localdate() - timedelta(days=3), closed_as="resting")
    answer = own.post(at("rate", sam, line.id), _answer(line, "4"))
    assert answer.status_code == 422
    assert "Take it up again" in Page(answer).text
