"""When peer workers answer messages."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


@tracked()
class AnsweringHours(models.Model):
    """When a peer worker answers messages: a weekday with a first and a last time, in the service's own zone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    weekday = models.PositiveSmallIntegerField(help_text="0 Monday to 6 Sunday.")
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="answering_hours_weekday"),
            models.CheckConstraint(condition=Q(opens__lt=F("closes")), name="answering_hours_opens_first"),
            models.UniqueConstraint(fields=["account", "weekday", "opens"], name="answering_hours_once"),
        ]
