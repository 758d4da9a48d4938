"""What belongs to peer workers alone, and the supervision that is theirs and their peer supervisor's."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.spans import Span


class OwnKind(models.TextChoices):
    """What it is, for the peer worker's own order."""

    STORY = "story", _("my own story")
    PROMPT = "prompt", _("something to remind me")
    REFLECTION = "reflection", _("a thought of my own")


class OwnNote(models.Model):
    """A peer worker's own story, prompts and thoughts. No role, no search, no copy returns it (PS-08).

    It keeps no history beside it: what its writer deletes is gone.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=OwnKind.choices, default=OwnKind.REFLECTION)
    words = models.TextField()
    for_supervision = models.BooleanField(
        default=False,
        help_text="A mark for the writer: to bring up in supervision. It shows nobody anything.",
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "submission"],
                condition=Q(submission__isnull=False),
                name="own_note_saved_once",
            ),
        ]


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
            ),
        ]
