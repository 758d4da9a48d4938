"""What several things of this room share: how something was answered, and how the answer came here."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ownwords.measures.method.definitions import Given


class GivenAs(models.TextChoices):
    """How something was answered: five different things, of which only the first carries a number."""

    ANSWERED = Given.ANSWERED.value, _("answered")
    BLANK = Given.BLANK.value, _("left empty")
    NOT_APPLICABLE = Given.NOT_APPLICABLE.value, _("does not apply")
    RATHER_NOT = Given.RATHER_NOT.value, _("rather not say")
    NOT_CHOSEN = Given.NOT_CHOSEN.value, _("not chosen as important")


class Way(models.TextChoices):
    """How an answer came here."""

    SELF = "self", _("by the person")
    TOGETHER = "together", _("together with a worker")
    READ_ALOUD = "read_aloud", _("read aloud by somebody")
    LINK = "link", _("by a link")
    PAPER = "paper", _("on paper, typed in later")
    IMPORTED = "imported", _("from another system")


def number_only_when_answered(name: str) -> models.CheckConstraint:
    """0 is a number, a blank is none, and neither is the other (measures 3)."""
    return models.CheckConstraint(
        condition=Q(given="answered", value__isnull=False)
        | Q(value__isnull=True, given__in=["blank", "not_applicable", "rather_not", "not_chosen"]),
        name=name,
    )
