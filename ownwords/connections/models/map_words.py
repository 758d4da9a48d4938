"""The fixed lists of a map. None of them is preset."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


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
