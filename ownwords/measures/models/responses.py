"""Standard measures: which are switched on, when somebody was asked, what was answered, what came out."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ownwords.ledger.history import tracked
from ownwords.measures.models.parts import GivenAs, Way, number_only_when_answered
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


@tracked()
class Response(Kept, Seen, Removable):
    """A standard measure filled in by one person on one day: begun, and finished or not yet."""

    instrument = models.CharField(max_length=40)
    edition = models.CharField(max_length=60)
    definition_digest = models.CharField(max_length=64)
    language = models.CharField(max_length=20, default="en-GB")
    way = models.CharField(max_length=12, choices=Way.choices, default=Way.SELF)
    present = models.CharField(max_length=200, blank=True, help_text="Who was there, in words.")
    about_account = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True,
        help_text="The worker that the answers are about; never shown to them.",
    )  # fmt: skip
    answered_on = models.DateField(default=timezone.localdate)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    in_figures = models.BooleanField(default=True, help_text="May be counted, without name, in team figures.")
    transcribed_by = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    source = models.CharField(max_length=300, blank=True, help_text="Where an imported form came from.")

    class Meta:
        indexes = [
            models.Index(fields=["person", "instrument", "answered_on"], name="response_person_instrument"),
            models.Index(
                fields=["instrument", "about_account"],
                condition=Q(about_account__isnull=False),
                name="response_about_a_worker",
            ),
        ]
        constraints = [
            saved_once("response_saved_once"),
            sight_known("response_visibility_known"),
            removed_whole("response_removed_whole"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="response_way_known"),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
                name="response_finished_after_start",
            ),
            models.CheckConstraint(
                condition=Q(way="paper", transcribed_by__isnull=False)
                | ~Q(way="paper") & Q(transcribed_by__isnull=True),
                name="response_on_paper_says_who_typed_it",
            ),
            # What somebody says about their worker is never for the team as a whole (refocus R12).
            models.CheckConstraint(
                condition=Q(about_account__isnull=True) | Q(visibility__in=["me", "named"]),
                name="response_about_a_worker_is_not_for_the_team",
            ),
            # Each for themselves: what somebody has begun and shows to nobody must not be betrayed by a refusal.
            models.UniqueConstraint(
                fields=["person", "instrument", "about_account", "written_by"],
                condition=Q(finished_at__isnull=True, removed_at__isnull=True),
                nulls_distinct=False,
                name="response_begun_once",
            ),
        ]
        triggers = [pgtrigger.Protect(name="responses_stay", operation=pgtrigger.Delete)]


@tracked()
class Answer(models.Model):
    """How one item was answered. 0, blank, does not apply, rather not say and not chosen are five things."""

    id = models.BigAutoField(primary_key=True)
    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="answers")
    item = models.CharField(max_length=20)
    given = models.CharField(max_length=16, choices=GivenAs.choices)
    value = models.SmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["response", "item"], name="answer_once_an_item"),
            number_only_when_answered("answer_number_only_when_answered"),
        ]
        triggers = [
            pgtrigger.Protect(name="answers_stay", operation=pgtrigger.Delete),
        ]
