"""The framework matrix: cases by codes, each cell a written summary that says which passages it rests on."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.codes import Code
from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.ledger.history import tracked


class Rows(models.TextChoices):
    """What the rows of a chart are."""

    PARTICIPANTS = "participants", _("participants")
    SOURCES = "sources", _("texts")


@tracked()
class Chart(InStudy):
    """One matrix: its title, what its rows are, and how a summary is to be written."""

    title = models.CharField(max_length=200)
    rows = models.CharField(max_length=12, choices=Rows.choices, default=Rows.PARTICIPANTS)
    guidance = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("chart"),
            models.CheckConstraint(condition=~Q(title=""), name="chart_has_title"),
            models.CheckConstraint(condition=Q(rows__in=Rows.values), name="chart_rows_known"),
        ]


@tracked(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ChartColumn(InStudy):
    """A code as a column of a chart; codes below it count with it."""

    chart = models.ForeignKey(Chart, on_delete=models.PROTECT, related_name="columns")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            *once_in_study("chart_column"),
            models.UniqueConstraint(fields=["chart", "code"], name="chart_column_once"),
        ]


@tracked(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ChartCell(InStudy):
    """What one case says about one code, in a summary; or that somebody looked and there is nothing.

    No row means that nobody has charted it yet. ``rests_on`` are the codings that the summary refers to, ``seen`` how
    many passages stood in the cell when it was written. It is older than its passages when one was coded, changed or
    taken away after ``charted_at``.
    """

    chart = models.ForeignKey(Chart, on_delete=models.PROTECT, related_name="cells")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(
        "inquiry.Participant", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    source = models.ForeignKey(
        "inquiry.Source", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    summary = models.TextField(blank=True)
    nothing_found = models.BooleanField(default=False)
    rests_on = ArrayField(models.UUIDField(), default=list, blank=True, help_text="Codings.")
    seen = models.PositiveIntegerField(default=0)
    charted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            *once_in_study("chart_cell"),
            models.UniqueConstraint(
                fields=["chart", "code", "participant", "source"],
                nulls_distinct=False,
                name="chart_cell_once",
            ),
            models.CheckConstraint(
                condition=Q(participant__isnull=True) ^ Q(source__isnull=True), name="chart_cell_of_one"
            ),
            models.CheckConstraint(
                condition=Q(nothing_found=True, summary="", rests_on=[])
                | Q(nothing_found=False) & ~Q(summary=""),
                name="chart_cell_says_something",
            ),
        ]
