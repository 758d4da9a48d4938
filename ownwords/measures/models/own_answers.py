"""The person's own answer to "is it different for you?"."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.measures.models.lines import Line
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


class Different(models.TextChoices):
    """The person's own answer, which stands beside every computed verdict."""

    BETTER = "better", _("Yes, better")
    WORSE = "worse", _("Yes, harder")
    OTHERWISE = "otherwise", _("Different, neither better nor worse")
    SAME = "same", _("No, much the same")
    CANNOT_SAY = "cannot_say", _("I cannot say")


@tracked()
class OwnAnswer(Kept, Seen, Removable):
    """What somebody says themselves to "is it different for you?", about a line or about a standard measure."""

    line = models.ForeignKey(
        Line, on_delete=models.PROTECT, related_name="own_answers", null=True, blank=True
    )
    instrument = models.CharField(max_length=40, blank=True)
    said_on = models.DateField(default=timezone.localdate)
    since = models.DateField(null=True, blank=True, help_text="Compared with when; empty for not said.")
    answer = models.CharField(max_length=12, choices=Different.choices)
    words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "said_on"], name="own_answer_person_day")]
        constraints = [
            saved_once("own_answer_saved_once"),
            sight_known("own_answer_visibility_known"),
            removed_whole("own_answer_removed_whole"),
            models.CheckConstraint(
                condition=Q(line__isnull=False, instrument="") | Q(line__isnull=True) & ~Q(instrument=""),
                name="own_answer_about_one_thing",
            ),
            models.CheckConstraint(condition=Q(answer__in=Different.values), name="own_answer_known"),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(since__lte=F("said_on")), name="own_answer_looks_back"
            ),
        ]
        triggers = [pgtrigger.Protect(name="own_answers_stay", operation=pgtrigger.Delete)]
