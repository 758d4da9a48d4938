"""How somebody and a peer worker find each other. Always optional; neither sees why the other said no."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.parts import Kept, saved_once


class Answer(models.TextChoices):
    """What one of the two says to a match."""

    YES = "yes", _("yes")
    NO = "no", _("no")


@tracked()
class Match(Kept):
    """A person and a peer worker might suit each other. It begins when both said yes.

    The row holds no answer: whoever reads it cannot tell who said no, or whether anybody did.
    """

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField(null=True, blank=True, help_text="When both had said yes.")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            saved_once("match_saved_once"),
            models.UniqueConstraint(
                fields=["person", "account"], condition=Q(closed_at__isnull=True), name="match_open_once"
            ),
            models.CheckConstraint(
                condition=Q(began_at__isnull=True) | Q(closed_at__isnull=False), name="match_begun_is_closed"
            ),
        ]
        triggers = [pgtrigger.Protect(name="matches_stay", operation=pgtrigger.Delete)]


class Side(models.TextChoices):
    """Who of the two."""

    PERSON = "person", _("the person")
    PEER = "peer", _("the peer worker")


class MatchAnswer(models.Model):
    """What one of the two said. Only whoever gave it reads it; it has no history that anybody else could."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=6, choices=Side.choices)
    answer = models.CharField(max_length=3, choices=Answer.choices)
    given_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["match", "side"], name="match_answer_once_a_side"),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="match_answer_side_known"),
            models.CheckConstraint(condition=Q(answer__in=Answer.values), name="match_answer_known"),
        ]


class MatchReason(models.Model):
    """Why one of the two said no, if they wanted to say: for themselves alone. It never reaches the other."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["match", "account"], name="match_reason_once")]
