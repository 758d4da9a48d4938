"""Columns that several things of this room share, each with its constraint in the database."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.ids import new_id
from ownwords.measures.method.definitions import Given
from ownwords.people.models import Visibility


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


class Kept(models.Model):
    """Something that belongs to a person, written by somebody, with its version."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class Seen(models.Model):
    """Something with its own answer to "who can see this", set by the person."""

    visibility = models.CharField(max_length=10, choices=Visibility.choices)

    class Meta:
        abstract = True


class Removable(models.Model):
    """Something that can be taken out of view, by whom, when and why: all three or none."""

    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by_id = models.UUIDField(null=True, blank=True)
    removed_reason = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def saved_once(name: str) -> models.UniqueConstraint:
    """A form sent twice keeps one row."""
    return models.UniqueConstraint(
        fields=["person", "submission"], condition=Q(submission__isnull=False), name=name
    )


def sight_known(name: str) -> models.CheckConstraint:
    """Only the three levels that there are."""
    return models.CheckConstraint(condition=Q(visibility__in=["me", "named", "team"]), name=name)


def removed_whole(name: str) -> models.CheckConstraint:
    """By whom, when and why: all three or none."""
    return models.CheckConstraint(
        condition=Q(removed_at__isnull=True, removed_by_id__isnull=True, removed_reason="")
        | Q(removed_at__isnull=False, removed_by_id__isnull=False) & ~Q(removed_reason=""),
        name=name,
    )


def number_only_when_answered(name: str) -> models.CheckConstraint:
    """0 is a number, a blank is none, and neither is the other (measures 3)."""
    return models.CheckConstraint(
        condition=Q(given="answered", value__isnull=False)
        | Q(value__isnull=True, given__in=["blank", "not_applicable", "rather_not", "not_chosen"]),
        name=name,
    )
