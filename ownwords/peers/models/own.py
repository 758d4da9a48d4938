"""What belongs to peer workers alone, and the supervision that is theirs and their peer supervisor's."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.ids import new_id


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
            )
        ]
