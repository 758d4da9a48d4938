"""Reading steps of connecting, and how a service words them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from ownwords.connections.models import ConnectingStep, StepLabel
from ownwords.connections.queries.sight import one_of_them
from ownwords.people.access import Opened
from ownwords.people.models import Visibility
from ownwords.people.queries.seen import condition, in_view, out_of_view


def steps_of(opened: Opened, *, removed: bool = False) -> QuerySet[ConnectingStep]:
    """Steps that the viewer sees, newest day first. Whoever wrote one goes on seeing it, unless it is "only me"."""
    rows = ConnectingStep.objects.filter(person_id=opened.person.id)
    if not opened.is_own:
        wrote = Q(written_by_id=opened.viewer.account_id) & ~Q(visibility=Visibility.ME)
        rows = rows.filter(condition(opened.viewer) | wrote)
    return (
        in_view(opened, rows, removed=removed)
        .select_related("written_by", "companion")
        .order_by("-happened_on", "-created_at")
    )


def open_step(opened: Opened, step_id: UUID) -> ConnectingStep:
    """Return one step. Raises NotFound when it is missing, out of view, or hidden from this viewer."""
    return one_of_them(steps_of(opened), step_id)


def removed_steps(opened: Opened) -> list[ConnectingStep]:
    """Steps taken out of view and not erased, for the person and for who took them out."""
    return list(out_of_view(steps_of(opened, removed=True)))


def labels_of(organisation_id: UUID) -> dict[str, str]:
    """Return step -> words, where a service has words of its own."""
    rows = StepLabel.objects.filter(organisation_id=organisation_id)
    return dict(rows.values_list("step", "words"))
