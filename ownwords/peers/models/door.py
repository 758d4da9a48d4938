"""The door: one for each person. It is open, or paused, or left ajar; but for death or the law it never shuts.

A door is what its last change says. "Quiet" is no change and no status that anybody sets: it is worked out from
contacts (`peers.method.door`). Nothing here changes by itself.
"""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


class Status(models.TextChoices):
    """What somebody chose. "Quiet" is worked out and stands in no row."""

    OPEN = "open", _("open: in contact")
    PAUSED_BY_PERSON = "paused_by_person", _("paused by you")
    PAUSED_BY_SERVICE = "paused_by_service", _("paused by the service")
    MOVED_ON = "moved_on", _("moved on, door open")
    CLOSED = "closed", _("closed by law or death")


class Decider(models.TextChoices):
    """Whose decision it was."""

    PERSON = "person", _("the person's own decision")
    SERVICE = "service", _("the service's decision")
    BOTH = "both", _("decided together")


class Route(models.TextChoices):
    """How somebody came, or came back."""

    CALLED_PEER = "called_peer", _("called the peer worker")
    WALKED_IN = "walked_in", _("walked in")
    LETTER = "letter", _("by letter")
    CRISIS = "crisis", _("through a crisis")
    GP = "gp", _("through the GP")
    ONLINE = "online", _("by this page")
    OTHER = "other", _("in another way")


class ReachBy(models.TextChoices):
    """How somebody who comes back would like to be reached."""

    CALL = "call", _("a phone call")
    TEXT = "text", _("a text or a message")
    LETTER = "letter", _("a letter")
    IN_PERSON = "in_person", _("in person")
    I_CALL = "i_call", _("I will call or come by myself")


@tracked()
class DoorChange(Kept):
    """One change of a door: to what, whose decision, in whose words, until when, whom to call."""

    number = models.PositiveIntegerField(help_text="1 for the first change of a person's door.")
    status = models.CharField(max_length=18, choices=Status.choices)
    decided_by = models.CharField(max_length=8, choices=Decider.choices)
    on = models.DateField(default=timezone.localdate)
    words = models.TextField(blank=True, help_text="In the person's own words.")
    reason = models.TextField(blank=True, help_text="The service's reason: owed when the service pauses.")
    until = models.DateField(null=True, blank=True)
    who_to_call = models.CharField(max_length=200, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            saved_once("door_change_saved_once"),
            # Two people who end something at the same moment: the second finds the number taken.
            models.UniqueConstraint(fields=["person", "number"], name="door_change_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="door_changes_from_one"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="door_status_known"),
            models.CheckConstraint(condition=Q(decided_by__in=Decider.values), name="door_decider_known"),
            models.CheckConstraint(
                condition=~Q(status="paused_by_service")
                | Q(until__isnull=False, decided_by__in=["service", "both"]) & ~Q(reason=""),
                name="door_pause_by_the_service_has_reason_and_end",
            ),
            models.CheckConstraint(
                condition=~Q(status="paused_by_person") | Q(decided_by__in=["person", "both"]),
                name="door_pause_by_the_person_is_theirs",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(status__in=["paused_by_person", "paused_by_service"]),
                name="door_until_is_of_a_pause",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="door_changes_stay", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="door_change_stays_as_it_was",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__status__df=pgtrigger.F("new__status"))
                | pgtrigger.Q(old__decided_by__df=pgtrigger.F("new__decided_by"))
                | pgtrigger.Q(old__on__df=pgtrigger.F("new__on"))
                | pgtrigger.Q(old__number__df=pgtrigger.F("new__number"))
                | pgtrigger.Q(old__person_id__df=pgtrigger.F("new__person_id")),
                func="RAISE EXCEPTION 'What a door was, and whose decision, never changes: make another change.';",
            ),
        ]


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
