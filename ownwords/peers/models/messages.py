"""Short messages between meetings: between the two, switched on by either, and never part of the record (PS-22)."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


@tracked()
class Channel(models.Model):
    """Messages between one person and one peer worker, on or off. Either switches them on, either off."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    on = models.BooleanField(default=True)
    switched_at = models.DateTimeField(default=timezone.now)
    switched_by_id = models.UUIDField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "account"], name="channel_once_a_pair")]
        triggers = [pgtrigger.Protect(name="channels_stay", operation=pgtrigger.Delete)]


class Message(models.Model):
    """One message. Its words are changed by nobody."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="messages")
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    sent_at = models.DateTimeField(default=timezone.now)
    outside_hours = models.BooleanField(default=False)
    read_at = models.DateTimeField(null=True, blank=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=["channel", "-sent_at"], name="message_channel_sent")]
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "submission"],
                condition=Q(submission__isnull=False),
                name="message_saved_once",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="message_has_words"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="words_stay",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__words__df=pgtrigger.F("new__words"))
                | pgtrigger.Q(old__channel_id__df=pgtrigger.F("new__channel_id"))
                | pgtrigger.Q(old__written_by_id__df=pgtrigger.F("new__written_by_id")),
                func="RAISE EXCEPTION 'The words of a message are changed by nobody.';",
            )
        ]
