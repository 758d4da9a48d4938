"""Ties of a team's people, straight into the database: for tests of the team's side of connecting."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from ownwords.connections.models import Explained, MapItem, Readiness, Tie, TieView
from ownwords.people.models import Account, Person, Team
from tests import factories as make

YEAR = timezone.localdate().year - 1
DAY = date(YEAR, 3, 5)

#: 60 new ties by what the person and what a worker say of the worker's part; "" is no answer.
SIXTY = {
    ("none", "none"): 8,
    ("none", "prepared"): 2,
    ("none", ""): 6,
    ("prepared", "none"): 3,
    ("prepared", "prepared"): 12,
    ("prepared", "alongside"): 5,
    ("alongside", "alongside"): 9,
    ("alongside", "introduced"): 1,
    ("introduced", "introduced"): 7,
    ("", "prepared"): 5,
    ("", ""): 2,
}


def _kept(who: Person, **columns: Any) -> dict[str, Any]:
    writer: Account | None = columns.pop("by", None) or who.account
    assert writer is not None
    return {"person": who, "written_by": writer, "changed_by_id": writer.id, "visibility": "team", **columns}


def item(who: Person, words: str = "B.", **columns: Any) -> MapItem:
    """Put something on somebody's map, for the team to see unless said otherwise."""
    return MapItem.objects.create(**_kept(who, words=words, **columns))


def tie(who: Person, on: MapItem | None = None, **columns: Any) -> Tie:
    """Make a tie that began last year, for the team to see unless said otherwise."""
    return Tie.objects.create(**_kept(who, item=on or item(who), **{"since": DAY, **columns}))


def view(of: Tie, part: str, side: str = "person", *, by: Account | None = None, **columns: Any) -> TieView:
    """Say what the worker's part in a tie was."""
    writer = by or of.person.account
    assert writer is not None
    return TieView.objects.create(
        tie=of, person=of.person, side=side, written_by=writer, changed_by_id=writer.id, part=part, **columns
    )


def readiness(who: Person, value: int | None, day: date, **columns: Any) -> Readiness:
    """Rate how ready somebody feels."""
    return Readiness.objects.create(**_kept(who, value=value, said_on=day, **columns))


def explained(who: Person, answer: str, **columns: Any) -> Explained:
    """Answer whether connecting was explained."""
    return Explained.objects.create(**_kept(who, answer=answer, **columns))


def told(team: Team, worker: Account, parts: dict[tuple[str, str], int], **columns: Any) -> list[Tie]:
    """Make one person with one tie for each, with the views of the person and of the worker."""
    made = []
    for (person_part, worker_part), count in parts.items():
        for _one in range(count):
            made.append(tie(make.person(team), **columns))
            if person_part:
                view(made[-1], person_part)
            if worker_part:
                view(made[-1], worker_part, "worker", by=worker)
    return made
