"""How a study was planned: its papers in versions, whom it looked for, and why it went on to somebody else."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.ledger.history import tracked


class Paper(models.TextChoices):
    """What a paper of a study is."""

    PROTOCOL = "protocol", _("Protocol")
    GUIDE = "guide", _("Interview or topic guide")
    INFORMATION = "information", _("Information for participants")
    CONSENT = "consent", _("Consent form")


class StudyPaper(InStudy):
    """One version of a protocol, guide or other paper. A version is never changed: the next one says why."""

    kind = models.CharField(max_length=12, choices=Paper.choices)
    number = models.PositiveIntegerField()
    words = models.TextField()
    dated = models.DateField(default=timezone.localdate)
    why = models.TextField(blank=True)
    piloted = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("study_paper"),
            models.UniqueConstraint(fields=["study", "kind", "number"], name="study_paper_number_once"),
            models.CheckConstraint(condition=Q(kind__in=Paper.values), name="study_paper_kind_known"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(why=""), name="study_paper_says_why"),
        ]
        triggers = [
            pgtrigger.Protect(name="study_papers_stay", operation=pgtrigger.Update | pgtrigger.Delete)
        ]


@tracked()
class SamplingGroup(InStudy):
    """One row of a sampling frame: whom the study looks for, how many, and why."""

    words = models.CharField(max_length=200)
    wanted = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.TextField(blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [*once_in_study("sampling_group")]


@tracked()
class SamplingDecision(InStudy):
    """A decision of theoretical sampling: whom or what to ask next, and because of which gap."""

    decided_on = models.DateField(default=timezone.localdate)
    words = models.TextField()
    gap = models.TextField()
    memo = models.ForeignKey(
        "inquiry.Memo", on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    answered_by = ArrayField(models.UUIDField(), default=list, blank=True, help_text="Sources.")
    answer = models.TextField(blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [*once_in_study("sampling_decision")]
