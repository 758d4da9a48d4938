"""What went on around the numbers: events in somebody's life, and their own answer to "is it different for you?"."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


class EventKind(models.TextChoices):
    """What an event was about (RS-16). The order is that of the list, nothing else."""

    HOUSING = "housing", _("Housing")
    BENEFITS = "benefits", _("Benefits")
    MONEY = "money", _("Money or debt")
    WORK = "work", _("Work or study")
    LOSS = "loss", _("A loss")
    PEOPLE = "people", _("Family, friends, relationships")
    HEALTH = "health", _("Health")
    THERAPY = "therapy", _("Therapy or treatment")
    SUPPORT = "support", _("A change in support")
    OTHER = "other", _("Something else")


class Help(models.TextChoices):
    """Whether it helped. Words, never a number."""

    HELPED = "helped", _("It helped")
    HINDERED = "hindered", _("It made things harder")
    BOTH = "both", _("Both")


@tracked()
class ContextEvent(Kept, Seen, Removable):
    """Something that happened around the numbers. It has no number of its own."""

    kind = models.CharField(max_length=12, choices=EventKind.choices)
    words = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    inside_therapy = models.BooleanField(null=True, blank=True)
    help = models.CharField(max_length=10, choices=Help.choices, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "starts_on"], name="context_event_person_day")]
        constraints = [
            saved_once("context_event_saved_once"),
            sight_known("context_event_visibility_known"),
            removed_whole("context_event_removed_whole"),
            models.CheckConstraint(condition=Q(kind__in=EventKind.values), name="context_event_kind_known"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="context_event_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(help="") | Q(help__in=Help.values), name="context_event_help_known"
            ),
        ]
        triggers = [pgtrigger.Protect(name="events_stay", operation=pgtrigger.Delete)]
