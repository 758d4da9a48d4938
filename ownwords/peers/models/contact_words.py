"""The fixed lists of attempts and contacts. No value says that anybody fell short."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class StartedBy(models.TextChoices):
    """Who started it."""

    PERSON = "person", _("the person")
    PEER = "peer", _("a peer worker")
    CLINICIAN = "clinician", _("another worker")
    OTHER = "other", _("somebody else")


class Means(models.TextChoices):
    """By what means."""

    IN_PERSON = "in_person", _("in person")
    AT_THE_DOOR = "at_the_door", _("at the door of the service")
    HOME = "home", _("at home")
    OUT = "out", _("out and about")
    PHONE = "phone", _("by phone")
    VIDEO = "video", _("by video")
    MESSAGE = "message", _("by message")
    LETTER = "letter", _("by letter")


class Outcome(models.TextChoices):
    """What came of it. No value says that anybody fell short."""

    MET = "met", _("met")
    SPOKE = "spoke", _("spoke")
    ANSWERED = "answered_by_message", _("answered by message")
    NO_ANSWER = "no_answer", _("no answer")
    NOT_NOW = "not_now", _("not now, the person said")
    SERVICE_COULD_NOT = "service_could_not", _("the service could not make it")
    WRONG_DETAILS = "wrong_details", _("the number or address was wrong")


IN_CONTACT = ("met", "spoke", "answered_by_message")


class Booked(models.TextChoices):
    """What became of a booked appointment: the national attendance codes."""

    CANCELLED_BY_PERSON = "2", _("called off by or for the person")
    NOT_COME = "3", _("did not come, without a word")
    CANCELLED_BY_SERVICE = "4", _("called off by the service")
    CAME = "5", _("came")
    CAME_LATE = "6", _("came late, and was seen")
    LATE_NOT_SEEN = "7", _("came late, and could not be seen")


class ContactKind(models.TextChoices):
    """What a contact was for."""

    FIRST_FACE = "first_face", _("first meeting")
    SOCIAL = "social", _("social time")
    PRACTICAL = "practical", _("something practical")
    ACCOMPANYING = "accompanying", _("going along")
    TALKING = "talking", _("talking")
    GROUP = "group", _("in a group")
