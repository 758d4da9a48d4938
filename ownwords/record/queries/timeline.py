"""Reading the timeline: everything said, every step that was closed, every goal that ended, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateTimeField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.record.method.paging import Bookmark
from ownwords.record.models import Entry, Kind, Step
from ownwords.record.queries.entries import entries_of, shares_of
from ownwords.record.queries.steps import steps_of

PAGE = 50
SAID, STEP, ENDED = "said", "step", "ended"


@dataclass(frozen=True, slots=True)
class Filters:
    """What to show. Blank means everything. `kind` is a kind of entry, or "step"."""

    kind: str = ""
    tag: str = ""
    said_by: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: words were said, a step was closed, a goal ended."""

    what: str
    at: datetime
    entry: Entry
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Up to fifty events, newest first, and where the next page begins."""

    events: list[Event]
    next: Bookmark | None
    circle: Circle
    shares: dict[UUID, list[UUID]]


def timeline_of(opened: Opened, filters: Filters, after: Bookmark | None = None) -> TimelinePage:
    """Return a page of the timeline (six queries at most, on every page)."""
    rows = list(_keys(opened, filters, after))
    shown, more = rows[:PAGE], len(rows) > PAGE
    events = _events(opened, shown)
    return TimelinePage(
        events=events,
        next=Bookmark(shown[-1]["at"], shown[-1]["key"]) if more else None,
        circle=circle_of(opened),
        shares=shares_of({event.entry.id: event.entry for event in events}.values()),
    )


def _keys(opened: Opened, filters: Filters, after: Bookmark | None) -> Any:
    parts = [
        _part(rows, at, what, filters, prefix, after) for rows, at, what, prefix in _sources(opened, filters)
    ]
    first, *rest = parts
    return first.union(*rest, all=True).order_by("-at", "-key")[: PAGE + 1] if rest else first


def _sources(opened: Opened, filters: Filters) -> list[tuple[QuerySet[Any], Any, str, str]]:
    """What can stand on the timeline: (rows, when it was, what it is, way to its entry)."""
    entries = entries_of(opened).select_related(None)
    held = Cast("conversation__held_on", DateTimeField())
    ended = entries.filter(goal__outcome_at__isnull=False)
    closed = steps_of(opened).filter(closed_at__isnull=False)
    sources: list[tuple[QuerySet[Any], Any, str, str]] = []
    if filters.kind != STEP:
        sources.append((entries, Coalesce(held, "created_at"), SAID, ""))
    if filters.kind in ("", Kind.GOAL):
        sources.append((ended, F("goal__outcome_at"), ENDED, ""))
    if filters.kind in ("", STEP) and not filters.said_by:
        sources.append((closed, F("closed_at"), STEP, "entry__"))
    return sources or [(entries.none(), Coalesce(held, "created_at"), SAID, "")]


def _part(
    rows: QuerySet[Any], at: Any, what: str, filters: Filters, prefix: str, after: Bookmark | None
) -> QuerySet[Any]:
    rows = rows.annotate(at=at, key=F("pk"), what=Value(what, output_field=CharField())).order_by()
    rows = rows.filter(_filter(filters, prefix))
    if after is not None:
        rows = rows.filter(Q(at__lt=after.at) | Q(at=after.at, key__lt=after.id))
    # Each part is cut before they are joined: no more of any of them can stand on the page.
    return rows.order_by("-at", "-key").values("at", "key", "what")[: PAGE + 1]


def _filter(filters: Filters, prefix: str) -> Q:
    wanted = Q()
    if filters.kind and filters.kind != STEP:
        wanted &= Q(**{f"{prefix}kind": filters.kind})
    if filters.tag:
        wanted &= Q(**{f"{prefix}tags__contains": [filters.tag]})
    if filters.said_by:
        wanted &= Q(**{f"{prefix}said_by": filters.said_by})
    if filters.first:
        wanted &= Q(at__gte=_start(filters.first))
    if filters.last:
        wanted &= Q(at__lt=_start(filters.last + timedelta(days=1)))
    return wanted


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _events(opened: Opened, rows: list[dict[str, Any]]) -> list[Event]:
    """Return the events of these keys; two queries, whatever they are."""
    step_ids = [row["key"] for row in rows if row["what"] == STEP]
    entry_ids = [row["key"] for row in rows if row["what"] != STEP]
    steps = {step.id: step for step in Step.objects.filter(pk__in=step_ids)} if step_ids else {}
    wanted = {*entry_ids, *(step.entry_id for step in steps.values())}
    found = entries_of(opened).select_related(None).select_related("written_by", "goal", "conversation")
    entries = found.in_bulk(list(wanted)) if wanted else {}
    events = []
    for row in rows:
        step = steps.get(row["key"]) if row["what"] == STEP else None
        entry = entries.get(step.entry_id if step else row["key"])
        if entry is not None:
            events.append(Event(row["what"], row["at"], entry, step))
    return events
