"""Steps: what somebody did in a study, with enough in it to undo and redo it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from ownwords.ledger.ids import new_id


class StudyStep(models.Model):
    """One thing that somebody did: the rows it touched, before and after.

    ``changes`` is a list. Each is one row, ``{"table", "id", "before", "after"}`` with None where none was, or many
    rows alike, ``{"table", "ids", "column", "before", "after"}``. No words of a participant stand in it.
    ``open_to_redo`` is false once the same person has done something else after undoing it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    did = models.CharField(max_length=40)
    about = models.CharField(max_length=400, blank=True)
    changes = models.JSONField()
    done_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)
    open_to_redo = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(fields=["study", "account", "done_at"], name="study_step_newest"),
            models.Index(fields=["study", "done_at"], name="study_step_in_study"),
        ]
