"""What a study says of itself by a checklist, where the record cannot know it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.ledger.history import tracked


class Checklist(models.TextChoices):
    """Which list an item belongs to."""

    COREQ = "coreq", _("COREQ, for interviews and focus groups")
    SRQR = "srqr", _("SRQR, for qualitative research")
    SYNTHESIS = "synthesis", _("Elements of a narrative synthesis")


@tracked()
class ReportItem(InStudy):
    """What is said to one item of a checklist, and on which page of the report it stands."""

    checklist = models.CharField(max_length=9, choices=Checklist.choices)
    number = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    place = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            *once_in_study("report_item"),
            models.UniqueConstraint(fields=["study", "checklist", "number"], name="report_item_once"),
            models.CheckConstraint(
                condition=Q(checklist__in=Checklist.values), name="report_checklist_known"
            ),
        ]
