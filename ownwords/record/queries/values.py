"""Reading values, treatment preferences and what recovery means, section by section."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from ownwords.people.access import Opened
from ownwords.record.models import Entry, Kind
from ownwords.record.queries.entries import entries_of

#: The sections of the page, in the order in which they stand (refocus 1.5).
SECTIONS = (
    Kind.MATTERS,
    Kind.PEOPLE,
    Kind.IDENTITY,
    Kind.STORY,
    Kind.HELPED,
    Kind.WORSE,
    Kind.PREFERENCE,
    Kind.CRISIS,
    Kind.BOUNDARY,
    Kind.UNDERSTANDING,
)


def in_order(rows: Iterable[Entry]) -> list[Entry]:
    """Return things that matter as the person put them; what has no place yet follows, oldest first."""
    return sorted(rows, key=lambda row: (row.position is None, row.position or 0, row.created_at, row.id))


def _by_time(rows: Iterable[Entry]) -> list[Entry]:
    """Return a life story as it went: dated parts by date, those without a date after them as they were told."""
    return sorted(
        rows, key=lambda row: (row.happened_on is None, row.happened_on or row.created_at.date(), row.id)
    )


def values_of(opened: Opened) -> dict[Kind, list[Entry]]:
    """Return the entries of every section that this viewer sees (one query)."""
    found: dict[Kind, list[Entry]] = {kind: [] for kind in SECTIONS}
    for entry in entries_of(opened).filter(kind__in=SECTIONS):
        found[Kind(entry.kind)].append(entry)
    found[Kind.MATTERS] = in_order(found[Kind.MATTERS])
    found[Kind.STORY] = _by_time(found[Kind.STORY])
    return found


def meanings_of(opened: Opened) -> QuerySet[Entry]:
    """Return every statement of what recovery means to the person, newest first; each stays as it was said."""
    return entries_of(opened).filter(kind=Kind.MEANING)


def removed_of(opened: Opened) -> list[Entry]:
    """Return what was taken out of view or erased, newest first: all of it to the person, their own to others."""
    rows = entries_of(opened, removed=True).filter(removed_at__isnull=False)
    if not opened.is_own:
        rows = rows.filter(removed_by_id=opened.viewer.account_id, erased_at__isnull=True)
    return list(rows.order_by("-removed_at"))
