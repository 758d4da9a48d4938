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


@tracked()
class CommunityWork(models.Model):
    """What somebody did in the community for nobody in particular: visited a group, met its leader (connecting R13).

    It belongs to the team. It names no person who uses the service, and never makes a tie.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    did_on = models.DateField(default=timezone.localdate)
    words = models.TextField()
    place_words = models.CharField(max_length=200, blank=True)
    service_id = models.UUIDField(null=True, blank=True)
    contact_words = models.CharField(
        max_length=200, blank=True, help_text="Who was met there, in their work role."
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=["team", "-did_on"], name="community_work_team_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["written_by", "submission"],
                condition=Q(submission__isnull=False),
                name="community_work_saved_once",
            ),
        ]
        triggers = [pgtrigger.Protect(name="community_work_stays", operation=pgtrigger.Delete)]


@tracked()
class PracticeCheck(models.Model):
    """How a team sees its own connecting work in a few areas, on one day. No total, no high or low (connecting R15)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField(default=timezone.localdate)
    areas_version = models.CharField(max_length=20)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["written_by", "submission"],
                condition=Q(submission__isnull=False),
                name="practice_check_saved_once",
            ),
        ]
        triggers = [pgtrigger.Protect(name="practice_checks_stay", operation=pgtrigger.Delete)]


@tracked()
class PracticeRating(models.Model):
    """One area of a practice check: 1 to 9 with an example. Without an example it is a draft and counts nowhere."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    check_made = models.ForeignKey(PracticeCheck, on_delete=models.PROTECT, related_name="ratings")
    area = models.CharField(max_length=40)
    area_words = models.CharField(max_length=300)
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    example = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["check_made", "area"], name="practice_rating_once_an_area"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=1, value__lte=9), name="practice_rating_1_to_9"
            ),
        ]
        triggers = [pgtrigger.Protect(name="practice_ratings_stay", operation=pgtrigger.Delete)]


class InterestAnswer(models.TextChoices):
    """What somebody says to something in the directory (connecting R22)."""

    GO = "go", _("I could go")
    HELP_RUN = "help_run", _("I could help run this")
    BOTH = "both", _("both")
    NOT_FOR_ME = "not_for_me", _("not for me")


@tracked()
class Interest(Kept, Seen, Removable):
    """What a person says to one service of the directory."""

    service_id = models.UUIDField()
    service_words = models.CharField(max_length=300, help_text="Its name when the answer was given.")
    answer = models.CharField(max_length=10, choices=InterestAnswer.choices)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            saved_once("interest_saved_once"),
            sight_known("interest_visibility_known"),
            removed_whole("interest_removed_whole"),
            models.UniqueConstraint(
                fields=["person", "service_id"],
                condition=Q(removed_at__isnull=True),
                name="interest_once_a_service",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=InterestAnswer.values) | Q(answer="", erased_at__isnull=False),
                name="interest_known",
            ),
        ]
        triggers = [pgtrigger.Protect(name="interests_stay", operation=pgtrigger.Delete)]
