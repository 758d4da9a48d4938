"""Somebody came of their own; and the two ends that are no staying away."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.peers.models.door import ReachBy
from ownwords.peers.models.door_words import Route
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


@tracked()
class Approach(Kept, Seen, Removable):
    """The person came of their own: called, walked in, pressed "I would like to come back". No referral is needed."""

    made_on = models.DateField(default=timezone.localdate)
    route = models.CharField(max_length=12, choices=Route.choices)
    words = models.TextField(blank=True)
    reach_by = models.CharField(max_length=10, choices=ReachBy.choices, blank=True)
    referral_needed = models.BooleanField(
        null=True,
        blank=True,
        help_text="Whether a new referral was asked of them after all; empty: not known.",
    )
    seen_to_at = models.DateTimeField(null=True, blank=True)
    seen_to_by_id = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "made_on"], name="approach_person_day")]
        constraints = [
            saved_once("approach_saved_once"),
            sight_known("approach_visibility_known"),
            removed_whole("approach_removed_whole"),
            models.CheckConstraint(condition=Q(route__in=Route.values), name="approach_route_known"),
            models.CheckConstraint(
                condition=Q(reach_by__in=["", *ReachBy.values]), name="approach_reach_by_known"
            ),
            models.CheckConstraint(
                condition=Q(seen_to_at__isnull=True, seen_to_by_id__isnull=True)
                | Q(seen_to_at__isnull=False, seen_to_by_id__isnull=False),
                name="approach_seen_to_by_whom",
            ),
        ]
        triggers = [pgtrigger.Protect(name="approaches_stay", operation=pgtrigger.Delete)]


@tracked()
class CompetingEnd(models.Model):
    """Somebody died, or moved out of the area: for reckoning only, so that "still away" is not said of them."""

    person = models.OneToOneField(
        "people.Person", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    on = models.DateField()
    kind = models.CharField(max_length=10, choices=[("died", _("died")), ("moved_away", _("moved away"))])
    made_by_id = models.UUIDField()
    made_at = models.DateTimeField(default=timezone.now)
