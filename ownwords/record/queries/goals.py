"""Reading goals: the list, one goal with everything it rests on, and what it may be linked to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Subquery

from ownwords.ledger.models import Link
from ownwords.people.access import NotFound, Opened
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.record.models import Entry, Goal, Kind, Share, Standing, Step
from ownwords.record.queries.entries import entries_of, open_entry, shares_of
from ownwords.record.queries.links import USES, WHY

MOST_CHOICES = 60


@dataclass(frozen=True, slots=True)
class GoalList:
    """All goals of a person that the viewer sees: open ones first, then those that ended. Never ordered by worth."""

    open: list[Entry]
    ended: list[Entry]
    steps: dict[UUID, list[Step]]
    circle: Circle
    shares: dict[UUID, list[UUID]]


@dataclass(frozen=True, slots=True)
class OneGoal:
    """One goal with everything around it."""

    entry: Entry
    goal: Goal
    steps: list[Step]
    why: list[Entry]
    uses: list[Entry]
    circle: Circle
    shared_with: list[UUID] = field(default_factory=list)


def goals_of(opened: Opened) -> GoalList:
    """Return the goals of an opened person with their steps (five queries)."""
    rows = list(entries_of(opened).filter(kind=Kind.GOAL))
    return GoalList(
        open=[entry for entry in rows if not entry.goal.outcome],
        ended=[entry for entry in rows if entry.goal.outcome],
        steps=steps_by_entry(opened, rows),
        circle=circle_of(opened),
        shares=shares_of(rows),
    )


def steps_by_entry(opened: Opened, entries: Iterable[Entry]) -> dict[UUID, list[Step]]:
    """Return entry id -> its steps, open ones first (one query)."""
    found: dict[UUID, list[Step]] = {}
    rows = Step.objects.filter(entry_id__in=[entry.id for entry in entries])
    for step in rows.order_by(F("closed_at").asc(nulls_first=True), "position", "created_at"):
        found.setdefault(step.entry_id, []).append(step)
    return found


def goal_of(opened: Opened, entry_id: UUID) -> OneGoal:
    """Return one goal (five queries). Raises NotFound when it is missing or hidden."""
    named = ArraySubquery(Share.objects.filter(entry_id=OuterRef("pk")).values("account_id"))
    entry = entries_of(opened).filter(pk=entry_id, kind=Kind.GOAL).annotate(named=named).first()
    if entry is None:
        raise NotFound
    why, uses = linked(opened, entry)
    return OneGoal(
        entry=entry,
        goal=entry.goal,
        steps=steps_by_entry(opened, [entry]).get(entry.id, []),
        why=why,
        uses=uses,
        circle=circle_of(opened),
        shared_with=list(entry.named),
    )


def open_goal(opened: Opened, entry_id: UUID) -> Entry:
    """Return a goal's entry. Raises NotFound also for an entry of another kind."""
    entry = open_entry(opened, entry_id)
    if entry.kind != Kind.GOAL:
        raise NotFound
    return entry


def linked(opened: Opened, entry: Entry) -> tuple[list[Entry], list[Entry]]:
    """Return what a goal rests on, as far as the viewer sees it: (what matters, strengths used); one query."""
    links = Link.objects.filter(from_id=entry.id, relation__in=(WHY, USES), to_id=OuterRef("pk"))
    rows = (
        entries_of(opened)
        .annotate(relation=Subquery(links.values("relation")[:1]))
        .filter(relation__isnull=False)
    )
    found = list(rows)
    return [one for one in found if one.relation == WHY], [one for one in found if one.relation == USES]


def linkable(opened: Opened, kinds: Iterable[str]) -> list[Entry]:
    """Return what a goal may be linked to: entries of these kinds, newest first; never what the person declined."""
    rows = entries_of(opened).filter(kind__in=list(kinds)).exclude(standing=Standing.DECLINED)
    return list(rows.select_related(None)[:MOST_CHOICES])


def open_goals(opened: Opened) -> list[Entry]:
    """Return goals that have not ended, newest first, for a list to choose from (one query)."""
    rows = (
        entries_of(opened)
        .filter(kind=Kind.GOAL, goal__outcome="")
        .select_related(None)
        .select_related("goal")
    )
    return list(rows[:MOST_CHOICES])
