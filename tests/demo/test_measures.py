"""What people of the demonstration follow: over years, by the same rules as everybody's, with its traces."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import timezone

from ownwords.demo import reading
from ownwords.demo.reading import WrongData
from ownwords.ledger.models import Act
from ownwords.measures.method.catalogue import instrument
from ownwords.measures.method.definitions import Given
from ownwords.measures.method.scoring import score
from ownwords.measures.models import Asking, Course, Line, Rating, Response, Score
from ownwords.people.models import Person, Placement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def test_one_line_has_been_followed_for_nearly_ten_years_through_rewording() -> None:
    """RS-14: the longest began in a notebook, was reworded twice, and each rating points to the words of its day."""
    first = Line.objects.get(wordings__words="Getting out")
    assert (timezone.localdate() - first.started_on).days > 9 * 365
    assert first.wordings.count() == 3
    assert first.ratings.count() > 100
    assert first.ratings.filter(way="paper", transcribed_by__isnull=False).count() > 80
    for rating in first.ratings.select_related("wording"):
        assert rating.wording.number == 1 or rating.wording.since.date() <= rating.rated_on


def test_every_reason_to_close_a_line_that_the_story_has_is_kept_with_words() -> None:
    """measures 13."""
    closed = dict(Line.objects.exclude(closed_as="").values_list("closed_as", "closed_words"))
    assert {"reached", "no_longer", "changed"} <= set(closed)
    assert all(closed.values())


def test_every_result_is_what_the_answers_give() -> None:
    """measures 6: no number of the demonstration was typed in by hand."""
    kept = 0
    for response in Response.objects.prefetch_related("answers", "scores"):
        answers = {
            one.item: Given(one.given) if one.value is None else one.value for one in response.answers.all()
        }
        wanted = score(instrument(response.instrument), answers)
        for row in response.scores.all():
            result = wanted.score(row.key)
            assert (None if row.value is None else float(row.value)) == result.value
            assert (row.rule, row.prorated, row.answered) == (result.rule, result.prorated, result.answered)
            kept += 1
    assert kept > 30


def test_a_team_has_enough_first_and_last_results_for_figures() -> None:
    """RS-23: asked, answered once and answered twice are different numbers in the Harbour team."""
    rows = Course.objects.filter(instrument="qpr-15", person__placements__team__name__startswith="Harbour")
    twice, once = rows.filter(scored__gte=2).distinct().count(), rows.filter(scored=1).distinct().count()
    assert twice >= 8
    assert once >= 2
    assert Asking.objects.filter(reply="rather_not").exists()


def test_everything_leaves_its_trace() -> None:
    """House rule 7: as many acts of rating as ratings, and dated history."""
    assert Act.objects.filter(verb="rated").count() == Rating.objects.count()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM measures_ratingevent WHERE pgh_created_at > now() - interval '1 hour'"
        )
        assert cursor.fetchone() == (0,)
    assert Score.objects.filter(main=True).count() == Response.objects.count()


def test_some_lines_are_for_the_person_alone() -> None:
    """House rule 2."""
    alone = Line.objects.filter(visibility="me")
    assert alone.filter(person=Person.objects.get(called="Denise")).exists()


def test_a_word_that_nobody_reads_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    """The data are checked as the lives are."""
    whole = reading._file("measures.toml")
    whole["line"][0]["colour"] = "blue"
    monkeypatch.setattr(reading, "_file", lambda _name: whole)
    with pytest.raises(WrongData, match="colour"):
        reading.measures()


def test_endings_say_whose_decision_they_were_and_what_stays_open() -> None:
    """RS-26: agreed, by the service, by the person; and two people came back."""
    ended = Placement.objects.exclude(ended_by="")
    assert set(ended.values_list("ended_by", flat=True)) == {"agreed", "service", "person"}
    assert all(ended.values_list("stays_open", flat=True))
    assert Placement.objects.filter(person__in=ended.values("person"), ends_on__isnull=True).count() == 2
