"""What is between people of the demonstration and peer workers: under its rule, in order, and enough for figures."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import timezone

from ownwords.peers.models import (
    Approach,
    Attempt,
    Channel,
    DoorChange,
    FidelityRating,
    FirstFace,
    Introduction,
    MatchAnswer,
    Message,
    OwnNote,
    RecordingRule,
    RuleTold,
    SafetyShare,
    SharedNote,
    Supervision,
)
from ownwords.peers.queries import figures
from ownwords.people.models import Account, Person, Team
from ownwords.people.viewer import seen_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def test_nobody_was_recorded_by_a_peer_worker_before_they_were_told() -> None:
    """PS-04: the rule comes first."""
    told = dict(RuleTold.objects.values_list("person_id", "told_at"))
    for one in Attempt.objects.filter(by_peer=True):
        assert told[one.person_id] < one.created_at
    assert set(RecordingRule.objects.values_list("rule", flat=True)) == {"shared_only", "notes_allowed"}


def test_nothing_lies_ahead() -> None:
    """A contact dated tomorrow is refused; the demonstration holds none."""
    today, now = timezone.localdate(), timezone.now()
    assert not Attempt.objects.filter(on__gt=today).exists()
    assert not Message.objects.filter(sent_at__gt=now).exists()
    assert not Approach.objects.filter(made_on__gt=today).exists()


def test_a_contact_is_with_somebody_whose_support_had_begun() -> None:
    """Nobody is met before their record was opened."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM peers_attempt a WHERE NOT EXISTS"
            ' (SELECT 1 FROM people_placement p WHERE p.person_id = a.person_id AND p.starts_on <= a."on")'
        )
        assert cursor.fetchone() == (0,)


def test_doors_stand_in_several_ways_and_their_changes_are_numbered() -> None:
    """PS-10 and peer-support 3.2."""
    assert set(DoorChange.objects.values_list("status", flat=True)) == {
        "open", "paused_by_person", "paused_by_service", "moved_on",
    }  # fmt: skip
    for person in Person.objects.filter(pk__in=DoorChange.objects.values("person")):
        rows = DoorChange.objects.filter(person=person).order_by("number")
        assert list(rows.values_list("on", flat=True)) == sorted(rows.values_list("on", flat=True))


def test_enough_people_left_and_came_back_for_curves() -> None:
    """PS-14 to PS-18: at least twenty people of one team with contacts, and a gap of ninety days in many."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT person_id) FILTER (WHERE gap > 90), count(DISTINCT person_id)"
            " FROM (SELECT person_id,"
            ' "on" - lag("on") OVER (PARTITION BY person_id ORDER BY "on") AS gap FROM peers_attempt'
            " WHERE outcome IN ('met', 'spoke', 'answered_by_message')) days"
        )
        gone, people = cursor.fetchone()
    assert gone >= 10
    assert people >= 20


def test_the_larger_team_has_figures_to_show() -> None:
    """House rule 10: figures that are kept and hide small numbers still say something in the demonstration."""
    worker = Account.objects.get(signin_name="demo-worker")
    team = Team.objects.get(name="Harbour Team")
    with seen_by(worker.id, "worker"):
        found = [figures.returns_of(team, period)[1] for period in figures.periods_now()]
    assert any(one.with_contact >= 5 and one.per_person.points for one in found)


def test_something_is_due_and_something_waits() -> None:
    """PS-11, PS-21 and PS-06: follow-ups, a proposal, a note by two, somebody who would come back."""
    assert Attempt.objects.filter(booked="3", followed_up_at__isnull=True).count() >= 2
    assert MatchAnswer.objects.filter(side="person").exists()
    assert not MatchAnswer.objects.filter(side="peer").exists()
    assert SharedNote.objects.filter(agreed_at__isnull=True).exists()
    assert SharedNote.objects.filter(agreed_at__isnull=False).exists()
    assert Approach.objects.filter(seen_to_at__isnull=True).count() == 2


def test_the_rest_is_there_too() -> None:
    """PS-05, PS-08, PS-12, PS-13, PS-20, PS-22, PS-24."""
    assert SafetyShare.objects.exists()
    assert OwnNote.objects.filter(account__name="Marcus Bell").count() == 3
    assert set(Introduction.objects.values_list("how", flat=True)) == {"in_person", "phone", "letter"}
    assert FirstFace.objects.filter(answer__isnull=False).count() >= 8
    assert FidelityRating.objects.filter(rater="person").count() >= 5
    assert Channel.objects.count() == 2
    assert Supervision.objects.count() == 2
