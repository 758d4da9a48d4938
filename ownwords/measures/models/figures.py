"""What was counted for a team once a month, so that two looks never differ by one person."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Counted(models.Model):
    """Counts of one team's results on one measure, as they stood on a day.

    Nobody reads or writes it but the functions of the database that count (see `docs/measures-figures.md`): no policy
    lets the web role at it.
    """

    id = models.BigAutoField(primary_key=True)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=40)
    whom = models.CharField(max_length=12, help_text="now, or ended-YYYY.")
    definition = models.CharField(max_length=64, help_text="What was counted by: stretches and thresholds.")
    counted_on = models.DateField()
    counted_at = models.DateTimeField(default=timezone.now)
    counts = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "instrument", "whom", "counted_on"], name="counted_once_a_day"
            )
        ]
