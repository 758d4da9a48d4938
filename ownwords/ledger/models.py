"""What happened, who looked, and what rests on what.

The rows know nobody: people and things stand in them as bare ids, so that the ledger never blocks a change
and never disappears with what it tells of. A database trigger refuses to change or delete a look or an act.
"""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from ownwords.ledger.ids import new_id

APPEND_ONLY = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class Look(models.Model):
    """Somebody other than the person read a part of their record."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(default=timezone.now)
    day = models.DateField()
    actor_id = models.UUIDField()
    role = models.CharField(max_length=20)
    about_id = models.UUIDField()
    part = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["about_id", "-at"], name="look_about_at")]
        constraints = [
            # A list that names many people leaves one row a day for each of them, or the page that tells people
            # who looked would be full of lists and hide the looks that matter.
            models.UniqueConstraint(
                fields=["actor_id", "about_id", "day", "part"],
                condition=models.Q(part__startswith="list:"),
                name="look_one_list_row_a_day",
            )
        ]
        triggers = [APPEND_ONLY]


class Act(models.Model):
    """Somebody changed something. Holds what was done and to what, never the words themselves."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(default=timezone.now)
    actor_id = models.UUIDField(null=True)
    role = models.CharField(max_length=20, blank=True)
    on_behalf_of_id = models.UUIDField(null=True)
    verb = models.CharField(max_length=40)
    about_id = models.UUIDField(null=True)
    thing_kind = models.CharField(max_length=30, blank=True)
    thing_id = models.UUIDField(null=True)
    reason = models.TextField(blank=True)
    before_digest = models.CharField(max_length=64, blank=True)
    after_digest = models.CharField(max_length=64, blank=True)
    fields_changed = ArrayField(models.CharField(max_length=40), default=list)

    class Meta:
        indexes = [
            models.Index(fields=["about_id", "-at"], name="act_about_at"),
            models.Index(fields=["thing_id", "-at"], name="act_thing_at"),
            models.Index(fields=["actor_id", "-at"], name="act_actor_at"),
        ]
        triggers = [APPEND_ONLY]


class Link(models.Model):
    """One thing rests on another: a goal uses a strength, a plan follows a value."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    about_id = models.UUIDField()
    from_kind = models.CharField(max_length=30)
    from_id = models.UUIDField()
    relation = models.CharField(max_length=30)
    to_kind = models.CharField(max_length=30)
    to_id = models.UUIDField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["about_id"], name="link_about"),
            models.Index(fields=["to_id"], name="link_to"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["from_id", "relation", "to_id"], name="link_once"),
        ]


class Outgoing(models.Model):
    """A message that has been decided in the same transaction as its cause, and is sent afterwards, once.

    `key` says what it is for: the same key twice is one message. What it says holds nothing from a record.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=200, unique=True)
    about_id = models.UUIDField()
    channel = models.CharField(max_length=5)
    address = models.CharField(max_length=320)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    made_at = models.DateTimeField(default=timezone.now)
    not_before = models.DateTimeField(default=timezone.now)
    not_after = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    last_fault = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=models.Q(sent_at__isnull=True, given_up_at__isnull=True),
                name="outgoing_waiting",
            ),
            models.Index(fields=["about_id"], name="outgoing_about"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(channel__in=["email", "text"]), name="outgoing_channel_known"
            ),
            models.CheckConstraint(
                condition=models.Q(sent_at__isnull=True) | models.Q(given_up_at__isnull=True),
                name="outgoing_sent_or_given_up",
            ),
        ]
