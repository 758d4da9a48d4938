"""How a tie came about, and who did what: as the person sees it and as a worker sees it, never merged."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ownwords.connections.models.maps import MapItem
from ownwords.connections.models.tie_words import Anyway, Ground, Helper, Origin, Part, Side, Who
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


@tracked()
class Tie(Kept, Seen, Removable):
    """A new tie, or contact taken up again, with somebody or something on the map."""

    item = models.ForeignKey(MapItem, on_delete=models.PROTECT, related_name="ties")
    renewed = models.BooleanField(default=False)
    since = models.DateField(default=timezone.localdate)
    origin = models.CharField(max_length=16, choices=Origin.choices, blank=True)
    origin_words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "since"], name="tie_person_since")]
        constraints = [
            saved_once("tie_saved_once"),
            sight_known("tie_visibility_known"),
            removed_whole("tie_removed_whole"),
            models.CheckConstraint(condition=Q(origin__in=["", *Origin.values]), name="tie_origin_known"),
        ]
        triggers = [pgtrigger.Protect(name="ties_stay", operation=pgtrigger.Delete)]


@tracked()
class TieView(models.Model):
    """One view of who did what in a tie. Nobody's view overwrites another's."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tie = models.ForeignKey(Tie, on_delete=models.PROTECT, related_name="views")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=6, choices=Side.choices)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=10, choices=Part.choices, blank=True)
    ground = ArrayField(models.CharField(max_length=10, choices=Ground.choices), default=list, blank=True)
    idea = models.CharField(max_length=13, choices=Who.choices, blank=True)
    first_contact = models.CharField(max_length=13, choices=Who.choices, blank=True)
    helped_by = ArrayField(models.CharField(max_length=7, choices=Helper.choices), default=list, blank=True)
    anyway = models.CharField(max_length=10, choices=Anyway.choices, blank=True)
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tie"], condition=Q(side="person"), name="tie_view_one_of_the_person"
            ),
            models.UniqueConstraint(
                fields=["tie", "written_by"], condition=Q(side="worker"), name="tie_view_one_a_worker"
            ),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="tie_view_side_known"),
            models.CheckConstraint(condition=Q(part__in=["", *Part.values]), name="tie_view_part_known"),
            models.CheckConstraint(condition=Q(idea__in=["", *Who.values]), name="tie_view_idea_known"),
            models.CheckConstraint(
                condition=Q(first_contact__in=["", *Who.values]), name="tie_view_first_contact_known"
            ),
            models.CheckConstraint(
                condition=Q(anyway__in=["", *Anyway.values]), name="tie_view_anyway_known"
            ),
            models.CheckConstraint(
                condition=Q(ground=[]) | Q(part__in=["prepared", "alongside", "introduced"]),
                name="tie_view_ground_of_a_part",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="tie_views_stay", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="tie_view_stays_whose_it_is",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__side__df=pgtrigger.F("new__side"))
                | pgtrigger.Q(old__tie_id__df=pgtrigger.F("new__tie_id"))
                | pgtrigger.Q(old__person_id__df=pgtrigger.F("new__person_id"))
                | pgtrigger.Q(old__written_by_id__df=pgtrigger.F("new__written_by_id")),
                func="RAISE EXCEPTION 'A view stays with whoever wrote it: add another one.';",
            ),
        ]
