"""Rating on paper: a sheet to fill in by hand, and typing it in later; who typed it is kept and shown."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.measures.models import Rating
from ownwords.people.models import Account, Person
from tests import factories as make
from tests.measures.pages import Page, at, day_of, key, reword, seen

pytestmark = pytest.mark.django_db


def test_the_sheet_holds_open_lines_in_their_words_with_boxes_and_lines_for_name_and_day(
    sam: Person, own: Client
) -> None:
    """refocus R3; measures: printable, legible in black and white, and without the person's name on it."""
    make.line(sam, "Sleeping through")
    make.line(sam, "Hours out", low=0, high=100, unit="hours")
    make.line(sam, "Reached", closed_on=timezone.localdate(), closed_as="reached")
    page = seen(own, at("paper", sam))
    assert page.texts("ow-tick__words") == ["Sleeping through", "Hours out"]
    assert [text.strip() for text in page.texts("ow-tick__number")] == [str(n) for n in range(11)]
    assert "A number from 0 to 100:" in page.text
    assert "Name:" in page.text
    assert "Sam" not in page.text


def test_a_sheet_is_typed_in_for_the_day_on_it_and_who_typed_it_is_shown(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """RS-24: on paper, and transcribed by whom."""
    line = make.line(sam, started_on=timezone.localdate() - timedelta(days=40))
    day = timezone.localdate() - timedelta(days=5)
    form = {f"{line.id.hex}-answer": "4", f"{line.id.hex}-submission": key()} | day_of(day)
    staff.post(at("paper_typed", sam), form)
    staff.post(at("paper_typed", sam), form)
    kept = Rating.objects.get()
    assert (kept.way, kept.transcribed_by, kept.rated_on, kept.value) == ("paper", worker, day, 4)
    assert "on paper, typed in by Amina Yusuf" in seen(own, at("line", sam, line.id)).text


def test_the_day_on_the_paper_is_needed(sam: Person, staff: Client) -> None:
    """bad input: today is not the day on which somebody filled in a sheet."""
    line = make.line(sam)
    answer = staff.post(at("paper_typed", sam), {f"{line.id.hex}-answer": "4"})
    assert answer.status_code == 422
    assert "Give a date." in Page(answer).text
    assert Page(answer).chosen(f"{line.id.hex}-answer") == ["4"]


def test_where_a_line_was_reworded_the_words_on_the_paper_are_chosen(sam: Person, staff: Client) -> None:
    """measures 11: the rating points to the words on the sheet."""
    line = make.line(sam)
    first = line.wordings.get()
    reword(line, "Going out on my own")
    assert "Which words stand on the paper?" in seen(staff, at("paper_typed", sam)).text
    form = {f"{line.id.hex}-answer": "4", f"{line.id.hex}-wording": str(first.id)} | day_of(
        timezone.localdate()
    )
    staff.post(at("paper_typed", sam), form)
    assert Rating.objects.get().wording == first
