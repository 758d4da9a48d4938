"""What people and peer workers say they would like, before anybody is proposed."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from ownwords.ledger.history import tracked


@tracked()
class PeerProfile(models.Model):
    """What a peer worker would like people to know about them, and with whom they would like to walk."""

    account = models.OneToOneField(
        "people.Account", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    words = models.TextField(blank=True)
    would_like = models.TextField(blank=True)
    taking_on = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)


@tracked()
class PeerWish(models.Model):
    """Whether a person would like a peer worker at all, and what kind of person. Refusing hides every offer (PS-21)."""

    person = models.OneToOneField(
        "people.Person", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    wanted = models.BooleanField(null=True, blank=True, help_text="Empty: not asked, or not said.")
    words = models.TextField(blank=True)
    show_words = models.BooleanField(
        default=False, help_text="Whether a peer worker who is asked may read the words before they answer."
    )
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    erased_at = models.DateTimeField(null=True, blank=True)
