"""Columns that everything in a study shares."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ownwords.ledger.ids import new_id


class InStudy(models.Model):
    """Something that belongs to a study, made by somebody, with its version.

    ``guid`` is what other programs know it by. It is kept for ever, also across export and import, and is not the key:
    two studies may hold what was once one project.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    guid = models.UUIDField(default=new_id, editable=False)
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


def once_in_study(name: str) -> list[models.BaseConstraint]:
    """A form sent twice keeps one row, and a GUID stands once in a study."""
    return [
        models.UniqueConstraint(
            fields=["study", "submission"], condition=Q(submission__isnull=False), name=f"{name}_saved_once"
        ),
        models.UniqueConstraint(fields=["study", "guid"], name=f"{name}_guid_once"),
    ]
