"""Reading steps and promises: each is seen by whoever sees the entry that it hangs on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from ownwords.people.access import NotFound, Opened
from ownwords.record.models import Step
from ownwords.record.queries.entries import entries_of

MOST_OPEN = 100


def steps_of(opened: Opened) -> QuerySet[Step]:
    """Every step of an opened person whose entry the viewer sees."""
    entries = entries_of(opened).order_by().values("pk")
    return Step.objects.filter(person_id=opened.person.id, entry__in=entries)


def open_step(opened: Opened, step_id: UUID) -> Step:
    """Return one step, with its entry. Raises NotFound when it is missing, or its entry is hidden."""
    step = steps_of(opened).select_related("entry").filter(pk=step_id).first()
    if step is None:
        raise NotFound
    return step


def still_open(opened: Opened, *, entry_id: UUID | None = None) -> list[Step]:
    """Return the open steps of a person, the order in which they are reviewed: see `in_order` (one query)."""
    rows = steps_of(opened).filter(status=Step.Status.OPEN)
    if entry_id is not None:
        rows = rows.filter(entry_id=entry_id)
    rows = rows.order_by(F("due_on").asc(nulls_last=True), "created_at", "id")
    return in_order(opened, rows[:MOST_OPEN])


def named_steps(opened: Opened, ids: Iterable[UUID]) -> list[Step]:
    """Return these steps as far as the viewer sees them, in the order in which they are reviewed (one query)."""
    return in_order(opened, steps_of(opened).filter(pk__in=list(ids)).order_by("due_on", "created_at", "id"))


def in_order(opened: Opened, steps: Iterable[Step]) -> list[Step]:
    """Return steps with the viewer's own promises first, then other promises, then the person's own steps.

    What a worker promised is looked at before anybody asks what the person did (refocus 1.4, R8). Within each part
    the order given stays.
    """
    mine = opened.viewer.account_id if not opened.is_own else None

    def rank(step: Step) -> int:
        if not step.is_promise:
            return 2
        return 0 if mine is not None and step.owner_account_id == mine else 1

    return sorted(steps, key=rank)


def is_overdue(step: Step, today: date) -> bool:
    """Whether an open step's day has passed. Said in words, never as a colour."""
    return step.status == Step.Status.OPEN and step.due_on is not None and step.due_on < today
