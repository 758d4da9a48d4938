"""Measures of a large made-up service: whole forms, results that are right, and courses as the triggers count them."""

from __future__ import annotations

import pytest
from django.db import connection

from ownwords.demo.large import load_large
from ownwords.measures.method import scoring
from ownwords.measures.method.catalogue import instrument
from ownwords.measures.models import Answer, Course, Response, Score

pytestmark = pytest.mark.django_db
COLUMNS = "person_id, instrument, asked, scored, first_on, first_value, last_on, last_value"


def courses() -> list[tuple[object, ...]]:
    """Return every course there is."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {COLUMNS} FROM measures_course ORDER BY 1, 2")
        return list(cursor.fetchall())


def test_a_large_service_has_forms_whose_results_are_right() -> None:
    """Issue of speed: about twenty answers a person, each form scored as the engine scores it."""
    load_large(200, progress=False)
    assert 16 <= Answer.objects.count() / 200 <= 26
    for response in Response.objects.all()[:20]:
        answers = {one.item: one.value for one in response.answers.all()}
        found = scoring.score(instrument(response.instrument), answers)
        kept = Score.objects.get(response=response)
        assert (kept.value, kept.band) == (found.scores[0].value, found.scores[0].band)
    assert Course.objects.filter(scored__gte=2).exists()


def test_courses_of_a_large_service_are_those_that_the_triggers_count() -> None:
    """The load writes them in one statement; each trigger, run again, finds the same."""
    load_large(60, progress=False)
    before = courses()
    with connection.cursor() as cursor:
        cursor.execute("SELECT ownwords_course(person_id, instrument) FROM measures_course")
    assert courses() == before
