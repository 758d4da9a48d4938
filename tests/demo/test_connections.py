"""What is around, maps and ties of the demonstration: whole, consistent with itself, and enough for a team's report."""

from __future__ import annotations

import pytest
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Max
from django.utils import timezone

from ownwords.connections.models import (
    DirectoryPlace,
    DirectoryService,
    Explained,
    Interest,
    LocalKnowledge,
    MapCopy,
    MapCopyItem,
    MapItem,
    MapStep,
    MapSuggestion,
    Tie,
    TieView,
)
from ownwords.demo import reading
from ownwords.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def test_the_directory_is_found_by_its_words() -> None:
    """connecting R17: what stands in the demonstration's lists is searched as any feed is."""
    found = DirectoryService.objects.filter(listed=True, words=SearchQuery("singing", config="english"))
    assert [one.name for one in found] == ["Gullhaven Open Choir"]
    assert DirectoryService.objects.count() == 25


def test_closed_and_gone_services_are_kept_and_not_suggested() -> None:
    """connecting R18 and R20: nothing is deleted, and what is closed is not listed."""
    hidden = DirectoryService.objects.filter(listed=False)
    assert {one.status for one in hidden} == {"active", "temporarily closed", "defunct"}
    assert hidden.filter(gone_at__isnull=False).count() == 1


def test_a_sensitive_address_is_never_exact() -> None:
    """connecting R21."""
    assert DirectoryPlace.objects.filter(sensitive=True).exists()
    assert not DirectoryPlace.objects.filter(sensitive=True, exact=True).exists()


def test_people_and_staff_know_things_on_top() -> None:
    """connecting R19: some by a person who goes there, some long unconfirmed."""
    assert LocalKnowledge.objects.filter(confirmed_by_role="person").exists()
    long_ago = timezone.localdate().replace(year=timezone.localdate().year - 1, day=1)
    assert LocalKnowledge.objects.filter(confirmed_on__lt=long_ago).exists()


def test_copies_point_to_versions_that_there_were() -> None:
    """connecting R6: a dated copy shows the map as it was."""
    for one in MapCopyItem.objects.select_related("item", "copy"):
        assert 1 <= one.item_version <= one.item.version
        assert one.item.created_at <= one.copy.created_at
    assert MapCopy.objects.filter(person__called="Denise").count() == 3


def test_every_version_of_a_map_is_a_step_that_can_be_told() -> None:
    """connecting R5: what was done to a map, in order, as version numbers of one thing."""
    for person in Person.objects.filter(called__in=["Denise", "Karim", "Ash"]):
        steps = list(MapStep.objects.filter(person=person).order_by("number"))
        assert [one.number for one in steps] == list(range(1, len(steps) + 1))
        assert [one.done_at for one in steps] == sorted(one.done_at for one in steps)
    for item in MapItem.objects.all():
        last = MapStep.objects.filter(item=item).aggregate(last=Max("to_version"))["last"]
        assert last == item.version


def test_the_history_of_a_map_is_dated_as_the_story_is() -> None:
    """Nothing lost: each version has its own day."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM connections_mapitemevent WHERE pgh_created_at <> changed_at")
        assert cursor.fetchone() == (0,)


def test_there_are_ties_enough_for_a_report_and_views_that_differ() -> None:
    """The seed's question, connecting R9 to R11: both views, agreeing and not."""
    assert Tie.objects.filter(visibility="team").count() >= 80
    person = dict(TieView.objects.filter(side="person").values_list("tie_id", "part"))
    worker = dict(TieView.objects.filter(side="worker").values_list("tie_id", "part"))
    both = person.keys() & worker.keys()
    agreeing = sum(person[tie] == worker[tie] for tie in both)
    assert 0 < agreeing < len(both)


def test_something_waits_and_something_is_for_the_person_alone() -> None:
    """connecting R1 and R3."""
    assert MapSuggestion.objects.filter(answer="", person__called="Denise").exists()
    assert MapItem.objects.filter(visibility="me").exists()
    assert set(Explained.objects.values_list("answer", flat=True)) >= {"yes", "partly", "no"}
    assert Interest.objects.filter(answer="help_run").exists()


def test_a_word_that_nobody_reads_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    """The data are checked as the lives are."""
    whole = reading._file("directory.toml")
    whole["source"][0]["service"][0]["colour"] = "blue"
    monkeypatch.setattr(reading, "_file", lambda _name: whole)
    with pytest.raises(reading.WrongData, match="colour"):
        reading.directory()
