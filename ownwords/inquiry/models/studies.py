"""A study: its question, its declared method, and who works in it."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


class Method(models.TextChoices):
    """What a study says of itself; it decides what is offered (inquiry 2.1 to 2.5)."""

    REFLEXIVE = "reflexive", _("Reflexive thematic analysis")
    CODEBOOK = "codebook", _("Codebook or template analysis")
    RELIABILITY = "reliability", _("Thematic analysis with coding reliability")
    FRAMEWORK = "framework", _("Framework method")
    GROUNDED = "grounded", _("Grounded theory")
    CONTENT = "content", _("Content analysis")
    SYNTHESIS = "synthesis", _("Narrative or document synthesis")
    OWN = "own", _("Another method, in our own words")


@tracked()
class Study(models.Model):
    """One study. Nobody outside it sees that it exists, but for those who work in it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    guid = models.UUIDField(default=new_id, editable=False)
    title = models.CharField(max_length=200)
    question = models.TextField(blank=True)
    method = models.CharField(max_length=12, choices=Method.choices)
    method_words = models.TextField(blank=True)
    ethics_reference = models.CharField(max_length=200, blank=True)
    blind = models.BooleanField(default=False)
    suggests_by_rule = models.BooleanField(default=False)
    suggests_by_meaning = models.BooleanField(default=False)
    fewest_alike = models.PositiveSmallIntegerField(default=3)
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    submission = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="study_has_title"),
            models.CheckConstraint(condition=Q(method__in=Method.values), name="study_method_known"),
            models.CheckConstraint(
                condition=~Q(method="own") | ~Q(method_words=""), name="study_own_method_in_words"
            ),
            models.CheckConstraint(condition=Q(fewest_alike__gte=2), name="study_fewest_alike"),
        ]
        triggers = [pgtrigger.Protect(name="studies_stay", operation=pgtrigger.Delete)]


class Duty(models.TextChoices):
    """What somebody does in a study."""

    LEAD = "lead", _("leads the study")
    CODER = "coder", _("codes")
    READER = "reader", _("reads")


@tracked()
class StudyMember(models.Model):
    """Somebody works in a study, from one day to another. Who keeps the key knows who said what."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey(Study, on_delete=models.PROTECT, related_name="members")
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=6, choices=Duty.choices)
    keeps_key = models.BooleanField(default=False)
    starts_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["study", "account"], condition=Q(ends_on__isnull=True), name="study_member_once"
            ),
            models.CheckConstraint(condition=Q(duty__in=Duty.values), name="study_duty_known"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="study_member_span",
            ),
        ]
        triggers = [pgtrigger.Protect(name="study_members_stay", operation=pgtrigger.Delete)]
