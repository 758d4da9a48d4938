"""Columns that things of several rooms share, each with its constraint in the database."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.people import Visibility


class Kept(models.Model):
    """Something that belongs to a person, written by somebody, with its version."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class Seen(models.Model):
    """Something with its own answer to "who can see this", set by the person."""

    visibility = models.CharField(max_length=10, choices=Visibility.choices)

    class Meta:
        abstract = True


class Removable(models.Model):
    """Something that can be taken out of view, by whom, when and why: all three or none."""

    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by_id = models.UUIDField(null=True, blank=True)
    removed_reason = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def saved_once(name: str) -> models.UniqueConstraint:
    """A form sent twice keeps one row."""
    return models.UniqueConstraint(
        fields=["person", "submission"], condition=Q(submission__isnull=False), name=name
    )


def sight_known(name: str) -> models.CheckConstraint:
    """Only the three levels that there are."""
    return models.CheckConstraint(condition=Q(visibility__in=["me", "named", "team"]), name=name)


def removed_whole(name: str) -> models.CheckConstraint:
    """By whom, when and why: all three or none."""
    return models.CheckConstraint(
        condition=Q(removed_at__isnull=True, removed_by_id__isnull=True, removed_reason="")
        | Q(removed_at__isnull=False, removed_by_id__isnull=False) & ~Q(removed_reason=""),
        name=name,
    )


@tracked(pghistory.InsertEvent(), pghistory.DeleteEvent())
class ThingShare(models.Model):
    """One named account may see one thing of this person, as long as it still stands to the person as it did."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    thing_kind = models.CharField(max_length=60, help_text="The table that the thing stands in.")
    thing_id = models.UUIDField()
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    made_by_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thing_id", "account"], name="thing_share_once")]
