"""Stretches of time: everything that starts and may end."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


def current(prefix: str = "", on: date | None = None) -> Q:
    """Return the condition "holds on this day": `ends_on` is the first day on which it no longer holds.

    So a worker whose place ends today has lost access today, not tomorrow.
    """
    day = on or timezone.localdate()
    started = Q(**{f"{prefix}starts_on__lte": day})
    open_ended = Q(**{f"{prefix}ends_on__isnull": True})
    return started & (open_ended | Q(**{f"{prefix}ends_on__gt": day}))


class Span(models.Model):
    """Something with a first day and, perhaps, a first day on which it no longer holds."""

    starts_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="%(app_label)s_%(class)s_ends_after_start",
            )
        ]
