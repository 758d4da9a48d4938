"""The map that somebody draws of the people, places, activities and groups around them.

Nothing is preset: a new item has no ring and no kind until somebody says so. An alter is known by a nickname or
initials; there is no column for a surname, a birth date or an address. What is shown is a list; the drawing is made
from the same rows, so the two cannot differ.
"""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ownwords.connections.models.map_words import Did, EndedAs, Helps, Relation, What
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


@tracked()
class PersonMap(models.Model):
    """One row for each map: whether links among those on it were asked about at all.

    "Nobody knows anybody" and "never asked" are two things; density is defined only for the first (connecting R16).
    """

    person = models.OneToOneField(
        "people.Person", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    links_asked_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)


@tracked()
class MapItem(Kept, Seen, Removable):
    """A person, place, activity or group on somebody's map, by nickname or initials."""

    words = models.CharField(max_length=120)
    what = models.CharField(max_length=10, choices=What.choices, blank=True)
    relations = ArrayField(
        models.CharField(max_length=12, choices=Relation.choices), default=list, blank=True
    )
    ring = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="1 innermost to 3; empty: not placed."
    )
    angle = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Degrees from the top, clockwise."
    )
    helps = models.CharField(max_length=8, choices=Helps.choices, blank=True)
    gives_me = models.BooleanField(null=True, blank=True)
    i_give = models.BooleanField(null=True, blank=True)
    note = models.TextField(blank=True)
    # A plain id: the directory is brought in from elsewhere and may be made anew; the map stays as it is.
    service_id = models.UUIDField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_as = models.CharField(max_length=10, choices=EndedAs.choices, blank=True)
    ended_words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "created_at"], name="map_item_person")]
        constraints = [
            saved_once("map_item_saved_once"),
            sight_known("map_item_visibility_known"),
            removed_whole("map_item_removed_whole"),
            models.CheckConstraint(condition=Q(what__in=["", *What.values]), name="map_item_what_known"),
            models.CheckConstraint(condition=Q(helps__in=["", *Helps.values]), name="map_item_helps_known"),
            models.CheckConstraint(
                condition=Q(relations__contained_by=list(Relation.values)), name="map_item_relations_known"
            ),
            models.CheckConstraint(
                condition=Q(ring__isnull=True) | Q(ring__gte=1, ring__lte=3), name="map_item_three_rings"
            ),
            models.CheckConstraint(condition=Q(angle__isnull=True) | Q(angle__lt=360), name="map_item_angle"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_as="", ended_words="")
                | Q(ended_on__isnull=False, ended_as__in=EndedAs.values),
                name="map_item_ended_when_and_how",
            ),
        ]
        triggers = [pgtrigger.Protect(name="map_items_stay", operation=pgtrigger.Delete)]


@tracked()
class MapLink(Kept):
    """Two on the map know each other, or belong together. One row for each pair; unlinking keeps it."""

    one = models.ForeignKey(MapItem, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(MapItem, on_delete=models.PROTECT, related_name="+")
    unlinked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="map_link_once_a_pair"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="map_link_of_two_in_order"),
            saved_once("map_link_saved_once"),
        ]
        triggers = [pgtrigger.Protect(name="map_links_stay", operation=pgtrigger.Delete)]


class MapStep(models.Model):
    """One action on a map, as two version numbers of one thing; what stood there is in that thing's history.

    Holds no words, so erasing something leaves none here.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    did = models.CharField(max_length=10, choices=Did.choices)
    item = models.ForeignKey(MapItem, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    link = models.ForeignKey(MapLink, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    from_version = models.PositiveIntegerField(help_text="0 when it was not there before.")
    to_version = models.PositiveIntegerField()
    done_at = models.DateTimeField(default=timezone.now)
    done_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "number"], name="map_step_number_once"),
            models.CheckConstraint(condition=Q(did__in=Did.values), name="map_step_known"),
            models.CheckConstraint(
                condition=~Q(item__isnull=False, link__isnull=False), name="map_step_of_one_thing"
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by_id__isnull=True)
                | Q(undone_at__isnull=False, undone_by_id__isnull=False),
                name="map_step_undone_by_whom",
            ),
        ]
