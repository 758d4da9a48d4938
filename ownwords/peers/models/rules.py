"""What peer workers may write down, as the service has decided, and that people were told before the first contact."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.ids import new_id

APPENDED = pgtrigger.Protect(name="stays_as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)


class Recording(models.TextChoices):
    """What peer workers may write down about somebody (PS-04)."""

    NO_NOTES = "no_notes", _("Peer workers write no notes about you.")
    SHARED_ONLY = "shared_only", _("Peer workers write only notes that you and they agree on.")
    NOTES_ALLOWED = "notes_allowed", _("Peer workers may also write notes of their own, which you can read.")


class RecordingRule(models.Model):
    """The rule of one organisation, from a moment on. Never changed, only followed by another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=14, choices=Recording.choices)
    words = models.TextField(blank=True, help_text="Why, in plain words, for people to read.")
    since = models.DateTimeField(default=timezone.now)
    set_by = models.ForeignKey(
        "people.Account",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="Nobody set the first one of an organisation that has not decided: the strictest holds.",
    )

    class Meta:
        indexes = [models.Index(fields=["organisation", "-since"], name="recording_rule_since")]
        constraints = [
            models.CheckConstraint(condition=Q(rule__in=Recording.values), name="recording_rule_known"),
            models.UniqueConstraint(fields=["organisation", "since"], name="recording_rule_once_a_moment"),
        ]
        triggers = [APPENDED]


class RuleTold(models.Model):
    """That a person was shown the rule, or told of it, before anything was recorded under it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    rule = models.ForeignKey(RecordingRule, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField(default=timezone.now)
    told_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "rule"], name="rule_told_once")]
        triggers = [APPENDED]
