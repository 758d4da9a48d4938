"""The map as it was on one day."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.utils import timezone

from ownwords.connections.models.maps import MapItem, MapLink
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


@tracked()
class MapCopy(Kept, Seen, Removable):
    """The map as it was on one day. A copy points to versions, so that no later copy can alter it."""

    taken_on = models.DateField(default=timezone.localdate)
    label = models.CharField(max_length=120, blank=True)
    links_asked = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["person", "taken_on"], name="map_copy_person_day")]
        constraints = [
            saved_once("map_copy_saved_once"),
            sight_known("map_copy_visibility_known"),
            removed_whole("map_copy_removed_whole"),
        ]
        triggers = [pgtrigger.Protect(name="map_copies_stay", operation=pgtrigger.Delete)]


KEPT_AS_IT_WAS = pgtrigger.Protect(name="stays_as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)


class MapCopyItem(models.Model):
    """One item of a copy, at the version that it had."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    copy = models.ForeignKey(MapCopy, on_delete=models.PROTECT, related_name="items")
    item = models.ForeignKey(MapItem, on_delete=models.PROTECT, related_name="+")
    item_version = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["copy", "item"], name="map_copy_item_once")]
        triggers = [KEPT_AS_IT_WAS]


class MapCopyLink(models.Model):
    """One link of a copy."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    copy = models.ForeignKey(MapCopy, on_delete=models.PROTECT, related_name="links")
    link = models.ForeignKey(MapLink, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["copy", "link"], name="map_copy_link_once")]
        triggers = [KEPT_AS_IT_WAS]
