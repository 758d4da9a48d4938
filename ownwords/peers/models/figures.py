"""What a team's figures of peer support were made from, as it stood on a day: two looks never differ by one person."""

from __future__ import annotations

from django.db import models


class TeamFigure(models.Model):
    """One figure of one team: how many people have each way of adding to it, on the day it was counted.

    Nobody reads or writes it but the functions of the database that count (docs/peers-figures.md): no policy lets the
    web role at it. What was counted before is not kept.
    """

    id = models.BigAutoField(primary_key=True)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=12, help_text="returns, meetings, counts or fidelity.")
    period = models.CharField(
        max_length=60, blank=True, help_text="Half a year, or whose view of which principle."
    )
    counted_on = models.DateField()
    looked_on = models.DateField(help_text="When it was last asked whether to count anew: once a month.")
    counts = models.JSONField(help_text="What somebody adds: how many people add just that.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "what", "period"], name="team_figure_kept_once")
        ]
