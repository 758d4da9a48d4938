"""Standard measures: which are switched on, when somebody was asked, what was answered, what came out."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.measures.models.parts import GivenAs, Way, number_only_when_answered
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


@tracked()
class InstrumentSwitch(models.Model):
    """Whether an organisation uses a standard measure, and on which licence."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=40)
    on = models.BooleanField(default=False)
    licence_reference = models.TextField(blank=True)
    source_note = models.TextField(blank=True, help_text="Where what was unconfirmed has been checked.")
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "instrument"], name="instrument_switch_once")
        ]


class Reply(models.TextChoices):
    """What became of asking. Not a fault of anybody's."""

    ASKED = "asked", _("asked")
    LATER = "later", _("not today")
    RATHER_NOT = "rather_not", _("rather not")


@tracked()
class Asking(Kept):
    """Somebody was asked whether they want to fill in a measure."""

    instrument = models.CharField(max_length=40)
    asked_on = models.DateField(default=timezone.localdate)
    reply = models.CharField(max_length=12, choices=Reply.choices, default=Reply.ASKED)

    class Meta:
        indexes = [models.Index(fields=["person", "instrument", "asked_on"], name="asking_person_instrument")]
        constraints = [
            saved_once("asking_saved_once"),
            models.CheckConstraint(condition=Q(reply__in=Reply.values), name="asking_reply_known"),
        ]


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


class Origin(models.TextChoices):
    """Where a number comes from."""

    COMPUTED = "computed", _("worked out here")
    STATED = "stated", _("stated where it came from")


@tracked()
class Score(models.Model):
    """One number that came out of a filled form, with the rule that made it; or the reason why there is none."""

    id = models.BigAutoField(primary_key=True)
    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="scores")
    key = models.CharField(max_length=40)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.COMPUTED)
    rule = models.CharField(max_length=60, blank=True)
    main = models.BooleanField(
        default=False, help_text="The number that is shown first and counted in figures."
    )
    value = models.DecimalField(max_digits=8, decimal_places=3, null=True, blank=True)
    why_none = models.CharField(max_length=60, blank=True)
    answered = models.PositiveSmallIntegerField(default=0)
    of = models.PositiveSmallIntegerField(default=0)
    prorated = models.BooleanField(default=False)
    band = models.CharField(max_length=40, blank=True)
    definition_digest = models.CharField(max_length=64)
    differs = models.BooleanField(default=False, help_text="What was stated is not what the answers give.")
    worked_out_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response", "key", "origin", "rule"], name="score_once_a_rule_and_origin"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False, why_none="") | Q(value__isnull=True) & ~Q(why_none=""),
                name="score_or_the_reason_why_none",
            ),
            models.UniqueConstraint(
                fields=["response"], condition=Q(main=True), name="score_one_main_a_response"
            ),
        ]
        triggers = [pgtrigger.Protect(name="scores_stay", operation=pgtrigger.Delete)]


@tracked()
class ItemEvent(models.Model):
    """An answer that was met at once with the service's words for a crisis, whatever the total came to."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="item_events")
    key = models.CharField(max_length=40)
    item = models.CharField(max_length=20)
    raised_at = models.DateTimeField(default=timezone.now)
    talked_at = models.DateTimeField(null=True, blank=True, help_text="When somebody talked about it.")
    talked_by_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["response", "key"], name="item_event_once"),
            models.CheckConstraint(
                condition=Q(talked_at__isnull=True, talked_by_id__isnull=True)
                | Q(talked_at__isnull=False, talked_by_id__isnull=False),
                name="item_event_talked_by_whom_and_when",
            ),
        ]


class Course(models.Model):
    """First and last result of one person on one measure, kept by the database for figures over many people.

    No page reads it row by row: figures come from functions that give counts alone.
    """

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=40)
    asked = models.PositiveIntegerField(default=0)
    scored = models.PositiveIntegerField(default=0)
    first_on = models.DateField(null=True)
    first_value = models.DecimalField(max_digits=8, decimal_places=3, null=True)
    last_on = models.DateField(null=True)
    last_value = models.DecimalField(max_digits=8, decimal_places=3, null=True)
    changed_at = models.DateTimeField(default=timezone.now, help_text="When a result last changed it.")

    class Meta:
        indexes = [
            models.Index(
                fields=["instrument", "person"],
                include=["asked", "scored", "first_value", "last_value", "changed_at"],
                name="course_instrument_person",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "instrument"], name="course_once_a_person_and_measure")
        ]
