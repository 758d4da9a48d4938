"""Reading a record's front page: few rows of each kind, in one query however long the record has become."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.record.models import Entry, Kind, Standing, Step
from ownwords.record.queries.entries import entries_of, shares_of
from ownwords.record.queries.steps import still_open

EACH, RECENT = 4, 5
# Only what the page prints is read: a row of everything costs four times as much.
COLUMNS = (
    "id", "person_id", "kind", "words", "said_by", "said_by_name", "written_by_id", "about", "rewording",
    "visibility", "standing", "created_at", "written_by__id", "written_by__name", "goal__entry_id", "goal__whose",
    "goal__whose_names", "goal__origin", "goal__outcome", "goal__kind_by_person", "goal__kind_by_worker",
    "goal__review_on", "conversation__entry_id", "conversation__held_on", "conversation__look_again_on",
)  # fmt: skip
OWN = (Kind.IDENTITY, Kind.MEANING)
VALUES = (Kind.MATTERS, Kind.PEOPLE)


@dataclass(frozen=True, slots=True)
class Overview:
    """What stands on the front page, in the order in which it is printed (RS-08)."""

    own: list[Entry]
    strengths: list[Entry]
    values: list[Entry]
    goals: list[Entry]
    promises: list[Step]
    crisis: list[Entry]
    recent: list[Entry]
    circle: Circle
    shares: dict[UUID, list[UUID]]


def overview_of(opened: Opened) -> Overview:
    """Return the front page of an opened person's record (five queries, however much there is)."""
    rows = list(_first_of_each_kind(opened))
    by_kind: dict[str, list[Entry]] = {}
    for entry in rows:
        by_kind.setdefault(entry.kind, []).append(entry)
    return Overview(
        own=_of(by_kind, OWN, 2),
        strengths=[entry for entry in _of(by_kind, (Kind.STRENGTH,)) if entry.standing != Standing.DECLINED],
        values=_of(by_kind, VALUES),
        goals=_of(by_kind, (Kind.GOAL,)),
        promises=still_open(opened),
        crisis=_of(by_kind, (Kind.CRISIS,)),
        recent=rows[:RECENT],
        circle=circle_of(opened),
        shares=shares_of(rows),
    )


def _of(by_kind: dict[str, list[Entry]], kinds: Iterable[str], most: int = EACH) -> list[Entry]:
    found = [entry for kind in kinds for entry in by_kind.get(kind, ())]
    return sorted(found, key=lambda entry: entry.created_at, reverse=True)[:most] if most else found


def _first_of_each_kind(opened: Opened) -> Any:
    """The newest entries of each kind; ended goals stand on the page of goals and on the timeline."""
    newest = Window(RowNumber(), partition_by=[F("kind")], order_by=[F("created_at").desc(), F("id").desc()])
    return (
        entries_of(opened)
        .exclude(Q(kind=Kind.GOAL) & ~Q(goal__outcome=""))
        .annotate(place=newest)
        .filter(place__lte=EACH)
        .select_related(None)
        .select_related("written_by", "goal", "conversation")
        .only(*COLUMNS)
    )
