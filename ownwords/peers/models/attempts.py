"""Attempts and contacts, introductions, and who was the first face.

A contact is an attempt in which somebody met, spoke or was answered: one row, so that nobody enters it twice
(docs/decisions). It needs a day, a means and an outcome; no text, and nothing ever asks for one.
"""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.peers.models.rules import RecordingRule
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


class StartedBy(models.TextChoices):
    """Who started it."""

    PERSON = "person", _("the person")
    PEER = "peer", _("a peer worker")
    CLINICIAN = "clinician", _("another worker")
    OTHER = "other", _("somebody else")


class Means(models.TextChoices):
    """By what means."""

    IN_PERSON = "in_person", _("in person")
    AT_THE_DOOR = "at_the_door", _("at the door of the service")
    HOME = "home", _("at home")
    OUT = "out", _("out and about")
    PHONE = "phone", _("by phone")
    VIDEO = "video", _("by video")
    MESSAGE = "message", _("by message")
    LETTER = "letter", _("by letter")


class Outcome(models.TextChoices):
    """What came of it. No value says that anybody fell short."""

    MET = "met", _("met")
    SPOKE = "spoke", _("spoke")
    ANSWERED = "answered_by_message", _("answered by message")
    NO_ANSWER = "no_answer", _("no answer")
    NOT_NOW = "not_now", _("not now, the person said")
    SERVICE_COULD_NOT = "service_could_not", _("the service could not make it")
    WRONG_DETAILS = "wrong_details", _("the number or address was wrong")


IN_CONTACT = ("met", "spoke", "answered_by_message")


class Booked(models.TextChoices):
    """What became of a booked appointment: the national attendance codes."""

    CANCELLED_BY_PERSON = "2", _("called off by or for the person")
    NOT_COME = "3", _("did not come, without a word")
    CANCELLED_BY_SERVICE = "4", _("called off by the service")
    CAME = "5", _("came")
    CAME_LATE = "6", _("came late, and was seen")
    LATE_NOT_SEEN = "7", _("came late, and could not be seen")


class ContactKind(models.TextChoices):
    """What a contact was for."""

    FIRST_FACE = "first_face", _("first meeting")
    SOCIAL = "social", _("social time")
    PRACTICAL = "practical", _("something practical")
    ACCOMPANYING = "accompanying", _("going along")
    TALKING = "talking", _("talking")
    GROUP = "group", _("in a group")


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


class How(models.TextChoices):
    """How an introduction was made."""

    IN_PERSON = "in_person", _("in person")
    PHONE = "phone", _("by phone")
    LETTER = "letter", _("by letter only")


class TakenUp(models.TextChoices):
    """Whether an introduction was taken up."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    LATER = "later", _("later")
    UNKNOWN = "unknown", _("not known")


class AskedBy(models.TextChoices):
    """Who asked for an introduction."""

    PERSON = "person", _("the person")
    PEER = "peer", _("a peer worker")
    WORKER = "worker", _("another worker")
    OTHER = "other", _("somebody else")


@tracked()
class Introduction(Kept, Seen, Removable):
    """Somebody was introduced to somebody, or to an agency."""

    on = models.DateField(default=timezone.localdate)
    from_words = models.CharField(max_length=200)
    to_words = models.CharField(max_length=200)
    asked_by = models.CharField(max_length=8, choices=AskedBy.choices, blank=True)
    how = models.CharField(max_length=10, choices=How.choices)
    peer_present = models.BooleanField(null=True, blank=True)
    taken_up = models.CharField(max_length=8, choices=TakenUp.choices, default=TakenUp.UNKNOWN)
    taken_up_on = models.DateField(null=True, blank=True)
    rating = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How it was for the person, 0 to 10; only the person gives it."
    )
    rating_words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "on"], name="introduction_person_day")]
        constraints = [
            saved_once("introduction_saved_once"),
            sight_known("introduction_visibility_known"),
            removed_whole("introduction_removed_whole"),
            models.CheckConstraint(condition=Q(how__in=How.values), name="introduction_how_known"),
            models.CheckConstraint(
                condition=Q(asked_by__in=["", *AskedBy.values]), name="introduction_asked_by_known"
            ),
            models.CheckConstraint(
                condition=Q(taken_up__in=TakenUp.values), name="introduction_taken_up_known"
            ),
            models.CheckConstraint(
                condition=Q(rating__isnull=True) | Q(rating__lte=10), name="introduction_rating_0_to_10"
            ),
        ]
        triggers = [pgtrigger.Protect(name="introductions_stay", operation=pgtrigger.Delete)]


@tracked()
class FirstFace(models.Model):
    """Who met the person first, and how that was, asked once and never again (PS-13)."""

    person = models.OneToOneField(
        "people.Person", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    id = models.UUIDField(default=new_id, editable=False, unique=True)
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    met_on = models.DateField()
    shown_at = models.DateTimeField(null=True, blank=True)
    answer = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="0 to 10, only from the person."
    )
    words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    skipped_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__isnull=True) | Q(answer__lte=10), name="first_face_0_to_10"
            ),
            models.CheckConstraint(
                condition=~Q(answered_at__isnull=False, skipped_at__isnull=False),
                name="first_face_answered_or_skipped",
            ),
            models.CheckConstraint(
                condition=Q(answer__isnull=True, words="") | Q(answered_at__isnull=False),
                name="first_face_answer_has_its_moment",
            ),
        ]
        triggers = [pgtrigger.Protect(name="first_faces_stay", operation=pgtrigger.Delete)]
