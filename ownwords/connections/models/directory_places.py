"""Where services are, and where postcode districts are."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ownwords.connections.models.directory import DirectoryService


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
