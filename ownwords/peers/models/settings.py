"""What an organisation sets for its peer support: when a door is quiet, and the gap between spells."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ownwords.ledger.history import tracked


@tracked()
class PeerSettings(models.Model):
    """What an organisation sets for its peer support: after how long a door is quiet, and the gap between spells."""

    organisation = models.OneToOneField(
        "people.Organisation", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    quiet_after_days = models.PositiveSmallIntegerField(default=42)
    gap_days = models.PositiveSmallIntegerField(default=90)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_after_days__gte=7, quiet_after_days__lte=730), name="peer_settings_quiet"
            ),
            models.CheckConstraint(condition=Q(gap_days__gte=2, gap_days__lte=730), name="peer_settings_gap"),
        ]
