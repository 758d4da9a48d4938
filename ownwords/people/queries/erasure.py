"""Requests to erase something: what waits for a decision, and what was decided."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from ownwords.people.access import NotFound, Opened, visible_people
from ownwords.people.erasable import seen_things
from ownwords.people.models import ErasureRequest
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer


def requests_of(opened: Opened) -> QuerySet[ErasureRequest]:
    """Every request about an opened person's record, for the person and who decides; newest first.

    Other staff see requests about what they see, and their own: a reason tells of what it is about.
    """
    if not opened.sees_team_entries:
        raise NotFound
    rows = ErasureRequest.objects.filter(person_id=opened.person.id)
    if not (opened.is_own or opened.may(Permission.DECIDE_ERASURE)):
        rows = rows.filter(Q(thing_id__in=seen_things(opened)) | Q(asked_by_id=opened.viewer.account_id))
    return rows.select_related("asked_by", "decided_by").order_by("-asked_at", "-id")


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


def open_request_on(thing_id: UUID) -> ErasureRequest | None:
    """Return the request on one thing that still waits, with who asked."""
    rows = ErasureRequest.objects.filter(thing_id=thing_id, decided_at__isnull=True)
    return rows.select_related("asked_by").first()
