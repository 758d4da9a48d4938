"""How true peer support is to its principles: three views side by side, about the support, never about a worker."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


class Rater(models.TextChoices):
    """From where somebody looks."""

    PERSON = "person", _("people who are supported")
    PEER = "peer", _("peer workers")
    SUPERVISOR = "supervisor", _("peer supervisors")


@tracked()
class FidelityRating(models.Model):
    """One look at a team's peer support. No column names a peer worker: it is not about one (PS-20)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="+")
    rater = models.CharField(max_length=10, choices=Rater.choices)
    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField(default=timezone.localdate)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["written_by", "submission"],
                condition=Q(submission__isnull=False),
                name="fidelity_rating_saved_once",
            ),
            models.CheckConstraint(condition=Q(rater__in=Rater.values), name="fidelity_rater_known"),
            models.CheckConstraint(
                condition=Q(rater="person", person__isnull=False)
                | ~Q(rater="person") & Q(person__isnull=True),
                name="fidelity_person_only_of_a_person",
            ),
        ]
        triggers = [pgtrigger.Protect(name="fidelity_ratings_stay", operation=pgtrigger.Delete)]


@tracked()
class FidelityAnswer(models.Model):
    """One domain: 0 to 10, or nothing, and words if somebody wants."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    rating = models.ForeignKey(FidelityRating, on_delete=models.PROTECT, related_name="answers")
    domain = models.CharField(max_length=40)
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rating", "domain"], name="fidelity_answer_once_a_domain"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__lte=10), name="fidelity_0_to_10"
            ),
        ]
        triggers = [pgtrigger.Protect(name="fidelity_answers_stay", operation=pgtrigger.Delete)]
