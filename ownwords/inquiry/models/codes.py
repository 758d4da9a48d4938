"""The codebook: a tree of codes, each with what it is, when to use it and when not, and an example."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.ledger.history import tracked


class CodeOrigin(models.TextChoices):
    """Where a code came from (COREQ 26)."""

    FOUND = "found", _("found in what was said")
    KNOWN = "known", _("known before")
    IN_VIVO = "in_vivo", _("somebody's own words")
    BROUGHT = "brought", _("brought in from another program")


@tracked()
class Code(InStudy):
    """One code. Within one parent a name stands once, capitals and accents apart; under two parents it may stand twice.

    ``folded`` is the name without capitals and accents. The codebook of a past day is read from the versions.
    """

    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="children", null=True, blank=True
    )
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=400)
    colour = models.CharField(max_length=7, blank=True)
    position = models.PositiveIntegerField(default=0)
    origin = models.CharField(max_length=7, choices=CodeOrigin.choices, default=CodeOrigin.FOUND)
    holds_codings = models.BooleanField(default=True)
    definition = models.TextField(blank=True)
    use_when = models.TextField(blank=True)
    not_when = models.TextField(blank=True)
    example = models.TextField(blank=True)
    merged_into_id = models.UUIDField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["study", "parent", "position"], name="code_in_order")]
        constraints = [
            *once_in_study("code"),
            models.UniqueConstraint(
                fields=["study", "parent", "folded"],
                condition=Q(removed_at__isnull=True),
                nulls_distinct=False,
                name="code_name_once_within_parent",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="code_has_name"),
            models.CheckConstraint(condition=Q(origin__in=CodeOrigin.values), name="code_origin_known"),
            models.CheckConstraint(
                condition=Q(colour="") | Q(colour__regex=r"^#[0-9a-f]{6}$"), name="code_colour"
            ),
        ]
        triggers = [pgtrigger.Protect(name="codes_stay", operation=pgtrigger.Delete)]
