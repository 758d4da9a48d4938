"""Themes and findings: what a team makes of its codes, with what speaks for it and what against."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.codes import Code
from ownwords.inquiry.models.codings import Coding
from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.ledger.history import tracked


class ThemeStatus(models.TextChoices):
    """How far a theme has come (inquiry 2.1). A dropped theme stays where it can be read."""

    CANDIDATE = "candidate", _("candidate")
    REVIEWED = "reviewed", _("reviewed")
    NAMED = "named", _("defined and named")
    DROPPED = "dropped", _("dropped")


@tracked()
class Theme(InStudy):
    """A pattern of shared meaning: its central idea in a sentence, and what it takes in and what not."""

    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="children", null=True, blank=True
    )
    name = models.CharField(max_length=200)
    statement = models.TextField(blank=True)
    scope = models.TextField(blank=True)
    status = models.CharField(max_length=9, choices=ThemeStatus.choices, default=ThemeStatus.CANDIDATE)
    position = models.PositiveIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("theme"),
            models.CheckConstraint(condition=~Q(name=""), name="theme_has_name"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="theme_not_within_itself"
            ),
            models.CheckConstraint(condition=Q(status__in=ThemeStatus.values), name="theme_status_known"),
            models.CheckConstraint(
                condition=~Q(status=ThemeStatus.NAMED) | ~Q(statement=""), name="theme_named_says_what"
            ),
        ]
        triggers = [pgtrigger.Protect(name="themes_stay", operation=pgtrigger.Delete)]


@tracked(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ThemeCode(InStudy):
    """A code belongs to a theme. It may belong to several."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="members")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *once_in_study("theme_code"),
            models.UniqueConstraint(fields=["theme", "code"], name="theme_code_once"),
        ]


class Stands(models.TextChoices):
    """What an extract does for a theme."""

    FOR = "for", _("speaks for it")
    AGAINST = "against", _("speaks against it")


@tracked(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ThemeExtract(InStudy):
    """A coded passage chosen for a theme, or against it. It moves with its coding when the text is corrected."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="extracts")
    coding = models.ForeignKey(Coding, on_delete=models.PROTECT, related_name="extracts")
    stands = models.CharField(max_length=7, choices=Stands.choices, default=Stands.FOR)
    note = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            *once_in_study("theme_extract"),
            models.UniqueConstraint(fields=["theme", "coding"], name="theme_extract_once"),
            models.CheckConstraint(condition=Q(stands__in=Stands.values), name="theme_extract_stands_known"),
        ]


@tracked()
class Finding(InStudy):
    """What a study says in the end, in a sentence that can be put to people, and what it means."""

    statement = models.TextField()
    meaning = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("finding"),
            models.CheckConstraint(condition=~Q(statement=""), name="finding_says_something"),
        ]
        triggers = [pgtrigger.Protect(name="findings_stay", operation=pgtrigger.Delete)]


@tracked(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class FindingTheme(InStudy):
    """A finding rests on a theme."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="rests_on")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="findings")

    class Meta:
        constraints = [
            *once_in_study("finding_theme"),
            models.UniqueConstraint(fields=["finding", "theme"], name="finding_theme_once"),
        ]
