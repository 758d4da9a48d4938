"""What people here know of a service, and after how long it has to be confirmed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.connections.models.directory import DirectoryService
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id

STALE_MONTHS = 12


class YesOrNo(models.TextChoices):
    """An answer about a place; nothing where nobody has said."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")


@tracked()
class LocalKnowledge(models.Model):
    """What people here know of a service, on top of the feed: one row a service, every version kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.OneToOneField(DirectoryService, on_delete=models.PROTECT, related_name="local")
    phone = models.CharField(max_length=60, blank=True)
    turn_up = models.CharField(max_length=8, choices=YesOrNo.choices, blank=True)
    step_free = models.CharField(max_length=8, choices=YesOrNo.choices, blank=True)
    quiet_time = models.CharField(max_length=300, blank=True)
    ask_for = models.CharField(max_length=300, blank=True)
    cost = models.CharField(max_length=300, blank=True)
    notes = models.TextField(blank=True)
    visited_on = models.DateField(null=True)
    visited_by_id = models.UUIDField(null=True)
    visited_by_role = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField()
    changed_by_role = models.CharField(max_length=20)
    confirmed_on = models.DateField(default=timezone.localdate)
    confirmed_by_id = models.UUIDField()
    confirmed_by_role = models.CharField(max_length=20)
    submission = models.UUIDField(null=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(turn_up__in=["", *YesOrNo.values]) & Q(step_free__in=["", *YesOrNo.values]),
                name="local_answers_known",
            ),
            models.CheckConstraint(
                condition=Q(visited_on__isnull=True, visited_by_id__isnull=True, visited_by_role="")
                | Q(visited_on__isnull=False, visited_by_id__isnull=False) & ~Q(visited_by_role=""),
                name="local_visited_by_whom_and_when",
            ),
        ]


@tracked()
class DirectorySetting(models.Model):
    """For how long what is known of a service holds in an organisation without being confirmed again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.OneToOneField("people.Organisation", on_delete=models.PROTECT, related_name="+")
    stale_months = models.PositiveSmallIntegerField(default=STALE_MONTHS)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(stale_months__range=(1, 120)), name="stale_months_sensible")
        ]
