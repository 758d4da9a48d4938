"""Memos: what somebody thought, about anything in a study or about the study itself."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.ledger.history import tracked


class MemoKind(models.TextChoices):
    """What a memo is for (inquiry 2.1, 2.2)."""

    CODE = "code", _("Note on a code")
    THEORY = "theory", _("Theory note")
    OPERATIONAL = "operational", _("Operational note")
    REFLEXIVE = "reflexive", _("Reflexive note")
    COMPARISON = "comparison", _("Comparison")
    OTHER = "other", _("Note")


class About(models.TextChoices):
    """What a memo may be about."""

    STUDY = "study", _("the study")
    SOURCE = "source", _("a source")
    CODE = "code", _("a code")
    CODING = "coding", _("a coding")
    PARTICIPANT = "participant", _("a participant")


@tracked()
class Memo(InStudy):
    """One memo; ``about_id`` is empty for one about the study. What is taken out of view can be put back.

    A comparison is about one thing ``beside`` another. ``brought_by`` is who wrote it in another program, where they
    work in no study here.
    """

    kind = models.CharField(max_length=11, choices=MemoKind.choices, default=MemoKind.OTHER)
    about = models.CharField(max_length=11, choices=About.choices, default=About.STUDY)
    about_id = models.UUIDField(null=True, blank=True)
    beside = models.CharField(max_length=11, choices=About.choices, blank=True)
    beside_id = models.UUIDField(null=True, blank=True)
    title = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    brought_by = models.CharField(max_length=200, blank=True)
    brought_guid = models.UUIDField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["about_id"], name="memo_about")]
        constraints = [
            *once_in_study("memo"),
            models.CheckConstraint(condition=Q(kind__in=MemoKind.values), name="memo_kind_known"),
            models.CheckConstraint(
                condition=Q(about="study", about_id__isnull=True)
                | ~Q(about="study") & Q(about_id__isnull=False),
                name="memo_about_whole",
            ),
            models.CheckConstraint(
                condition=Q(beside="", beside_id__isnull=True) | ~Q(beside="") & Q(beside_id__isnull=False),
                name="memo_beside_whole",
            ),
        ]
