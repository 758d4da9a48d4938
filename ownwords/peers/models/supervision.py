"""Supervision of peer workers, which is theirs and their peer supervisor's."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.spans import Span


@tracked()
class Supervision(Span):
    """A peer supervisor goes through the work with a peer worker, for a time. No line manager is part of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    peer = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_by_id = models.UUIDField()

    class Meta(Span.Meta):
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["peer", "supervisor"], condition=Q(ends_on__isnull=True), name="supervision_open_once"
            ),
            models.CheckConstraint(condition=~Q(peer=F("supervisor")), name="supervision_of_somebody_else"),
        ]


@tracked()
class SupervisionItem(models.Model):
    """Something to talk about in supervision: for the peer worker and their peer supervisor, nobody else (PS-24)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    peer = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    talked_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["written_by", "submission"],
                condition=Q(submission__isnull=False),
                name="supervision_item_saved_once",
            )
        ]
