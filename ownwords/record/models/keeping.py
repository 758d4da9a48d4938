"""Keeping and letting go: drafts, erasure by two people, and "nobody has asked me"."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
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


class ErasureRequest(models.Model):
    """One person asks for an entry to be erased, another decides. The words go; that it happened stays."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    entry_id = models.UUIDField()
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
                fields=["entry_id"], condition=Q(decided_at__isnull=True), name="erasure_asked_once"
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
