"""The key: who stands behind a pseudonym, and what they agreed to. Read by who keeps it, and by nobody else."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.participants import Participant
from ownwords.ledger.ids import new_id


class ParticipantKey(models.Model):
    """Who a participant is. Not kept in versions: once it is taken away, it is gone."""

    participant = models.OneToOneField(
        Participant, on_delete=models.PROTECT, primary_key=True, related_name="key"
    )
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    contact = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)


class AgreedTo(models.TextChoices):
    """What somebody is asked to agree to."""

    PART = "part", _("taking part")
    RECORDING = "recording", _("being recorded")
    QUOTING = "quoting", _("being quoted")
    CHECKING = "checking", _("being asked again about the findings")


class Consent(models.Model):
    """What a participant said to one question, on a day. The newest holds; what was said before stays."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="consents")
    to = models.CharField(max_length=9, choices=AgreedTo.choices)
    agreed = models.BooleanField()
    said_on = models.DateField(default=timezone.localdate)
    how = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["participant", "to", "made_at"], name="consent_newest")]
        constraints = [models.CheckConstraint(condition=Q(to__in=AgreedTo.values), name="consent_known")]
        triggers = [pgtrigger.Protect(name="consents_stay", operation=pgtrigger.Update | pgtrigger.Delete)]
