"""The fixed lists of ties: how one came about, and who did what."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    """How a new or renewed tie came about (connecting R8). "Don't know" is an answer; left empty is none."""

    KNOWN = "known", _("we knew each other already")
    RENEWED = "renewed", _("we found each other again")
    FAMILY_OR_FRIEND = "family_or_friend", _("through family or a friend")
    WORK = "work", _("work or study")
    ONLINE = "online", _("online")
    STREET = "street", _("on the street, or in the neighbourhood")
    NIGHT_OUT = "night_out", _("a night out")
    ACTIVITY = "activity", _("an activity or a group")
    PEER = "peer", _("through a peer, or something user-led")
    FAITH = "faith", _("faith")
    WORKER = "worker", _("through a worker")
    OTHER = "other", _("in another way")
    DONT_KNOW = "dont_know", _("I don't know")
    RATHER_NOT = "rather_not", _("I would rather not say")


class Side(models.TextChoices):
    """Whose view it is."""

    PERSON = "person", _("the person")
    WORKER = "worker", _("a worker")


class Part(models.TextChoices):
    """The worker's part in a tie (connecting R9). The order is that of the list, nothing else."""

    NONE = "none", _("no part")
    PREPARED = "prepared", _("prepared the ground")
    ALONGSIDE = "alongside", _("went alongside")
    INTRODUCED = "introduced", _("made the introduction")
    NOT_SURE = "not_sure", _("not sure")


class Ground(models.TextChoices):
    """How the ground was prepared."""

    FOUND_OUT = "found_out", _("found out about it")
    ENCOURAGED = "encouraged", _("encouraged")
    MONEY = "money", _("helped with money")
    TRAVEL = "travel", _("helped with getting there")
    SPOKE = "spoke", _("spoke to the place beforehand")


class Who(models.TextChoices):
    """Whose idea it was, or who made the first contact."""

    PERSON = "person", _("the person")
    WORKER = "worker", _("the worker")
    BOTH = "both", _("both together")
    SOMEBODY_ELSE = "somebody_else", _("somebody else")
    NOT_SURE = "not_sure", _("not sure")


class Helper(models.TextChoices):
    """Who else helped."""

    PEER = "peer", _("a peer")
    FAMILY = "family", _("family or a friend")
    NOBODY = "nobody", _("nobody else")
    OTHER = "other", _("somebody else")


class Anyway(models.TextChoices):
    """Whether it would have happened anyway: may be added, never must."""

    NO = "no", _("no")
    LATER = "later", _("later")
    PERHAPS = "perhaps", _("perhaps")
    YES = "yes", _("yes")
    CANNOT_SAY = "cannot_say", _("can't say")
