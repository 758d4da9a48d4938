"""Counts about connecting for a team: how many, never who. The database counts, and asks itself who may see it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from ownwords.people.access import NotFound
from ownwords.people.models import Team
from ownwords.people.queries.caseload import teams_of_viewer
from ownwords.people.viewer import Viewer

YEARS_BACK = 4
KINDS = ("new", "renewed")
Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ToldTies:
    """Counts of ties of one kind, new or renewed. ``parts`` by (person's answer, worker's answer); "" is no answer.

    ``ready``: by the rating of readiness from before, "" where there is none. ``hand``: of the person's own views, how
    many they wrote down themselves ("own") and how many somebody else did.
    """

    ties: int
    parts: Mapping[Cell, int]
    ready: Mapping[str, int]
    origin: Mapping[str, int]
    person_idea: Mapping[str, int]
    worker_idea: Mapping[str, int]
    hand: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """The counts of a year as they stood on a day; nothing at all where fewer than five ties were told."""

    counted_on: date
    kinds: Mapping[str, ToldTies]

    @property
    def told(self) -> bool:
        """Whether there is anything to show."""
        return any(one.ties for one in self.kinds.values())


def team_of(viewer: Viewer, team_id: UUID) -> Team:
    """Return a team in which the viewer works in this role today. Raises NotFound."""
    for team in teams_of_viewer(viewer):
        if team.id == team_id:
            return team
    raise NotFound


def years() -> tuple[str, ...]:
    """Return the years that can be asked about, this one first. No two overlap, so nothing can be subtracted."""
    this = timezone.localdate().year
    return tuple(str(this - back) for back in range(YEARS_BACK + 1))


def report_of(team: Team, year: str) -> Report | None:
    """Return the counts of one of the ``years``; None where the viewer may not see them."""
    found = counts_of(team, "report", year)
    if found is None:
        return None
    day, cells = found
    split: dict[str, dict[str, Counter[tuple[str, ...]]]] = {kind: {} for kind in KINDS}
    for key, number in cells.items():
        what, kind, *rest = key.split("|")
        if kind in split:
            split[kind].setdefault(what, Counter())[tuple(rest)] += number
    return Report(day, {kind: _told(tables) for kind, tables in split.items()})


def _told(tables: Mapping[str, Mapping[tuple[str, ...], int]]) -> ToldTies:
    def one(what: str) -> dict[str, int]:
        return {cell[0]: number for cell, number in tables.get(what, {}).items()}

    return ToldTies(
        ties=sum(tables.get("told", {}).values()),
        parts={(cell[0], cell[1]): number for cell, number in tables.get("parts", {}).items()},
        ready=one("ready"),
        origin=one("origin"),
        person_idea=one("person_idea"),
        worker_idea=one("worker_idea"),
        hand=one("hand"),
    )


def counts_of(team: Team, about: str, period: str = "") -> tuple[date, dict[str, int]] | None:
    """Return (day, counts by cell) as they were last counted (one statement); None when the viewer may not see them.

    The first look in a month counts. This is the one read that keeps something: the count itself.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ownwords_team_counts(%s, %s, %s)", [team.id, about, period])
        row = cursor.fetchone()
    return (row[0], json.loads(row[1])) if row else None
