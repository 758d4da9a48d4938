"""Introductions that a viewer sees."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from ownwords.peers.models import Introduction
from ownwords.peers.queries.sight import one_of_them, seen_between
from ownwords.people.access import Opened
from ownwords.people.queries.seen import out_of_view


def introductions_of(opened: Opened, *, removed: bool = False) -> QuerySet[Introduction]:
    """Return introductions that the viewer sees, newest first."""
    rows = seen_between(opened, Introduction.objects.all(), removed=removed)
    return rows.select_related("written_by").order_by("-on", "-created_at", "-id")


def open_introduction(opened: Opened, introduction_id: UUID) -> Introduction:
    """Return one introduction. Raises NotFound when it is missing, or hidden from this viewer."""
    return one_of_them(introductions_of(opened), introduction_id)


def removed_introductions(opened: Opened) -> list[Introduction]:
    """Return what was taken out of view and is not erased."""
    return list(out_of_view(introductions_of(opened, removed=True)))
