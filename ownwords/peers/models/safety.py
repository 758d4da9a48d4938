"""What was passed on for somebody's safety, and each decision to withhold it for a time."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.parts import Kept, saved_once


class Told(models.TextChoices):
    """Whether the person was told before it was passed on."""

    YES = "yes", _("yes, beforehand")
    NO = "no", _("no")


@tracked()
class SafetyShare(Kept):
    """What was passed on for somebody's safety: what, to whom, why, and whether they were told first (PS-05).

    The person sees it, unless a named senior withholds it, with a reason and a day on which that is looked at again.
    """

    shared_on = models.DateField(default=timezone.localdate)
    what = models.TextField()
    to_whom = models.CharField(max_length=200)
    why = models.TextField()
    told_first = models.CharField(max_length=3, choices=Told.choices)
    why_not_told = models.TextField(blank=True)
    withheld_at = models.DateTimeField(null=True, blank=True)
    withheld_by = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    withheld_reason = models.TextField(blank=True)
    review_on = models.DateField(null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            saved_once("safety_share_saved_once"),
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(to_whom="") & ~Q(why=""), name="safety_share_whole"
            ),
            models.CheckConstraint(
                condition=Q(told_first="yes", why_not_told="") | Q(told_first="no") & ~Q(why_not_told=""),
                name="safety_share_says_why_not_told",
            ),
            models.CheckConstraint(
                condition=Q(
                    withheld_at__isnull=True,
                    withheld_by__isnull=True,
                    withheld_reason="",
                    review_on__isnull=True,
                )
                | Q(withheld_at__isnull=False, withheld_by__isnull=False, review_on__isnull=False)
                & ~Q(withheld_reason=""),
                name="safety_share_withheld_whole",
            ),
            models.CheckConstraint(
                condition=Q(withheld_by__isnull=True) | ~Q(withheld_by=F("written_by")),
                name="safety_share_withheld_by_a_second",
            ),
        ]
        triggers = [pgtrigger.Protect(name="safety_shares_stay", operation=pgtrigger.Delete)]


class SafetyDecision(models.TextChoices):
    """What a senior decided about a safety share."""

    WITHHELD = "withheld", _("withheld from the person, for a time")
    KEPT = "kept", _("withheld for longer")
    RELEASED = "released", _("released: the person can read it")


class SafetyReview(models.Model):
    """One decision about withholding, with its reason. Never changed; the person reads all of them once released."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    share = models.ForeignKey(SafetyShare, on_delete=models.PROTECT, related_name="reviews")
    decision = models.CharField(max_length=8, choices=SafetyDecision.choices)
    reason = models.TextField(blank=True)
    review_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="released", review_on__isnull=True)
                | Q(decision__in=["withheld", "kept"], review_on__isnull=False) & ~Q(reason=""),
                name="safety_review_whole",
            ),
        ]
        triggers = [pgtrigger.Protect(name="safety_reviews_stay", operation=pgtrigger.Delete)]
