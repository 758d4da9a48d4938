"""People who use the service, the teams that support them, and who else stands beside them."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.spans import Span


class Visibility(models.TextChoices):
    """Who may see an entry, besides the person. Supporters and peer workers are named one by one on top."""

    ME = "me", _("Only me")
    NAMED = "named", _("Me and the people I name")
    TEAM = "team", _("Me and my team")


@tracked()
class Person(models.Model):
    """Somebody who uses the service. Nothing but the name they wish to be called is needed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="people")
    account = models.OneToOneField(
        "people.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="person"
    )
    called = models.CharField(_("name you wish to be called"), max_length=200)
    sort_key = models.CharField(max_length=400, editable=False)
    pronouns = models.CharField(max_length=60, blank=True)
    full_name = models.CharField(max_length=300, blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    nhs_number = models.CharField(max_length=10, null=True, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=60, blank=True)
    contact_wishes = models.TextField(blank=True)
    language = models.CharField(max_length=100, blank=True)
    interpreter = models.BooleanField(null=True, blank=True)
    interpreter_words = models.CharField(max_length=300, blank=True)
    needs = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    needs_words = models.TextField(blank=True)
    ethnicity_code = models.CharField(max_length=2, blank=True)
    ethnicity_words = models.CharField(max_length=300, blank=True)
    default_visibility = models.CharField(max_length=10, choices=Visibility.choices, default=Visibility.TEAM)
    notices_of_looks = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "sort_key", "id"], name="person_sort"),
            GinIndex(fields=["sort_key"], opclasses=["gin_trgm_ops"], name="person_sort_trgm"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "nhs_number"],
                condition=Q(nhs_number__isnull=False),
                name="person_nhs_number_once",
            ),
            models.CheckConstraint(
                condition=Q(nhs_number__isnull=True) | Q(nhs_number__regex=r"^[0-9]{10}$"),
                name="person_nhs_number_ten_digits",
            ),
            models.CheckConstraint(condition=~Q(called=""), name="person_has_a_name"),
            models.CheckConstraint(
                condition=Q(date_of_birth__isnull=True) | Q(date_of_birth__gte=date(1890, 1, 1)),
                name="person_born_after_1889",
            ),
            models.CheckConstraint(
                condition=Q(default_visibility__in=["me", "named", "team"]), name="person_visibility_known"
            ),
        ]

    def __str__(self) -> str:
        return self.called


@tracked()
class Placement(Span):
    """A team supports a person, for a time. Access of the team's staff follows from it.

    An ending says whose decision it was, and what stays open (RS-26). No ending is final: coming back starts another
    placement.
    """

    class Decision(models.TextChoices):
        """Whose decision an ending was."""

        AGREED = "agreed", _("agreed together")
        SERVICE = "service", _("by the service, earlier than the person wanted")
        PERSON = "person", _("by the person, earlier than the service had planned")
        OTHER = "other", _("something else")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="placements")
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="placements")
    ended_by = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    stays_open = models.TextField(blank=True, help_text="What stays open after the ending, in plain words.")

    class Meta(Span.Meta):
        indexes = [models.Index(fields=["team", "person"], name="placement_team_person")]
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "team"], condition=Q(ends_on__isnull=True), name="placement_open_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_by="", stays_open="")
                | Q(ends_on__isnull=False, ended_by__in=["agreed", "service", "person", "other"]),
                name="placement_ending_says_whose_decision",
            ),
        ]


@tracked()
class Relationship(Span):
    """Somebody with an account stands beside a person: their own worker, a peer worker, a supporter."""

    class Kind(models.TextChoices):
        """How they stand to the person."""

        NAMED_WORKER = "named_worker", _("Named worker")
        PEER_WORKER = "peer_worker", _("Peer worker")
        SUPPORTER = "supporter", _("Supporter")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships")
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="relationships")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    label = models.CharField(max_length=100, blank=True, help_text="In the person's words: my sister.")

    class Meta(Span.Meta):
        indexes = [models.Index(fields=["account", "kind"], name="relationship_account_kind")]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=["named_worker", "peer_worker", "supporter"]),
                name="relationship_kind_known",
            ),
            models.UniqueConstraint(
                fields=["person", "account", "kind"],
                condition=Q(ends_on__isnull=True),
                name="relationship_open_once",
            ),
        ]
