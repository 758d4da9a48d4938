"""What participants do to a study themselves: words from their own record given to it, and own words struck out."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ownwords.inquiry.models.checking import Respondent
from ownwords.inquiry.models.participants import Participant
from ownwords.inquiry.models.sources import Source
from ownwords.ledger.ids import new_id


class EntryGiven(models.Model):
    """One entry of somebody's own record that they gave to a study, by their own act, until they take it back.

    It says who stands behind a pseudonym, so only the person reads it: the study sees the words given, as a text. Only
    functions of the database write it (migration `0011_own_pages_rules`).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    thing_kind = models.CharField(max_length=40)
    thing_id = models.UUIDField()
    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "thing_kind", "thing_id"],
                condition=Q(taken_back_at__isnull=True),
                name="entry_given_once",
            )
        ]


class OwnStrike(models.Model):
    """The text out of which whoever holds a link strikes own words just now, within one transaction.

    ``becomes`` is the SHA-256 of what the text must say afterwards. The database alone writes and reads it, and the row
    is gone when the transaction ends.
    """

    transaction = models.CharField(max_length=20, primary_key=True)
    respondent = models.ForeignKey(Respondent, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    becomes = models.CharField(max_length=64)
