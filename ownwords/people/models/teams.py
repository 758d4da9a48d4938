"""Organisations, teams, and who works in a team when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.spans import Span


@tracked()
class Organisation(models.Model):
    """A trust or charity. Nothing of one organisation is ever shown in another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


@tracked()
class Team(models.Model):
    """A community team: the unit that people are supported by and that access follows."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True)
    hours = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="team_name_once_an_organisation")
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Membership(Span):
    """A member of staff in a team, in one role, for a time."""

    class Role(models.TextChoices):
        """The roles that a person of staff can have in a team."""

        WORKER = "worker", _("Worker")
        PEER_WORKER = "peer_worker", _("Peer worker")
        TEAM_LEAD = "team_lead", _("Team lead")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta(Span.Meta):
        indexes = [models.Index(fields=["team", "role"], name="membership_team_role")]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=Q(role__in=["worker", "peer_worker", "team_lead"]), name="membership_role_known"
            ),
            models.UniqueConstraint(
                fields=["account", "team", "role"],
                condition=Q(ends_on__isnull=True),
                name="membership_open_once",
            ),
        ]
