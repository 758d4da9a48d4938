"""What came of a filled form: scores, answers that should not wait, the course over the years."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.measures.models.responses import Response


class Origin(models.TextChoices):
    """Where a number comes from."""

    COMPUTED = "computed", _("worked out here")
    STATED = "stated", _("stated where it came from")


@tracked()
class Score(models.Model):
    """One number that came out of a filled form, with the rule that made it; or the reason why there is none."""

    id = models.BigAutoField(primary_key=True)
    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="scores")
    key = models.CharField(max_length=40)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.COMPUTED)
    rule = models.CharField(max_length=60, blank=True)
    main = models.BooleanField(
        default=False, help_text="The number that is shown first and counted in figures."
    )
    value = models.DecimalField(max_digits=8, decimal_places=3, null=True, blank=True)
    why_none = models.CharField(max_length=60, blank=True)
    answered = models.PositiveSmallIntegerField(default=0)
    of = models.PositiveSmallIntegerField(default=0)
    prorated = models.BooleanField(default=False)
    band = models.CharField(max_length=40, blank=True)
    definition_digest = models.CharField(max_length=64)
    differs = models.BooleanField(default=False, help_text="What was stated is not what the answers give.")
    worked_out_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response", "key", "origin", "rule"], name="score_once_a_rule_and_origin"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False, why_none="") | Q(value__isnull=True) & ~Q(why_none=""),
                name="score_or_the_reason_why_none",
            ),
            models.UniqueConstraint(
                fields=["response"], condition=Q(main=True), name="score_one_main_a_response"
            ),
        ]
        triggers = [pgtrigger.Protect(name="scores_stay", operation=pgtrigger.Delete)]


@tracked()
class ItemEvent(models.Model):
    """An answer that was met at once with the service's words for a crisis, whatever the total came to."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="item_events")
    key = models.CharField(max_length=40)
    item = models.CharField(max_length=20)
    raised_at = models.DateTimeField(default=timezone.now)
    talked_at = models.DateTimeField(null=True, blank=True, help_text="When somebody talked about it.")
    talked_by_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["response", "key"], name="item_event_once"),
            models.CheckConstraint(
                condition=Q(talked_at__isnull=True, talked_by_id__isnull=True)
                | Q(talked_at__isnull=False, talked_by_id__isnull=False),
                name="item_event_talked_by_whom_and_when",
            ),
        ]


class Course(models.Model):
    """First and last result of one person on one measure, kept by the database for figures over many people.

    No page reads it row by row: figures come from functions that give counts alone.
    """

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=40)
    asked = models.PositiveIntegerField(default=0)
    scored = models.PositiveIntegerField(default=0)
    first_on = models.DateField(null=True)
    first_value = models.DecimalField(max_digits=8, decimal_places=3, null=True)
    last_on = models.DateField(null=True)
    last_value = models.DecimalField(max_digits=8, decimal_places=3, null=True)
    changed_at = models.DateTimeField(default=timezone.now, help_text="When a result last changed it.")

    class Meta:
        indexes = [
            models.Index(
                fields=["instrument", "person"],
                include=["asked", "scored", "first_value", "last_value", "changed_at"],
                name="course_instrument_person",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "instrument"], name="course_once_a_person_and_measure")
        ]
