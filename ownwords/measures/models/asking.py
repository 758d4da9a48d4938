"""Which standard measures a service uses, and who was asked."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.parts import Kept, saved_once


@tracked()
class InstrumentSwitch(models.Model):
    """Whether an organisation uses a standard measure, and on which licence."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=40)
    on = models.BooleanField(default=False)
    licence_reference = models.TextField(blank=True)
    source_note = models.TextField(blank=True, help_text="Where what was unconfirmed has been checked.")
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "instrument"], name="instrument_switch_once")
        ]


class Reply(models.TextChoices):
    """What became of asking. Not a fault of anybody's."""

    ASKED = "asked", _("asked")
    LATER = "later", _("not today")
    RATHER_NOT = "rather_not", _("rather not")


@tracked()
class Asking(Kept):
    """Somebody was asked whether they want to fill in a measure."""

    instrument = models.CharField(max_length=40)
    asked_on = models.DateField(default=timezone.localdate)
    reply = models.CharField(max_length=12, choices=Reply.choices, default=Reply.ASKED)

    class Meta:
        indexes = [models.Index(fields=["person", "instrument", "asked_on"], name="asking_person_instrument")]
        constraints = [
            saved_once("asking_saved_once"),
            models.CheckConstraint(condition=Q(reply__in=Reply.values), name="asking_reply_known"),
        ]
