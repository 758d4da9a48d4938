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

from ownwords.ledger.ids import new_id


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
