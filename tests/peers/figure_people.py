"""People of a team with contacts, straight into the database: for tests of figures. Worked by hand in the tests.

Today is 1 August 2026; the periods are the two halves of 2025.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from django.utils import timezone

from ownwords.peers.models import (
    Approach,
    Attempt,
    CompetingEnd,
    FirstFace,
    Introduction,
    PeerSettings,
    RecordingRule,
)
from ownwords.people.models import Account, Person, Team
from tests import factories as make

TODAY = date(2026, 8, 1)
FIRST = date(2025, 1, 10)
NOT_MET = {"2": "not_now", "3": "no_answer", "4": "service_could_not", "7": "service_could_not"}


@contextmanager
def on(day: date = TODAY) -> Iterator[None]:
    """Let it be another day, for Django and so for the database."""
    with patch("django.utils.timezone.localdate", lambda *_: day):
        yield


class Kept:
    """A team whose people's contacts are put down, by one peer worker under one rule."""

    def __init__(self, team: Team) -> None:
        self.team = team
        self.peer: Account = make.staff(team, "peer_worker")
        self.rule = RecordingRule.objects.create(
            organisation=team.organisation,
            rule="no_notes",
            since=datetime(2020, 1, 1, tzinfo=ZoneInfo("Europe/London")),
            set_by=make.appointed(team.organisation, "administrator"),
        )

    def person(self) -> Person:
        """Make a person of the team, without an account."""
        return make.person(self.team, signs_in=False)

    def attempt(self, who: Person, day: date = FIRST, outcome: str = "met", **columns: Any) -> Attempt:
        """Put down one attempt."""
        return Attempt.objects.create(
            **{
                "person": who,
                "on": day,
                "outcome": outcome,
                "started_by": "peer",
                "means": "in_person",
                "with_account": self.peer,
                "written_by": self.peer,
                "door_status": "open",
                "rule": self.rule,
                "visibility": "team",
                **columns,
            }
        )

    def booked(self, who: Person, *codes: str) -> None:
        """Put down one appointment a week, with these attendance codes."""
        for week, code in enumerate(codes):
            outcome = NOT_MET.get(code, "met")
            self.attempt(who, FIRST + timedelta(days=7 * week), outcome, booked=code)

    def came(self, who: Person, day: date, route: str, referral: bool | None, **columns: Any) -> Approach:
        """Put down an approach of the person's own."""
        return Approach.objects.create(
            **{
                "person": who,
                "made_on": day,
                "route": route,
                "referral_needed": referral,
                "written_by": self.peer,
                "visibility": "team",
                **columns,
            }
        )

    def introduced(self, who: Person, how: str, taken_up: str, **columns: Any) -> Introduction:
        """Put down an introduction."""
        return Introduction.objects.create(
            **{
                "person": who,
                "on": FIRST,
                "from_words": "the peer worker",
                "to_words": "the allotment",
                "how": how,
                "taken_up": taken_up,
                "written_by": self.peer,
                "visibility": "team",
                **columns,
            }
        )

    def faced(self, who: Person, answer: int | None, day: date = FIRST) -> FirstFace:
        """Put down a first meeting, and how it was."""
        answered = timezone.now() if answer is not None else None
        return FirstFace.objects.create(
            person=who, account=self.peer, met_on=day, answer=answer, answered_at=answered
        )

    def gap(self, days: int) -> None:
        """Set the gap of the organisation."""
        PeerSettings.objects.update_or_create(
            organisation=self.team.organisation, defaults={"gap_days": days}
        )


def returns_by_hand(kept: Kept) -> None:
    """26 people: 6 back after 144 days, 5 back after 234 days, 5 still away, 5 moved after 130 days, 5 never met."""
    for _ in range(6):
        who = kept.person()
        kept.attempt(who)
        kept.came(who, date(2025, 6, 1), "walked_in", False)
        kept.attempt(who, date(2025, 6, 3))
    for _ in range(5):
        who = kept.person()
        kept.attempt(who)
        kept.came(who, date(2025, 9, 1), "crisis", True)
        kept.attempt(who, date(2025, 9, 1))
    for _ in range(5):
        kept.attempt(kept.person())
    for _ in range(5):
        who = kept.person()
        kept.attempt(who)
        CompetingEnd.objects.create(
            person=who, on=FIRST + timedelta(days=130), kind="moved_away", made_by_id=kept.peer.id
        )
    for _ in range(5):
        kept.person()


def meetings_by_hand(kept: Kept) -> None:
    """21 people with 58 appointments, 23 introductions and 16 first meetings."""
    people = [kept.person() for _ in range(21)]
    courses = [("4", "5", "3")] * 6 + [("7", "5", "5")] * 5 + [("3", "6")] * 5 + [("2", "5", "2")] * 5
    for who, codes in zip(people, courses, strict=True):
        kept.booked(who, *codes)
    for how, taken_up, count in (
        ("in_person", "yes", 8), ("in_person", "no", 5), ("letter", "yes", 5), ("letter", "no", 5),
        ("letter", "unknown", 6),
    ):  # fmt: skip
        for who in people[:count]:
            kept.introduced(who, how, taken_up)
    for who, answer in zip(people, [9] * 6 + [2] * 5 + [None] * 5, strict=False):
        kept.faced(who, answer)
