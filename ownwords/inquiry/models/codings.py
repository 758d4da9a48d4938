"""Codings: a code laid on a passage by somebody. And who has finished coding what."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.codes import Code
from ownwords.inquiry.models.sources import Source
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


class HowCoded(models.TextChoices):
    """How a coding came about."""

    HAND = "hand", _("by hand")
    IN_VIVO = "in_vivo", _("from the words themselves")
    RULE = "rule", _("a rule's suggestion, accepted")
    MEANING = "meaning", _("a suggestion by meaning, accepted")
    BROUGHT = "brought", _("brought in")


@tracked(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Coding(models.Model):
    """One code on one passage, by one person. ``start`` and ``end`` are code points of the source's present text.

    A passage whose words were struck out or corrected away is empty (``start`` = ``end``) and counts nowhere.
    ``brought_by`` is who coded it in another program, where they work in no study here: then ``coder`` brought it in.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    guid = models.UUIDField(default=new_id, editable=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="codings", db_index=False)
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="codings", db_index=False)
    coder = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+", db_index=False)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    how = models.CharField(max_length=7, choices=HowCoded.choices, default=HowCoded.HAND)
    strength = models.PositiveSmallIntegerField(null=True, blank=True)
    memo = models.TextField(blank=True)
    brought_by = models.CharField(max_length=200, blank=True)
    brought_guid = models.UUIDField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, db_default=1)
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["source", "start"], name="coding_in_source"),
            models.Index(fields=["code", "source", "start", "id"], name="coding_of_code"),
            models.Index(
                fields=["study", "code", "source", "coder"],
                condition=Q(start__lt=F("end")),
                name="coding_counted",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["study", "guid"], name="coding_guid_once"),
            models.UniqueConstraint(
                fields=["source", "start", "end", "code", "coder", "brought_by"],
                condition=Q(start__lt=F("end")),
                name="coding_laid_once",
            ),
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="coding_span"),
            models.CheckConstraint(condition=Q(how__in=HowCoded.values), name="coding_how_known"),
            models.CheckConstraint(
                condition=Q(strength__isnull=True) | Q(strength__lte=100), name="coding_strength"
            ),
        ]


@tracked(pghistory.InsertEvent(), pghistory.DeleteEvent())
class Finished(models.Model):
    """Somebody has finished coding a source, by their own word. Only such sources are compared."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="finished")
    coder = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "coder"], name="source_finished_once")]
