"""What a door can be, whose decision it is, and how somebody comes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """What somebody chose. "Quiet" is worked out and stands in no row."""

    OPEN = "open", _("open: in contact")
    PAUSED_BY_PERSON = "paused_by_person", _("paused by you")
    PAUSED_BY_SERVICE = "paused_by_service", _("paused by the service")
    MOVED_ON = "moved_on", _("moved on, door open")
    CLOSED = "closed", _("closed by law or death")


class Decider(models.TextChoices):
    """Whose decision it was."""

    PERSON = "person", _("the person's own decision")
    SERVICE = "service", _("the service's decision")
    BOTH = "both", _("decided together")


class Route(models.TextChoices):
    """How somebody came, or came back."""

    CALLED_PEER = "called_peer", _("called the peer worker")
    WALKED_IN = "walked_in", _("walked in")
    LETTER = "letter", _("by letter")
    CRISIS = "crisis", _("through a crisis")
    GP = "gp", _("through the GP")
    ONLINE = "online", _("by this page")
    OTHER = "other", _("in another way")
