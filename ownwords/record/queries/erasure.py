"""Requests to erase entries: what waits for a decision, and what was decided."""

from __future__ import annotations

from django.db.models import QuerySet

from ownwords.people.access import NotFound, Opened, visible_people
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer
from ownwords.record.models import Entry, ErasureRequest


def requests_of(opened: Opened) -> QuerySet[ErasureRequest]:
    """Every request about an opened person's record, for the person, their workers and leads; newest first."""
    if not opened.sees_team_entries:
        raise NotFound
    return (
        ErasureRequest.objects.filter(person_id=opened.person.id)
        .select_related("asked_by", "decided_by")
        .order_by("-asked_at", "-id")
    )


def waiting_for(viewer: Viewer) -> QuerySet[ErasureRequest]:
    """Every open request that this viewer may decide, oldest first."""
    if not viewer.may(Permission.DECIDE_ERASURE):
        return ErasureRequest.objects.none()
    return (
        ErasureRequest.objects.filter(person__in=visible_people(viewer), decided_at__isnull=True)
        .exclude(asked_by_id=viewer.account_id)
        .select_related("asked_by", "person")
        .order_by("asked_at", "id")
    )


def open_request_on(entry: Entry) -> ErasureRequest | None:
    """Return the request on one entry that still waits, with who asked."""
    rows = ErasureRequest.objects.filter(entry_id=entry.id, decided_at__isnull=True)
    return rows.select_related("asked_by").first()
