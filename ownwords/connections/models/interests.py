"""What people say to something in the directory."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


class InterestAnswer(models.TextChoices):
    """What somebody says to something in the directory (connecting R22)."""

    GO = "go", _("I could go")
    HELP_RUN = "help_run", _("I could help run this")
    BOTH = "both", _("both")
    NOT_FOR_ME = "not_for_me", _("not for me")


@tracked()
class Interest(Kept, Seen, Removable):
    """What a person says to one service of the directory."""

    service_id = models.UUIDField()
    service_words = models.CharField(max_length=300, help_text="Its name when the answer was given.")
    answer = models.CharField(max_length=10, choices=InterestAnswer.choices)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            saved_once("interest_saved_once"),
            sight_known("interest_visibility_known"),
            removed_whole("interest_removed_whole"),
            models.UniqueConstraint(
                fields=["person", "service_id"],
                condition=Q(removed_at__isnull=True),
                name="interest_once_a_service",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=InterestAnswer.values) | Q(answer="", erased_at__isnull=False),
                name="interest_known",
            ),
        ]
        triggers = [pgtrigger.Protect(name="interests_stay", operation=pgtrigger.Delete)]
