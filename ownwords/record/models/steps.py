"""Steps and promises: who does what by when. A promise is a step that somebody other than the person owns."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.record.models.entries import Entry


@tracked()
class Step(models.Model):
    """One small, dated, owned thing to do, inside a goal or a conversation; visible like the entry it is in."""

    class Owner(models.TextChoices):
        """Who does it."""

        PERSON = "person", _("me")
        WORKER = "worker", _("a worker")
        OTHER = "other", _("somebody else")

    class Status(models.TextChoices):
        """What became of it. Open until it is kept or explained."""

        OPEN = "open", _("open")
        KEPT = "kept", _("done")
        PARTLY = "partly", _("done in part")
        NOT_KEPT = "not_kept", _("not done, explained")
        LET_GO = "let_go", _("let go together")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="steps")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    owner = models.CharField(max_length=10, choices=Owner.choices)
    owner_account = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="promises"
    )
    owner_name = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    for_need = models.CharField(max_length=20, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    what_happened = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by_id = models.UUIDField(null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    written_by_id = models.UUIDField()
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField()

    class Meta:
        ordering = ["position", "created_at", "id"]
        indexes = [
            models.Index(
                fields=["owner_account", "due_on"], condition=Q(status="open"), name="step_open_by_owner"
            ),
            models.Index(fields=["person", "due_on"], condition=Q(status="open"), name="step_open_by_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="open", closed_at__isnull=True, closed_by_id__isnull=True)
                | Q(
                    status__in=["kept", "partly", "not_kept", "let_go"],
                    closed_at__isnull=False,
                    closed_by_id__isnull=False,
                ),
                name="step_closed_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(status="not_kept") | ~Q(what_happened=""), name="step_not_kept_is_explained"
            ),
            models.CheckConstraint(
                condition=Q(owner="worker", owner_account__isnull=False)
                | Q(owner="person", owner_account__isnull=True)
                | Q(owner="other") & ~Q(owner_name=""),
                name="step_has_an_owner",
            ),
        ]
        triggers = [pgtrigger.Protect(name="steps_stay", operation=pgtrigger.Delete)]

    @property
    def is_promise(self) -> bool:
        """Whether somebody other than the person said they would do it."""
        return self.owner != self.Owner.PERSON
