"""Conversations: what a template asked, what was said, in whose voice (refocus 1.4)."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from ownwords.ledger.history import tracked
from ownwords.record.models.entries import Entry


@tracked()
class Conversation(models.Model):
    """What a conversation holds beside its words. The steps made in it hang on its entry."""

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="conversation"
    )
    template = models.CharField(max_length=60)
    template_edition = models.CharField(max_length=60, blank=True)
    held_on = models.DateField(default=timezone.localdate)
    place = models.CharField(max_length=200, blank=True)
    answers = models.JSONField(
        default=list, blank=True, help_text='[{"step": …, "voice": "person"|"worker", "words": …}]'
    )
    still_disagree = models.BooleanField(default=False)
    look_again_on = models.DateField(null=True, blank=True)
