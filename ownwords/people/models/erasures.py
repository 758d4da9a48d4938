"""Erasing takes two people: one asks, another decides."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ownwords.ledger.ids import new_id


class ErasureRequest(models.Model):
    """Somebody asks for something of a record to be erased, another decides. The words go; that it happened stays."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    thing_kind = models.CharField(max_length=30)
    thing_id = models.UUIDField()
    asked_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    reason = models.TextField()
    decided_by = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    agreed = models.BooleanField(null=True, blank=True)
    decision_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["thing_id"], condition=Q(decided_at__isnull=True), name="erasure_asked_once"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True, agreed__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False, agreed__isnull=False),
                name="erasure_decided_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")),
                name="erasure_takes_two_people",
            ),
        ]
