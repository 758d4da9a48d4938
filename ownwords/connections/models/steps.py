"""The connecting cycle: steps on either wheel, logged in any order by either party, and what a team does around it."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.connections.models.maps import MapItem
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


class Wheel(models.TextChoices):
    """Whose step it is: each of the two has a wheel, and neither must be staff."""

    PERSON = "person", _("the person")
    COMPANION = "companion", _("whoever goes with them")


@tracked()
class ConnectingStep(Kept, Seen, Removable):
    """One step of connecting: which, in whose words, when, together or apart, what was in the way, what helped.

    The label is kept as it read when the step was logged; a site that rewords its labels changes no old record.
    """

    wheel = models.CharField(max_length=9, choices=Wheel.choices)
    step = models.CharField(max_length=40, blank=True)
    step_words = models.CharField(max_length=200, blank=True)
    vocabulary = models.CharField(max_length=20)
    happened_on = models.DateField(default=timezone.localdate)
    together = models.BooleanField(null=True, blank=True)
    words = models.TextField(blank=True)
    barriers = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    barrier_words = models.TextField(blank=True)
    helped_words = models.TextField(blank=True)
    item = models.ForeignKey(MapItem, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    companion = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    companion_words = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "happened_on"], name="connecting_step_person_day")]
        constraints = [
            saved_once("connecting_step_saved_once"),
            sight_known("connecting_step_visibility_known"),
            removed_whole("connecting_step_removed_whole"),
            models.CheckConstraint(condition=Q(wheel__in=Wheel.values), name="connecting_step_wheel_known"),
            models.CheckConstraint(
                condition=~Q(step="") | ~Q(words="") | Q(erased_at__isnull=False),
                name="connecting_step_says_something",
            ),
        ]
        triggers = [pgtrigger.Protect(name="connecting_steps_stay", operation=pgtrigger.Delete)]


@tracked()
class StepLabel(models.Model):
    """How a service words one step of the vocabulary, from some day on."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=40)
    words = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "step"], name="step_label_once"),
            models.CheckConstraint(condition=~Q(words=""), name="step_label_has_words"),
        ]
