"""Suggestions: passages that a rule or a model proposes for a code. They count nowhere until a person accepts one.

What is proposed is open to everybody who codes; what somebody decided on it stands in a row of its own, so that in a
blind study one person's decision takes nothing from another and tells them nothing.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.codes import Code
from ownwords.inquiry.models.codings import Coding
from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.inquiry.models.sources import Source
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


@tracked()
class CodeRule(InStudy):
    """Words that suggest a code: one expression on a line; a star at its end stands for any ending."""

    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="rules")
    expressions = models.TextField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("code_rule"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(removed_at__isnull=True), name="code_rule_once"
            ),
            models.CheckConstraint(condition=~Q(expressions=""), name="code_rule_says_something"),
        ]


class SuggestedBy(models.TextChoices):
    """What suggested it."""

    RULE = "rule", _("a rule")
    MEANING = "meaning", _("likeness of meaning")


class Suggestion(models.Model):
    """One passage that something proposes for a code, or (``accepted`` not None) what somebody decided on such a one.

    ``text_version`` is the version of the text by which its places count: of another it is shown no more. A decision
    is a copy of what was proposed with who decided and, accepted, the coding that was made of it. The coding may be
    undone and done again under the same id: so the link stays, and while there is no such coding the passage is open.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="+")
    text_version = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    by = models.CharField(max_length=7, choices=SuggestedBy.choices)
    model = models.CharField(max_length=120)
    model_version = models.CharField(max_length=40)
    score = models.FloatField(null=True, blank=True)
    asked_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    accepted = models.BooleanField(null=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    coding = models.OneToOneField(
        Coding,
        on_delete=models.DO_NOTHING,
        related_name="suggestion",
        null=True,
        blank=True,
        db_constraint=False,
    )

    class Meta:
        indexes = [
            models.Index(fields=["study", "source", "start", "id"], name="suggestion_in_text"),
            models.Index(
                fields=["source", "code", "start"],
                condition=Q(accepted__isnull=False),
                name="suggestion_decided_on",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "text_version", "start", "end", "code", "by", "model"],
                condition=Q(accepted__isnull=True),
                name="suggestion_proposed_once",
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="suggestion_span"),
            models.CheckConstraint(condition=Q(by__in=SuggestedBy.values), name="suggestion_by_known"),
            models.CheckConstraint(
                condition=Q(accepted__isnull=True, decided_at__isnull=True, decided_by__isnull=True)
                | Q(accepted__isnull=False, decided_at__isnull=False, decided_by__isnull=False),
                name="suggestion_decided",
            ),
        ]
