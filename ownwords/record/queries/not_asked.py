"""Reading "nobody has asked me": for the person, and for the people of a team's reflection."""

from __future__ import annotations

from django.db.models import QuerySet

from ownwords.people.access import Opened, visible_people
from ownwords.people.roles import TEAM_SIGHT
from ownwords.people.viewer import Viewer
from ownwords.record.models import NotAsked


def flags_of(opened: Opened) -> QuerySet[NotAsked]:
    """Every flag of an opened person, newest first; none for supporters and peer workers."""
    if not opened.sees_team_entries:
        return NotAsked.objects.none()
    return (
        NotAsked.objects.filter(person_id=opened.person.id)
        .select_related("answered_by")
        .order_by("-raised_at", "-id")
    )


def open_flags(viewer: Viewer) -> QuerySet[NotAsked]:
    """Every open flag of the people whom staff reach, oldest first. Who shows them calls `access.show_list`."""
    if viewer.role not in TEAM_SIGHT:
        return NotAsked.objects.none()
    return (
        NotAsked.objects.filter(person__in=visible_people(viewer), answered_at__isnull=True)
        .select_related("person")
        .order_by("raised_at", "id")
    )
