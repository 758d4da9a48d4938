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
from ownwords.peers.models.door_words import Decider, Status
from ownwords.people.models.parts import Kept, saved_once


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
