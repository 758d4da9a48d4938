"""Reading what a person says to services of the directory."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from ownwords.connections.models import DirectoryService, Interest
from ownwords.connections.queries.sight import seen_on_map
from ownwords.people.access import NotFound, Opened


def interests(opened: Opened, *, removed: bool = False) -> QuerySet[Interest]:
    """Every answer that the viewer sees, newest first."""
    rows = seen_on_map(opened, Interest.objects.all(), removed=removed)
    return rows.select_related("written_by").order_by("-created_at")


def interests_of(opened: Opened, service_ids: Iterable[UUID]) -> dict[UUID, Interest]:
    """Return service id -> the person's answer, for those of these services that have one the viewer sees."""
    rows = interests(opened).filter(service_id__in=list(service_ids))
    return {one.service_id: one for one in rows}


def service_named(service_id: UUID) -> str:
    """Return what a service of the directory is called. Raises NotFound when there is none."""
    name = DirectoryService.objects.filter(pk=service_id).values_list("name", flat=True).first()
    if name is None:
        raise NotFound
    return name
