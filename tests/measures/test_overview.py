"""The page of everything somebody follows: for the person, and the same, shared, for a worker before a visit."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.measures.actions import own_answers
from ownwords.measures.actions.own_answers import Said
from ownwords.measures.models import Line, MeasureShare, Response, Score
from ownwords.people.models import Account, Person
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.pages import a_life, at, reword, seen
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


def test_somebody_who_follows_nothing_is_told_how_to_begin(sam: Person, own: Client) -> None:
    """RS-14: one is enough."""
    page = seen(own, at("lines", sam))
    assert "One is enough" in page.text
    assert page.leads_to(at("line_add", sam))


def test_the_page_shows_the_words_the_last_rating_its_day_and_a_press_to_rate(
    sam: Person, own: Client
) -> None:
    """RS-14; RS-21: in the order in which the lines began, never by worth."""
    first, second, _closed = a_life(sam)
    page = seen(own, at("lines", sam))
    assert page.texts("ow-line__words") == ["Line number 0", "Line number 1"]
    assert "Last rated on" in page.text
    assert "5 of 10" in page.text
    assert page.leads_to(at("rate", sam, first.id))
    assert page.leads_to(at("rate", sam, second.id))


def test_a_closed_line_stays_on_the_chart_and_in_the_list_with_its_reason(sam: Person, own: Client) -> None:
    """measures 13: "reached" is counted as an outcome, and the closed line stays."""
    closed = a_life(sam)[-1]
    page = seen(own, at("lines", sam))
    text, classes = page.part(f"chart-line-{closed.id}")
    assert "ow-panel--closed" in classes
    assert "I got there" in text
    assert "1 line was closed because it was reached." in page.text


def test_the_chart_holds_what_happened_and_where_support_ended(sam: Person, own: Client) -> None:
    """RS-16, RS-26: on the same axis, without a number."""
    a_life(sam)
    sam.placements.update(ends_on=timezone.localdate() - timedelta(days=10), ended_by="agreed")
    page = seen(own, at("lines", sam))
    assert "Moved to Elm Road" in page.text
    assert "ended" in page.text
    assert sam.placements.get().team.name in page.text


def test_a_worker_sees_what_was_last_said_and_since_when_nothing_was(sam: Person, staff: Client) -> None:
    """refocus R17; RS-21: one sentence a line, before the visit."""
    line = make.line(sam, "Sleeping through", started_on=timezone.localdate() - timedelta(days=500))
    make.rating(line, 6, timezone.localdate() - timedelta(days=130), note="Better with the window open")
    page = seen(staff, at("lines", sam))
    assert "What Sam follows" in page.text
    assert "6 of 10" in page.text
    assert "Nothing for 4 months." in page.text
    assert "Better with the window open" in page.text


def test_a_worker_sees_only_what_is_shared(sam: Person, staff: Client, worker: Account) -> None:
    """RS-24: a line of the person alone is on no page of anybody else."""
    make.line(sam, "Only mine", visibility="me")
    page = seen(staff, at("lines", sam))
    assert "Only mine" not in page.text
    line = Line.objects.get()
    assert staff.get(at("line", sam, line.id)).status_code == 404


def test_a_supporter_sees_only_lines_shared_with_them_by_name(sam: Person) -> None:
    """RS-24; house rule 2."""
    ruth = make.account("Ruth")
    make.beside(sam, ruth, "supporter")
    make.line(sam, "For the team")
    shared = make.line(sam, "For Ruth too", visibility="named")
    MeasureShare.objects.create(person=sam, thing_id=shared.id, account=ruth, made_by_id=sam.account_id)
    page = seen(client_for((ruth, "supporter")), at("lines", sam))
    assert "For Ruth too" in page.text
    assert "For the team" not in page.text
    assert not page.leads_to(at("line_add", sam))


@pytest.mark.parametrize(("span", "said"), [("3m", "0 of 3 lines"), ("all", "3 of 3 lines")])
def test_what_became_of_it_counts_only_lines_rated_at_both_ends(
    sam: Person, own: Client, span: str, said: str
) -> None:
    """measures 14: "k of n lines", with the method on request."""
    a_life(sam)
    page = seen(own, at("lines", sam) + f"?span={span}")
    assert said in page.text
    assert "Nothing is put together over people." in page.text


def test_the_persons_own_answer_stands_beside_the_numbers(sam: Person, own: Client) -> None:
    """refocus R17: "is it different for you?" beside every computed verdict."""
    line = a_life(sam)[0]
    own_answers.say_if_different(
        opened=opened_by(sam.account, sam), said=Said("better", "I go out alone"), line_id=line.id
    )
    page = seen(own, at("lines", sam))
    assert "Yes, better. I go out alone" in page.text


def _form(sam: Person, days: int, value: int | None, **columns: Any) -> Response:
    form = Response.objects.create(
        person=sam, written_by=sam.account, changed_by_id=sam.account_id, visibility="team",
        instrument="phq-9", edition="1999", definition_digest="0" * 64,
        answered_on=timezone.localdate() - timedelta(days=days),
        finished_at=timezone.now() + timedelta(seconds=1), **columns,
    )  # fmt: skip
    Score.objects.create(
        response=form, key="total", main=True, rule="1", definition_digest="0" * 64,
        value=None if value is None else Decimal(value), why_none="" if value is not None else "nothing answered",
    )  # fmt: skip
    return form


def test_results_of_standard_measures_stand_as_panels_beside_the_lines(sam: Person, own: Client) -> None:
    """issue: ROM and personal lines on one time axis; measures 20: under the threshold, told apart from chance."""
    a_life(sam)
    _form(sam, 200, 15)
    _form(sam, 20, 12)
    page = seen(own, at("lines", sam))
    text, _classes = page.part("chart-measure-phq-9")
    assert "smaller than this form can tell apart from chance" in text
    assert "Method:" in text
    assert "Source:" in text
    assert page.leads_to(at("measure_different", sam, "phq-9"))


def test_a_result_that_the_viewer_may_not_see_is_on_no_panel(sam: Person, staff: Client) -> None:
    """RS-24: visibility holds for results too."""
    a_life(sam)
    form = _form(sam, 20, 12)
    Response.objects.filter(pk=form.pk).update(visibility="me")
    assert seen(staff, at("lines", sam)).part("chart-measure-phq-9") == ("", "")


def test_the_page_asks_as_often_for_twenty_lines_as_for_two(sam: Person, staff: Client) -> None:
    """platform: no query a row."""
    a_life(sam, lines=2)
    staff.get(at("lines", sam))  # the first look of the day is kept
    with asked() as few:
        staff.get(at("lines", sam))
    for line in a_life(sam, lines=18):
        reword(line, "Said again")
    with asked() as many:
        staff.get(at("lines", sam))
    assert len(many) == len(few)
    assert len(many) <= 24


def test_a_line_page_asks_as_often_for_many_ratings_as_for_few(sam: Person, own: Client) -> None:
    """platform: no query a row."""
    line = a_life(sam, ratings=2)[0]
    own.get(at("line", sam, line.id))
    with asked() as few:
        own.get(at("line", sam, line.id))
    for number in range(40):
        make.rating(line, number % 11)
    with asked() as many:
        own.get(at("line", sam, line.id))
    assert len(many) == len(few)


def test_the_places_of_a_person_and_of_a_record_lead_here(sam: Person, own: Client, staff: Client) -> None:
    """RS-21: found from every page, without knowing where to look."""
    assert at("lines", sam) in own.get(at("events", sam)).content.decode()
    assert at("lines", sam) in staff.get(f"/people/{sam.id}/record/").content.decode()
