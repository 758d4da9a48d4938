"""Reading what went on around the numbers, and what somebody says themselves about them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from ownwords.measures.models import ContextEvent, OwnAnswer
from ownwords.measures.queries.lines import lines_of
from ownwords.measures.queries.sight import one_of_them, seen
from ownwords.people.access import Opened
from ownwords.people.models import Placement
from ownwords.people.queries.seen import out_of_view


def events_of(opened: Opened, *, removed: bool = False) -> QuerySet[ContextEvent]:
    """Everything that happened and that the viewer sees, in the order in which it began."""
    rows = seen(opened, ContextEvent.objects.all(), removed=removed)
    return rows.select_related("written_by").order_by("starts_on", "created_at")


def removed_events(opened: Opened) -> list[ContextEvent]:
    """What was taken out of view and is not erased, for the person and for who took it out."""
    return list(out_of_view(events_of(opened, removed=True)))


def open_event(opened: Opened, event_id: UUID, *, removed: bool = False) -> ContextEvent:
    """Return one thing that happened. Raises NotFound when it is missing, or hidden from this viewer."""
    return one_of_them(events_of(opened, removed=removed), event_id)


def endings_of(opened: Opened) -> list[Placement]:
    """Return every support by a team that has ended, oldest first; ratings may go on (RS-26)."""
    today = timezone.localdate()
    rows = Placement.objects.filter(person_id=opened.person.id, ends_on__lte=today)
    return list(rows.select_related("team").order_by("ends_on", "id"))


def own_answers_of(opened: Opened, *, removed: bool = False) -> QuerySet[OwnAnswer]:
    """What somebody says themselves, about lines and measures that the viewer sees, oldest first."""
    rows = seen(opened, OwnAnswer.objects.all(), removed=removed)
    on_lines = rows.filter(line__in=lines_of(opened)) | rows.filter(line__isnull=True)
    return on_lines.order_by("said_on", "created_at")
