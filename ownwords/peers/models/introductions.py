"""Introductions: how they were made, and whether they were taken up."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


class How(models.TextChoices):
    """How an introduction was made."""

    IN_PERSON = "in_person", _("in person")
    PHONE = "phone", _("by phone")
    LETTER = "letter", _("by letter only")


class TakenUp(models.TextChoices):
    """Whether an introduction was taken up."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    LATER = "later", _("later")
    UNKNOWN = "unknown", _("not known")


class AskedBy(models.TextChoices):
    """Who asked for an introduction."""

    PERSON = "person", _("the person")
    PEER = "peer", _("a peer worker")
    WORKER = "worker", _("another worker")
    OTHER = "other", _("somebody else")


@tracked()
class Introduction(Kept, Seen, Removable):
    """Somebody was introduced to somebody, or to an agency."""

    on = models.DateField(default=timezone.localdate)
    from_words = models.CharField(max_length=200)
    to_words = models.CharField(max_length=200)
    asked_by = models.CharField(max_length=8, choices=AskedBy.choices, blank=True)
    how = models.CharField(max_length=10, choices=How.choices)
    peer_present = models.BooleanField(null=True, blank=True)
    taken_up = models.CharField(max_length=8, choices=TakenUp.choices, default=TakenUp.UNKNOWN)
    taken_up_on = models.DateField(null=True, blank=True)
    rating = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How it was for the person, 0 to 10; only the person gives it."
    )
    rating_words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "on"], name="introduction_person_day")]
        constraints = [
            saved_once("introduction_saved_once"),
            sight_known("introduction_visibility_known"),
            removed_whole("introduction_removed_whole"),
            models.CheckConstraint(condition=Q(how__in=How.values), name="introduction_how_known"),
            models.CheckConstraint(
                condition=Q(asked_by__in=["", *AskedBy.values]), name="introduction_asked_by_known"
            ),
            models.CheckConstraint(
                condition=Q(taken_up__in=TakenUp.values), name="introduction_taken_up_known"
            ),
            models.CheckConstraint(
                condition=Q(rating__isnull=True) | Q(rating__lte=10), name="introduction_rating_0_to_10"
            ),
        ]
        triggers = [pgtrigger.Protect(name="introductions_stay", operation=pgtrigger.Delete)]
