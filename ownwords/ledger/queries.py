"""Reading the ledger. Each caller has first opened the person the rows are about."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from ownwords.ledger.models import Act, Link, Look


def looks_about(person_id: UUID) -> QuerySet[Look]:
    """Every look at one person's record, newest first."""
    return Look.objects.filter(about_id=person_id).order_by("-at", "-id")


def acts_about(person_id: UUID) -> QuerySet[Act]:
    """Everything done in one person's record, newest first."""
    return Act.objects.filter(about_id=person_id).order_by("-at", "-id")


def acts_on(thing_id: UUID) -> QuerySet[Act]:
    """Everything done to one thing, newest first."""
    return Act.objects.filter(thing_id=thing_id).order_by("-at", "-id")


def links_about(person_id: UUID) -> QuerySet[Link]:
    """Every link between things of one person's record."""
    return Link.objects.filter(about_id=person_id).order_by("made_at", "id")
