"""What a team does in its community, and how it sees its own connecting work."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


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
