"""How a theme came to be what it is: versions of it, of which codes belong to it, and of what was chosen for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_datetime

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, StudyStep, Theme, ThemeCode, ThemeExtract
from ownwords.inquiry.queries.sight import open_to_me
from ownwords.people.models import Account

PAGE = 50
#: The steps in which codes leave themes, and passages are taken out.
LEAVING = (
    "theme_codes_set",
    "theme_made",
    "codes_merged",
    "extract_taken_out",
    "extract_chosen",
    "extract_against",
)
_KINDS: tuple[tuple[Any, str], ...] = (
    (Theme, "pgh_obj_id"),
    (ThemeCode, "theme_id"),
    (ThemeExtract, "theme_id"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of the history ended: a moment, the kind of row, and its event."""

    at: datetime
    kind: int
    event: int

    @classmethod
    def read(cls, written: str) -> Place | None:
        """Return the place that an address names, or None."""
        try:
            at, kind, event = written.split("_")
            moment = parse_datetime(at)
            return cls(moment, int(kind), int(event)) if moment and moment.tzinfo else None
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.at.isoformat().replace('+00:00', 'Z')}_{self.kind}_{self.event}"


@dataclass(frozen=True, slots=True)
class Event:
    """One version: of a theme (kind 0), of a code's belonging to it (1), or of a chosen passage (2).

    ``before`` is the version before it of the same row, None for the first. ``who``: "" where nobody can tell.
    """

    kind: int
    row: Any
    before: Any | None
    who: str


def history_of_theme(
    opened: OpenedStudy, theme_id: UUID, after: Place | None
) -> tuple[list[Event], Place | None]:
    """Return up to fifty events after a place, oldest first, and where the next page begins (eight queries at most).

    In a blind study what was chosen is told only of passages that the viewer sees.
    """
    found: list[tuple[datetime, int, int, Any]] = []
    for kind in range(len(_KINDS)):
        rows = _events(opened, theme_id, kind)
        if after is not None:
            beyond = Q(pgh_created_at__gt=after.at)
            if kind > after.kind:
                beyond |= Q(pgh_created_at=after.at)
            elif kind == after.kind:
                beyond |= Q(pgh_created_at=after.at, pgh_id__gt=after.event)
            rows = rows.filter(beyond)
        taken = rows.order_by("pgh_created_at", "pgh_id")[: PAGE + 1]
        found += [(row.pgh_created_at, kind, row.pgh_id, row) for row in taken]
    found.sort(key=lambda one: one[:3])
    page = found[:PAGE]
    last = Place(*page[-1][:3]) if len(found) > PAGE else None
    return _told(opened, theme_id, [(kind, row) for _at, kind, _id, row in page]), last


def _events(opened: OpenedStudy, theme_id: UUID, kind: int) -> QuerySet[Any]:
    model, column = _KINDS[kind]
    events: QuerySet[Any] = model.pgh_event_model.objects.filter(study_id=opened.study.id)
    events = events.filter(**{column: theme_id})
    if model is ThemeExtract and opened.study.blind:
        seen = Coding.objects.filter(open_to_me(opened, "source_id", "coder_id"), study_id=opened.study.id)
        return events.filter(coding_id__in=seen.order_by().values("id"))
    return events


def _told(opened: OpenedStudy, theme_id: UUID, rows: Sequence[tuple[int, Any]]) -> list[Event]:
    whose = {row.changed_by_id or row.made_by_id for _kind, row in rows}
    names = dict(Account.objects.filter(pk__in=whose).values_list("id", "name"))
    took = _who_took(opened, [row for _kind, row in rows if row.pgh_label == "delete"])
    before = _earlier(opened, theme_id, rows)
    told = []
    for kind, row in rows:
        key = (kind, row.pgh_obj_id)
        by = names.get(row.changed_by_id or row.made_by_id, "")
        who = took.get(row.pgh_id, "") if row.pgh_label == "delete" else by
        told.append(Event(kind, row, before.get(key), who))
        before[key] = row
    return told


def _earlier(
    opened: OpenedStudy, theme_id: UUID, rows: Sequence[tuple[int, Any]]
) -> dict[tuple[int, Any], Any]:
    """Return the last version before this page of every row that it changes (three queries at most)."""
    found: dict[tuple[int, Any], Any] = {}
    for kind in range(len(_KINDS)):
        first = next((row for of, row in rows if of == kind), None)
        ids = {row.pgh_obj_id for of, row in rows if of == kind and row.pgh_label == "update"}
        if first is None or not ids:
            continue
        earlier = _events(opened, theme_id, kind).filter(pgh_obj_id__in=ids, pgh_id__lt=first.pgh_id)
        newest = earlier.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
        found |= {(kind, row.pgh_obj_id): row for row in newest}
    return found


def _who_took(opened: OpenedStudy, gone: Sequence[Any]) -> dict[int, str]:
    """Return who took rows away, from the steps that did or undid it: a row that is gone cannot say it (one query).

    Of several steps about one row the one nearest in time is meant. In a blind study one sees one's own steps only.
    """
    if not gone:
        return {}
    about = Q()
    for id_ in {str(row.pgh_obj_id) for row in gone}:
        about |= Q(changes__contains=[{"id": id_}])
    steps = StudyStep.objects.filter(about, study_id=opened.study.id, did__in=LEAVING)
    if opened.study.blind:
        steps = steps.filter(account_id=opened.me)
    seen = [
        (moment, step.account.name, {change.get("id") for change in step.changes})
        for step in steps.select_related("account")
        for moment in (step.done_at, step.undone_at)
        if moment is not None
    ]
    took = {}
    for row in gone:
        mine = [one for one in seen if str(row.pgh_obj_id) in one[2]]
        if mine:
            took[row.pgh_id] = min(mine, key=lambda one: abs(one[0] - row.pgh_created_at))[1]
    return took
