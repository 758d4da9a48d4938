"""A link by which one rating can be given without signing in."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.measures.models.lines import Line, Rating
from ownwords.measures.models.schedules import Schedule


@tracked()
class RatingLink(models.Model):
    """A link with which one rating can be given once, without an account, until it expires."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="links")
    schedule = models.ForeignKey(
        Schedule, on_delete=models.PROTECT, related_name="links", null=True, blank=True
    )
    secret_hash = models.CharField(max_length=64, unique=True)
    made_by_id = models.UUIDField(null=True)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    rating = models.OneToOneField(
        Rating, on_delete=models.PROTECT, related_name="link", null=True, blank=True
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True, rating__isnull=True)
                | Q(used_at__isnull=False, rating__isnull=False),
                name="rating_link_used_for_a_rating",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="rating_link_expires_later"
            ),
        ]
