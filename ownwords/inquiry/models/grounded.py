"""What grounded theory works with: stages, categories, their properties with dimensions, and how they hang together."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.codes import Code
from ownwords.inquiry.models.codings import Coding
from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.ledger.history import tracked


@tracked()
class Stage(InStudy):
    """A stage of the analysis, as a team calls it, and the day it began. What was done after belongs to it."""

    name = models.CharField(max_length=80)
    began_on = models.DateField(null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("stage"),
            models.CheckConstraint(condition=~Q(name=""), name="stage_has_name"),
        ]


@tracked()
class Category(InStudy):
    """A code that has become a category; one may be the core. Saturation is a person's judgement, with a reason."""

    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="+")
    core = models.BooleanField(default=False)
    saturated_on = models.DateField(null=True, blank=True)
    saturation = models.TextField(blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("category"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(removed_at__isnull=True), name="category_once"
            ),
            models.UniqueConstraint(
                fields=["study"], condition=Q(core=True, removed_at__isnull=True), name="category_core_once"
            ),
            models.CheckConstraint(
                condition=Q(saturated_on__isnull=True) | ~Q(saturation=""), name="category_saturated_why"
            ),
        ]


@tracked()
class Property(InStudy):
    """A property of a category, and its dimension: from one pole to the other."""

    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="properties")
    name = models.CharField(max_length=200)
    from_pole = models.CharField(max_length=120)
    to_pole = models.CharField(max_length=120)
    position = models.PositiveIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "properties"
        constraints = [
            *once_in_study("property"),
            models.CheckConstraint(condition=~Q(name=""), name="property_has_name"),
        ]


@tracked(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Incident(InStudy):
    """A coded passage as an incident of a property; ``place`` is where it lies on the dimension, 0 to 100."""

    property = models.ForeignKey(Property, on_delete=models.PROTECT, related_name="incidents")
    coding = models.ForeignKey(Coding, on_delete=models.PROTECT, related_name="incidents")
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            *once_in_study("incident"),
            models.UniqueConstraint(fields=["property", "coding"], name="incident_once"),
            models.CheckConstraint(
                condition=Q(place__isnull=True) | Q(place__lte=100), name="incident_place"
            ),
        ]


class RelationKind(models.TextChoices):
    """What one category is to another (axial coding, inquiry 2.2)."""

    CONDITION = "condition", _("is a condition of")
    ACTION = "action", _("is an action or interaction in")
    CONSEQUENCE = "consequence", _("is a consequence of")
    OTHER = "other", _("is related otherwise to")


@tracked()
class Relation(InStudy):
    """One category is something to another, and why a team thinks so."""

    of = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="relations")
    to = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="related")
    kind = models.CharField(max_length=11, choices=RelationKind.choices)
    words = models.TextField(blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("relation"),
            models.UniqueConstraint(
                fields=["of", "to", "kind"], condition=Q(removed_at__isnull=True), name="relation_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=RelationKind.values), name="relation_kind_known"),
            models.CheckConstraint(condition=~Q(of=F("to")), name="relation_of_two"),
        ]
