"""Counts about a team: how many, never who. The database counts, and asks itself whether the viewer works there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.stretches import CountedBy
from ownwords.measures.queries.instruments import switchable
from ownwords.people.access import NotFound, show_list, visible_people
from ownwords.people.models import Person, Team
from ownwords.people.queries.caseload import named_workers, teams_of_viewer
from ownwords.people.viewer import Viewer

NOW = "now"
YEARS_BACK = 3
PAGE = 50


@dataclass(frozen=True, slots=True)
class GroupKnown:
    """Of how many people of one ethnic category something is known; None where the database keeps a number back.

    ``code`` is a national code, "own" for somebody's own words, "" for not asked.
    """

    code: str
    eligible: int
    asked: int | None
    once: int | None
    twice: int | None


@dataclass(frozen=True, slots=True)
class Results:
    """Results of a team as they stood on a day: people with a result, by stretch, by change, by category and change.

    ``bins`` is None where the database keeps them back. Change classes: one, none, improved, deteriorated, chance.
    """

    counted_on: date
    people: int
    bins: Mapping[int, int] | None
    classes: Mapping[str, int]
    groups: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class LineCount:
    """So many people and lines for one thing that was said about them."""

    what: str
    which: str
    people: int
    lines: int


@dataclass(frozen=True, slots=True)
class NotAsked:
    """One page of people who have not been asked yet, in the order of names."""

    people: tuple[Person, ...]
    workers: Mapping[UUID, tuple[str, ...]]
    next: UUID | None


def team_of(viewer: Viewer, team_id: UUID) -> Team:
    """Return a team in which the viewer works in this role today. Raises NotFound."""
    for team in teams_of_viewer(viewer):
        if team.id == team_id:
            return team
    raise NotFound


def measures_for(viewer: Viewer) -> list[Instrument]:
    """Return the measures that the viewer's organisation uses, by name."""
    on = [one.instrument for one in switchable(viewer) if one.is_on]
    return sorted(on, key=lambda one: one.name.casefold())


def sets_of_people() -> tuple[str, ...]:
    """Return whom a page can be about: supported now, or support ended in one of the last years. No two overlap."""
    year = timezone.localdate().year
    return (NOW, *(f"ended-{year - back}" for back in range(YEARS_BACK + 1)))


def completeness(team: Team, measure: str, whom: str) -> list[GroupKnown]:
    """Return of how many people something is known, by ethnic category (one row for measures about a worker)."""
    rows = _rows("SELECT * FROM ownwords_team_completeness(%s, %s, %s)", team.id, measure, whom)
    return [GroupKnown(*row) for row in rows]


def results(team: Team, measure: str, whom: str, by: CountedBy) -> Results | None:
    """Return the results as they were last counted; None when fewer than five people have one, or none may be shown.

    The first look in a month counts. This is the one read that keeps something: the count itself.
    """
    rows = _rows(
        "SELECT * FROM ownwords_team_results(%s, %s, %s, %s, %s::numeric[], %s::numeric, %s)",
        team.id, measure, whom, by.key, by.edges, by.rule.points if by.rule else None, by.direction == "up",
    )  # fmt: skip
    if not rows:
        return None
    on, counts = rows[0][0], json.loads(rows[0][1])
    bins = counts.get("bins")
    return Results(
        counted_on=on,
        people=counts["people"],
        bins=None if bins is None else {int(place): number for place, number in bins.items()},
        classes=counts.get("classes") or {},
        groups=counts.get("groups") or {},
    )


def lines(team: Team, whom: str) -> list[LineCount]:
    """Return counts of people and of lines by what was said about the lines; no number of a line is looked at."""
    return [LineCount(*row) for row in _rows("SELECT * FROM ownwords_team_lines(%s, %s)", team.id, whom)]


def not_asked(viewer: Viewer, team: Team, measure: str, after: UUID | None = None) -> NotAsked:
    """Return who is supported now and has not been asked, by name, and keep that the list was shown.

    Args:
        viewer: a worker or lead of the team, who may open each of these records anyway.
        team: the viewer's team.
        measure: key of the measure.
        after: the last person of the page before.
    """
    mark = (
        visible_people(viewer).filter(pk=after).values_list("sort_key", flat=True).first() if after else None
    )
    query = "SELECT person_id FROM ownwords_not_yet_asked(%s, %s, %s, %s, %s)"
    after = after if mark is not None else None
    ids = [row[0] for row in _rows(query, team.id, measure, mark or "", after, PAGE + 1)]
    shown = ids[:PAGE]
    people = visible_people(viewer).filter(pk__in=shown).order_by("sort_key", "id")
    found = tuple(people.only("id", "called", "full_name", "sort_key"))
    show_list(viewer, [one.id for one in found], part="caseload")
    return NotAsked(found, named_workers(shown), shown[-1] if len(ids) > PAGE else None)


def _rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())
