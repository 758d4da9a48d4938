"""The local directory: services as feeds tell of them, where they are, and what people here know on top.

What a feed says is written by an administrator's import alone and is replaced by the next one. What people here know
stands in a table of its own, so that no import can touch it (connecting R19). A sensitive address is never kept: only
its town and district are (R21).
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id

STALE_MONTHS = 12


class ServiceStatus(models.TextChoices):
    """What a feed says of a service; nothing where it does not say."""

    ACTIVE = "active", _("running")
    INACTIVE = "inactive", _("not running at the moment")
    DEFUNCT = "defunct", _("closed for good")
    TEMPORARILY_CLOSED = "temporarily closed", _("closed for a while")


class DirectorySource(models.Model):
    """A feed: where it is read from, and in which format."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=300, unique=True)
    profile = models.CharField(max_length=20)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(
        null=True, help_text="When it was last read to its end or as far as it went."
    )


class DirectoryImport(models.Model):
    """One reading of a feed and what came of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(DirectorySource, on_delete=models.PROTECT, related_name="imports")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(default=timezone.now)
    whole = models.BooleanField(
        help_text="Whether the feed was read to its end; only then can services be gone."
    )
    counts = models.JSONField(default=dict)
    remarks = models.JSONField(
        default=list, help_text="The first of them: path, kind, weight, reason, record."
    )

    class Meta:
        indexes = [models.Index(fields=["source", "-finished_at"], name="directory_import_last")]


class DirectoryService(models.Model):
    """A service as a feed tells of it. It is never deleted: what is gone from the feed is marked as gone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(DirectorySource, on_delete=models.PROTECT, related_name="services")
    external_id = models.CharField(max_length=200)
    name = models.CharField(max_length=300)
    sort_key = models.CharField(max_length=300)
    status = models.CharField(max_length=20, choices=ServiceStatus.choices, blank=True)
    listed = models.BooleanField(default=True, help_text="In the feed and not closed: may be suggested.")
    organisation = models.CharField(max_length=300, blank=True)
    summary = models.CharField(max_length=400, blank=True)
    kinds = ArrayField(models.CharField(max_length=300), default=list)
    facets = ArrayField(models.CharField(max_length=320), default=list)
    times_end_on = models.DateField(null=True, help_text="The last day of every series of times, if all end.")
    details = models.JSONField(
        default=dict, help_text="Everything that was read, as a record of Open Referral."
    )
    digest = models.CharField(max_length=64)
    head = SearchVectorField(null=True)
    words = SearchVectorField(null=True)
    added_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(
        default=timezone.now, help_text="When the feed last said something else."
    )
    gone_at = models.DateTimeField(null=True, help_text="When it was first missing from the feed.")

    class Meta:
        indexes = [
            models.Index(
                fields=["sort_key", "id"], condition=Q(listed=True), name="directory_listed_by_name"
            ),
            GinIndex(fields=["head"], name="directory_head"),
            GinIndex(fields=["words"], name="directory_words"),
            GinIndex(fields=["facets"], name="directory_facets"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["source", "external_id"], name="directory_service_once"),
            models.CheckConstraint(
                condition=Q(status__in=["", *ServiceStatus.values]), name="directory_status_known"
            ),
            models.CheckConstraint(
                condition=Q(listed=False) | Q(gone_at__isnull=True, status__in=["", "active"]),
                name="directory_closed_or_gone_is_not_listed",
            ),
        ]


class DirectoryPlace(models.Model):
    """Where a service is. ``exact`` is false where the point is the middle of a postcode district."""

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey(DirectoryService, on_delete=models.CASCADE, related_name="places")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    exact = models.BooleanField(default=True)
    sensitive = models.BooleanField(default=False)
    town = models.CharField(max_length=300, blank=True)
    district = models.CharField(max_length=4, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["latitude", "longitude"], name="directory_place_point"),
            models.Index(fields=["district"], name="directory_place_district"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="directory_place_on_the_globe",
            ),
            models.CheckConstraint(
                condition=Q(sensitive=False) | Q(exact=False), name="directory_sensitive_is_not_exact"
            ),
        ]


class DirectoryKind(models.Model):
    """A word that feeds use for a kind of service, and how many services say it."""

    key = models.CharField(primary_key=True, max_length=300)
    name = models.CharField(max_length=300)
    services = models.PositiveIntegerField(default=0)


class DirectoryWord(models.Model):
    """A word that stands in names and kinds, for words that are spelt nearly alike."""

    word = models.CharField(primary_key=True, max_length=60)

    class Meta:
        indexes = [GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="directory_word_trgm")]


class PostcodeDistrict(models.Model):
    """Where a postcode district has its middle, from the table that the service itself has put in."""

    district = models.CharField(primary_key=True, max_length=4)
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="district_on_the_globe",
            )
        ]


class YesOrNo(models.TextChoices):
    """An answer about a place; nothing where nobody has said."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")


@tracked()
class LocalKnowledge(models.Model):
    """What people here know of a service, on top of the feed: one row a service, every version kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.OneToOneField(DirectoryService, on_delete=models.PROTECT, related_name="local")
    phone = models.CharField(max_length=60, blank=True)
    turn_up = models.CharField(max_length=8, choices=YesOrNo.choices, blank=True)
    step_free = models.CharField(max_length=8, choices=YesOrNo.choices, blank=True)
    quiet_time = models.CharField(max_length=300, blank=True)
    ask_for = models.CharField(max_length=300, blank=True)
    cost = models.CharField(max_length=300, blank=True)
    notes = models.TextField(blank=True)
    visited_on = models.DateField(null=True)
    visited_by_id = models.UUIDField(null=True)
    visited_by_role = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField()
    changed_by_role = models.CharField(max_length=20)
    confirmed_on = models.DateField(default=timezone.localdate)
    confirmed_by_id = models.UUIDField()
    confirmed_by_role = models.CharField(max_length=20)
    submission = models.UUIDField(null=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(turn_up__in=["", *YesOrNo.values]) & Q(step_free__in=["", *YesOrNo.values]),
                name="local_answers_known",
            ),
            models.CheckConstraint(
                condition=Q(visited_on__isnull=True, visited_by_id__isnull=True, visited_by_role="")
                | Q(visited_on__isnull=False, visited_by_id__isnull=False) & ~Q(visited_by_role=""),
                name="local_visited_by_whom_and_when",
            ),
        ]


@tracked()
class DirectorySetting(models.Model):
    """For how long what is known of a service holds in an organisation without being confirmed again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.OneToOneField("people.Organisation", on_delete=models.PROTECT, related_name="+")
    stale_months = models.PositiveSmallIntegerField(default=STALE_MONTHS)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(stale_months__range=(1, 120)), name="stale_months_sensible")
        ]
