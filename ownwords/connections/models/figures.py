"""What was counted for a team once a month, so that two looks never differ by one person."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class TeamCount(models.Model):
    """Counts of one team about connecting, as they stood on a day.

    Nobody reads or writes it but the functions of the database that count (docs/connections-report.md): no policy lets
    the web role at it.
    """

    id = models.BigAutoField(primary_key=True)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=12, help_text="report, explained or shares.")
    period = models.CharField(max_length=4, blank=True, help_text="A calendar year, for the report.")
    counted_on = models.DateField()
    counted_at = models.DateTimeField(default=timezone.now)
    counts = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "what", "period", "counted_on"], name="team_counted_once_a_day"
            )
        ]
