"""What strengths and treatment preferences hold beside their words (refocus 1.5, 1.6)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.record.models.entries import Entry


@tracked()
class Strength(models.Model):
    """Where in life a strength lies, when it held, and of what kind it is. No number, no total."""

    class Time(models.TextChoices):
        """The columns of the worksheet."""

        NOW = "now", _("What I have now")
        BEFORE = "before", _("What has worked before")
        BUILD = "build", _("What I want to build on")

    class Category(models.TextChoices):
        """The three categories of the strengths review (Bird 2012)."""

        INDIVIDUAL = "individual", _("Of my own")
        INTERPERSONAL = "interpersonal", _("Between people")
        ENVIRONMENTAL = "environmental", _("Around me")

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="strength")
    domain = models.CharField(max_length=40, blank=True)
    domain_words = models.CharField(max_length=100, blank=True)
    time = models.CharField(max_length=10, choices=Time.choices, default=Time.NOW)
    category = models.CharField(max_length=20, choices=Category.choices, blank=True)
    example = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(domain="") | ~Q(domain_words=""), name="strength_has_a_domain"
            ),
            models.CheckConstraint(
                condition=Q(time__in=["now", "before", "build"]), name="strength_time_known"
            ),
        ]


@tracked()
class Preference(models.Model):
    """How somebody wants to be supported, and how not. The entry's words are what they want."""

    class Force(models.TextChoices):
        """How much it matters that it is followed."""

        MUST = "must", _("This must be so")
        PREFER = "prefer", _("I would rather")
        OPEN = "open", _("I am open about this")

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="preference")
    subject = models.CharField(max_length=40, blank=True)
    not_wanted = models.TextField(blank=True)
    why = models.TextField(blank=True)
    force = models.CharField(max_length=10, choices=Force.choices, blank=True)
