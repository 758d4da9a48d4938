"""What only the person says: how ready they feel, and whether this way of working was explained."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


@tracked()
class Readiness(Kept, Seen, Removable):
    """How ready somebody feels to meet people, on one day, in their own view. Never asked for by a worker's rating."""

    said_on = models.DateField(default=timezone.localdate)
    value = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="0 to 10; empty: rather not say."
    )
    words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "said_on"], name="readiness_person_day")]
        constraints = [
            saved_once("readiness_saved_once"),
            sight_known("readiness_visibility_known"),
            removed_whole("readiness_removed_whole"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__lte=10), name="readiness_0_to_10"
            ),
        ]
        triggers = [pgtrigger.Protect(name="readiness_stays", operation=pgtrigger.Delete)]


class ExplainedAnswer(models.TextChoices):
    """What the person says to "was connecting work explained to me?"."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")
    UNSURE = "unsure", _("I am not sure")


@tracked()
class Explained(Kept, Seen, Removable):
    """Whether this way of working was explained, answered by the person alone (connecting R14)."""

    said_on = models.DateField(default=timezone.localdate)
    answer = models.CharField(max_length=6, choices=ExplainedAnswer.choices)

    class Meta:
        constraints = [
            saved_once("explained_saved_once"),
            sight_known("explained_visibility_known"),
            removed_whole("explained_removed_whole"),
            models.CheckConstraint(condition=Q(answer__in=ExplainedAnswer.values), name="explained_known"),
        ]
        triggers = [pgtrigger.Protect(name="explained_stays", operation=pgtrigger.Delete)]
