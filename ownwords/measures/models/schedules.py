"""When something is looked at again: schedules for years, and links for one rating without an account."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.measures.models.lines import Line
from ownwords.people.models.parts import Kept, saved_once


class Every(models.TextChoices):
    """How often a schedule comes round."""

    ONCE = "once", _("once")
    WEEK = "week", _("every week")
    FORTNIGHT = "fortnight", _("every two weeks")
    MONTH = "month", _("every month")
    QUARTER = "quarter", _("every three months")
    HALF_YEAR = "half_year", _("every six months")
    YEAR = "year", _("every year")


class RemindBy(models.TextChoices):
    """How somebody wishes to be reminded: only if they asked for it."""

    NOT = "", _("no reminder")
    EMAIL = "email", _("by e-mail")
    TEXT = "text", _("by text message")


@tracked()
class Schedule(Kept):
    """A plan to look at a line, a standard measure, or all open lines again. It outlives endings of support."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="schedules", null=True, blank=True)
    instrument = models.CharField(max_length=40, blank=True)
    first_on = models.DateField()
    every = models.CharField(max_length=10, choices=Every.choices)
    until = models.DateField(null=True, blank=True)
    asked_by_person = models.BooleanField(help_text="Asked for by the person, not proposed by staff.")
    remind_by = models.CharField(max_length=5, choices=RemindBy.choices, blank=True)
    agreed_at = models.DateTimeField(
        null=True, blank=True, help_text="When the person said yes to reminders."
    )
    reminded_for = models.DateField(null=True, blank=True, help_text="The due day of the last reminder.")
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_until = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person"], name="schedule_person")]
        constraints = [
            saved_once("schedule_saved_once"),
            models.CheckConstraint(
                condition=Q(line__isnull=True) | Q(instrument=""), name="schedule_about_one_thing"
            ),
            models.CheckConstraint(condition=Q(every__in=Every.values), name="schedule_every_known"),
            models.CheckConstraint(
                condition=Q(remind_by="") | Q(remind_by__in=["email", "text"], agreed_at__isnull=False),
                name="schedule_reminds_only_who_agreed",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("first_on")),
                name="schedule_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(paused_until__isnull=True) | Q(paused_at__isnull=False),
                name="schedule_pause_has_a_start",
            ),
        ]
        triggers = [pgtrigger.Protect(name="schedules_stay", operation=pgtrigger.Delete)]
