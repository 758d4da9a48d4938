"""Is it different for you? The person's answer, beside every computed verdict and before it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.measures.models import OwnAnswer
from ownwords.people.models import Person
from tests import factories as make
from tests.measures.pages import Page, at, day_of, key, seen

pytestmark = pytest.mark.django_db


def test_an_answer_about_a_line_stands_on_its_page_in_words(sam: Person, own: Client, staff: Client) -> None:
    """refocus R17."""
    line = make.line(sam)
    make.rating(line, 4)
    own.post(
        at("line_different", sam, line.id),
        {"answer": "otherwise", "words": "Calmer, and lonelier", "submission": key()},
    )
    for who in (own, staff):
        text = seen(who, at("line", sam, line.id)).text
        assert "Different, neither better nor worse. Calmer, and lonelier" in text


def test_an_answer_about_a_standard_measure_is_kept_with_its_key(sam: Person, own: Client) -> None:
    """refocus R17: on each standard measure too."""
    own.post(at("measure_different", sam, "phq-9"), {"answer": "same", "submission": key()})
    assert (OwnAnswer.objects.get().instrument, OwnAnswer.objects.get().line) == ("phq-9", None)
    assert own.get(at("measure_different", sam, "no-such-form")).status_code == 404


def test_it_is_seen_by_whoever_sees_the_line_and_hidden_with_it(
    sam: Person, own: Client, staff: Client
) -> None:
    """RS-24: what is said about a line goes where the line goes."""
    line = make.line(sam)
    own.post(at("line_different", sam, line.id), {"answer": "better", "submission": key()})
    own.post(at("line_sight", sam, line.id), {"version": "1", "visibility": "me"})
    assert OwnAnswer.objects.get().visibility == "me"
    assert staff.get(at("line_different", sam, line.id)).status_code == 404


def test_an_answer_compares_with_an_earlier_day_only(sam: Person, own: Client) -> None:
    """bad input: the form comes back filled."""
    line = make.line(sam)
    today = timezone.localdate()
    form = {"answer": "worse", "words": "Since the move", "submission": key()}
    days = day_of(today, "since") | day_of(today - timedelta(days=3), "said_on")
    answer = own.post(at("line_different", sam, line.id), form | days)
    assert answer.status_code == 422
    assert "Compare with an earlier day." in Page(answer).text
    assert Page(answer).value("words") == "Since the move"


def test_sent_twice_it_is_kept_once_and_taken_back_it_is_gone_from_view(sam: Person, own: Client) -> None:
    """RS-24."""
    line = make.line(sam)
    form = {"answer": "better", "submission": key()}
    own.post(at("line_different", sam, line.id), form)
    own.post(at("line_different", sam, line.id), form)
    kept = OwnAnswer.objects.get()
    own.post(at("own_answer_remove", sam, kept.id), {"version": "1", "reason": "Too soon"})
    assert "Yes, better" not in seen(own, at("line", sam, line.id)).text
    assert OwnAnswer.objects.get().removed_reason == "Too soon"
