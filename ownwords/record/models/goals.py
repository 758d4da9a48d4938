"""Goals: somebody's own words for what they want, and everything that helps to get there (refocus 1.7)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.record.models.entries import Entry


class Origin(models.TextChoices):
    """Whose idea a goal was (RS-01). Never blank."""

    PERSON = "person", _("My own idea")
    TOGETHER = "together", _("We thought of it together")
    FAMILY = "family", _("Family or friends")
    WORKER = "worker", _("A worker's idea")
    SERVICE = "service", _("A rule of the service")


class GoalKind(models.TextChoices):
    """What kind of recovery a goal is about (RS-02)."""

    PERSONAL = "personal", _("About the life I want")
    CLINICAL = "clinical", _("About symptoms or treatment")
    SERVICE = "service", _("About what the service needs")
    UNSURE = "unsure", _("Not sure")


class Whose(models.TextChoices):
    """Whose goal it is. "Asked of me" must be visibly different from the others."""

    MINE = "mine", _("Mine")
    OURS = "ours", _("Ours")
    ASKED = "asked", _("Asked of me")


class Outcome(models.TextChoices):
    """How a goal ended. None of them is a failure."""

    MET = "met", _("It happened")
    PARTLY = "partly", _("It happened in part")
    CHANGED = "changed", _("I changed my mind")
    PARKED = "parked", _("Parked for now")
    NOT_MINE = "not_mine", _("Not mine any more")


def _zero_to_ten(name: str) -> Q:
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 0, f"{name}__lte": 10})


@tracked()
class Goal(models.Model):
    """What a goal holds beside its words. Both opinions on its kind are kept; the person's wins."""

    class Direction(models.TextChoices):
        """Whether it goes towards something or away from something, as the person sees it."""

        TOWARDS = "towards", _("Towards something")
        AWAY = "away", _("Away from something")

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="goal")
    origin = models.CharField(max_length=10, choices=Origin.choices)
    origin_name = models.CharField(max_length=200, blank=True)
    kind_by_person = models.CharField(max_length=10, choices=GoalKind.choices, blank=True)
    kind_by_worker = models.CharField(max_length=10, choices=GoalKind.choices, blank=True)
    whose = models.CharField(max_length=10, choices=Whose.choices, default=Whose.MINE)
    whose_names = models.CharField(max_length=300, blank=True)
    direction = models.CharField(max_length=10, choices=Direction.choices, blank=True)
    why = models.TextField(blank=True)
    importance = models.PositiveSmallIntegerField(null=True, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)
    a_bit = models.TextField(blank=True)
    hoped = models.TextField(blank=True)
    more_than_hoped = models.TextField(blank=True)
    obstacles = models.JSONField(default=list, blank=True, help_text='[{"obstacle": …, "then": …}]')
    needs = models.JSONField(default=list, blank=True, help_text='[{"kind": …, "words": …}]')
    review_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    outcome_words = models.TextField(blank=True)
    outcome_at = models.DateTimeField(null=True, blank=True)
    outcome_by_id = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["review_on"], condition=Q(outcome=""), name="goal_review_due")]
        constraints = [
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="goal_says_whose_idea"),
            models.CheckConstraint(
                condition=Q(kind_by_person__in=["", *GoalKind.values])
                & Q(kind_by_worker__in=["", *GoalKind.values]),
                name="goal_kind_known",
            ),
            models.CheckConstraint(condition=_zero_to_ten("importance"), name="goal_importance_0_to_10"),
            models.CheckConstraint(condition=_zero_to_ten("confidence"), name="goal_confidence_0_to_10"),
            models.CheckConstraint(
                condition=Q(outcome="", outcome_at__isnull=True, outcome_by_id__isnull=True)
                | Q(outcome__in=Outcome.values, outcome_at__isnull=False, outcome_by_id__isnull=False),
                name="goal_ended_by_whom_and_when",
            ),
        ]

    @property
    def kind_shown(self) -> str:
        """The kind that every view shows: the person's choice where they made one (RS-02)."""
        return self.kind_by_person or self.kind_by_worker or GoalKind.UNSURE

    @property
    def kinds_differ(self) -> bool:
        """Whether person and worker see the kind of this goal differently."""
        return bool(
            self.kind_by_person and self.kind_by_worker and self.kind_by_person != self.kind_by_worker
        )
