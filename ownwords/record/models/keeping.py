"""Drafts, and "nobody has asked me"."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


class Draft(models.Model):
    """What an account has typed into one form and not yet saved. Nobody else ever sees it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="drafts")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=200)
    fields = models.JSONField(default=dict)
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "person", "form"], name="draft_one_a_form"),
        ]


@tracked()
class NotAsked(models.Model):
    """Somebody says that one of the three practices has not been asked about (R19). Goes to team reflection."""

    class Practice(models.TextChoices):
        """The three working practices."""

        VALUES = "values", _("My values and how I want to be treated")
        STRENGTHS = "strengths", _("My strengths")
        GOALS = "goals", _("My own goals")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="not_asked")
    practice = models.CharField(max_length=10, choices=Practice.choices)
    words = models.TextField(blank=True)
    raised_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    answer_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "practice"],
                condition=Q(answered_at__isnull=True),
                name="not_asked_open_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="not_asked_answered_by_whom_and_when",
            ),
        ]
