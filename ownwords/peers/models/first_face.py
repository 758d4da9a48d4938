"""Who met somebody first, and how that was."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


@tracked()
class FirstFace(models.Model):
    """Who met the person first, and how that was, asked once and never again (PS-13)."""

    person = models.OneToOneField(
        "people.Person", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    id = models.UUIDField(default=new_id, editable=False, unique=True)
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    met_on = models.DateField()
    shown_at = models.DateTimeField(null=True, blank=True)
    answer = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="0 to 10, only from the person."
    )
    words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    skipped_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__isnull=True) | Q(answer__lte=10), name="first_face_0_to_10"
            ),
            models.CheckConstraint(
                condition=~Q(answered_at__isnull=False, skipped_at__isnull=False),
                name="first_face_answered_or_skipped",
            ),
            models.CheckConstraint(
                condition=Q(answer__isnull=True, words="") | Q(answered_at__isnull=False),
                name="first_face_answer_has_its_moment",
            ),
        ]
        triggers = [pgtrigger.Protect(name="first_faces_stay", operation=pgtrigger.Delete)]
