"""Attempts and contacts, introductions, and who was the first face.

A contact is an attempt in which somebody met, spoke or was answered: one row, so that nobody enters it twice
(docs/decisions). It needs a day, a means and an outcome; no text, and nothing ever asks for one.
"""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ownwords.ledger.history import tracked
from ownwords.peers.models.contact_words import IN_CONTACT, Booked, ContactKind, Means, Outcome, StartedBy
from ownwords.peers.models.rules import RecordingRule
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


@tracked()
class Attempt(Kept, Seen, Removable):
    """One try at contact, by anybody, with what came of it."""

    with_account = models.ForeignKey(
        "people.Account",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Whom it was with, or meant for.",
    )
    on = models.DateField(default=timezone.localdate)
    started_by = models.CharField(max_length=10, choices=StartedBy.choices)
    means = models.CharField(max_length=12, choices=Means.choices)
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    booked = models.CharField(max_length=1, choices=Booked.choices, blank=True)
    kind = models.CharField(max_length=12, choices=ContactKind.choices, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    setting = models.CharField(max_length=120, blank=True)
    present = models.CharField(max_length=200, blank=True, help_text="Who else was there.")
    door_status = models.CharField(
        max_length=18, help_text="What the door was then, worked out when it was kept."
    )
    rule = models.ForeignKey(RecordingRule, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(
        blank=True, help_text="Only where the service's rule allows a peer worker's own notes."
    )
    by_peer = models.BooleanField(default=False)
    followed_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "on"], name="attempt_person_day"),
            models.Index(fields=["with_account", "on"], name="attempt_with_day"),
        ]
        constraints = [
            saved_once("attempt_saved_once"),
            sight_known("attempt_visibility_known"),
            removed_whole("attempt_removed_whole"),
            models.CheckConstraint(
                condition=Q(started_by__in=StartedBy.values), name="attempt_started_by_known"
            ),
            models.CheckConstraint(condition=Q(means__in=Means.values), name="attempt_means_known"),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="attempt_outcome_known"),
            models.CheckConstraint(condition=Q(booked__in=["", *Booked.values]), name="attempt_booked_known"),
            models.CheckConstraint(
                condition=Q(kind__in=["", *ContactKind.values]), name="attempt_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=IN_CONTACT) | Q(kind="", minutes__isnull=True),
                name="attempt_kind_and_length_are_of_a_contact",
            ),
            models.CheckConstraint(
                condition=Q(booked="")
                | Q(booked__in=["5", "6"], outcome__in=["met", "spoke"])
                | Q(booked__in=["2", "3", "4", "7"]) & ~Q(outcome="met"),
                name="attempt_outcome_fits_what_was_booked",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="attempts_stay", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="note_only_under_its_rule",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__by_peer=True) & ~pgtrigger.Q(new__note=""),
                func=(
                    "IF NOT EXISTS (SELECT 1 FROM peers_recordingrule r"
                    " WHERE r.id = NEW.rule_id AND r.rule = 'notes_allowed') THEN"
                    " RAISE EXCEPTION 'The rule of this service does not let a peer worker write notes.';"
                    " END IF; RETURN NEW;"
                ),
            ),
        ]
