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
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known
from ownwords.people.models.spans import Span


class What(models.TextChoices):
    """What stands on the map. Empty until somebody says."""

    PERSON = "person", _("a person")
    PLACE = "place", _("a place")
    ACTIVITY = "activity", _("an activity")
    GROUP = "group", _("a group")


class Relation(models.TextChoices):
    """How somebody knows them; several may hold. None is preset."""

    FAMILY = "family", _("family")
    PARTNER = "partner", _("partner")
    FRIEND = "friend", _("friend")
    NEIGHBOUR = "neighbour", _("neighbour")
    WORK = "work", _("work or study")
    COMMUNITY = "community", _("something we both go to")
    FAITH = "faith", _("faith")
    PEER = "peer", _("somebody who has been there too")
    ONLINE = "online", _("online")
    ANIMAL = "animal", _("an animal")
    SERVICE = "service", _("paid to be there, or a service")
    OTHER = "other", _("something else")


class Helps(models.TextChoices):
    """Whether it helps the person or harms. Empty until said."""

    HELPS = "helps", _("helps me")
    HARMS = "harms", _("harms me")
    BOTH = "both", _("both")
    NEITHER = "neither", _("neither")


class EndedAs(models.TextChoices):
    """Why a tie is over, if somebody wants to say so (connecting R7)."""

    DRIFTED = "drifted", _("we drifted apart")
    CHOSEN = "chosen", _("I chose to end it")
    DIED = "died", _("they died, or it closed")
    HARMFUL = "harmful", _("it was harmful")
    OTHER = "other", _("something else")


RINGS = (1, 2, 3)


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


class Did(models.TextChoices):
    """What was done to a map, in the words of the undo button."""

    ADDED = "added", _("added")
    MOVED = "moved", _("moved")
    CHANGED = "changed", _("changed")
    LINKED = "linked", _("linked")
    UNLINKED = "unlinked", _("unlinked")
    ENDED = "ended", _("marked as over")
    RESUMED = "resumed", _("taken up again")
    REMOVED = "removed", _("taken off the map")
    RESTORED = "restored", _("put back on the map")
    SHARED = "shared", _("shown to others")
    ASKED = "asked", _("answered whether any know each other")


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


@tracked()
class MapHelper(Span):
    """Somebody whom the person has asked to draw the map with them, or for them, until they say otherwise.

    A person without an account asks in conversation; who wrote that down, and in which words, is kept.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    in_conversation = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    made_by_id = models.UUIDField()

    class Meta(Span.Meta):
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "account"], condition=Q(ends_on__isnull=True), name="map_helper_open_once"
            ),
            models.CheckConstraint(
                condition=Q(in_conversation=False) | ~Q(words=""), name="map_helper_asked_in_which_words"
            ),
        ]


class SuggestionAnswer(models.TextChoices):
    """What the person says to a suggestion."""

    ACCEPTED = "accepted", _("yes, put it on my map")
    NOT_NOW = "not_now", _("not now")
    NO = "no", _("no")


@tracked()
class MapSuggestion(Kept, Seen, Removable):
    """Something that somebody else thinks could stand on the map. Nothing changes until the person says yes."""

    words = models.CharField(max_length=120)
    what = models.CharField(max_length=10, choices=What.choices, blank=True)
    why = models.TextField(blank=True)
    service_id = models.UUIDField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=SuggestionAnswer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    item = models.ForeignKey(MapItem, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        constraints = [
            saved_once("map_suggestion_saved_once"),
            sight_known("map_suggestion_visibility_known"),
            removed_whole("map_suggestion_removed_whole"),
            models.CheckConstraint(
                condition=Q(what__in=["", *What.values]), name="map_suggestion_what_known"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | Q(answer__in=SuggestionAnswer.values, answered_at__isnull=False),
                name="map_suggestion_answered_when",
            ),
            models.CheckConstraint(
                condition=Q(item__isnull=True) | Q(answer="accepted"),
                name="map_suggestion_item_when_accepted",
            ),
        ]
        triggers = [pgtrigger.Protect(name="map_suggestions_stay", operation=pgtrigger.Delete)]
