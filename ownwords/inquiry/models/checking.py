"""Checking back: what is put to whom, in separate groups, and what they say to it."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.inquiry.models.themes import Finding
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


class Puts(models.TextChoices):
    """What is put to people."""

    FINDINGS = "findings", _("findings: do they match your experience?")
    WORDS = "words", _("their own words: are they right, and may they stay?")


@tracked()
class CheckingRound(InStudy):
    """One round of checking back: what is put, with a plain summary. It is opened and closed by hand only."""

    title = models.CharField(max_length=200)
    puts = models.CharField(max_length=8, choices=Puts.choices, default=Puts.FINDINGS)
    summary = models.TextField(blank=True)
    sources = ArrayField(
        models.UUIDField(), default=list, blank=True, help_text="Texts, where words are put."
    )
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    what_changed = models.TextField(blank=True)

    class Meta:
        constraints = [
            *once_in_study("checking_round"),
            models.CheckConstraint(condition=~Q(title=""), name="checking_round_has_title"),
            models.CheckConstraint(condition=Q(puts__in=Puts.values), name="checking_round_puts_known"),
        ]
        triggers = [pgtrigger.Protect(name="checking_rounds_stay", operation=pgtrigger.Delete)]


@tracked()
class CheckingGroup(InStudy):
    """A group that is asked apart from the others, such as people who use a service, or staff. Never pooled."""

    round = models.ForeignKey(CheckingRound, on_delete=models.PROTECT, related_name="groups")
    name = models.CharField(max_length=120)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            *once_in_study("checking_group"),
            models.UniqueConstraint("round", models.functions.Lower("name"), name="checking_group_once"),
            models.CheckConstraint(condition=~Q(name=""), name="checking_group_has_name"),
        ]


@tracked()
class CheckingFinding(InStudy):
    """A finding as it is put to people, in plain words; ``quotes`` are codings that illustrate it."""

    round = models.ForeignKey(CheckingRound, on_delete=models.PROTECT, related_name="findings")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="put")
    words = models.TextField()
    quotes = ArrayField(models.UUIDField(), default=list, blank=True, help_text="Codings.")
    position = models.PositiveIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("checking_finding"),
            models.UniqueConstraint(
                fields=["round", "finding"],
                condition=Q(removed_at__isnull=True),
                name="checking_finding_once",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="checking_finding_says_something"),
        ]


@tracked()
class Respondent(InStudy):
    """Somebody who is asked, in one group of a round, by a pseudonym or a number.

    ``right_on`` is the day on which somebody checked that it is still right to ask them. Only the hash of the link's
    secret is kept. Who gives nobody's word back has answered nothing, which is no answer.
    """

    round = models.ForeignKey(CheckingRound, on_delete=models.PROTECT, related_name="respondents")
    group = models.ForeignKey(CheckingGroup, on_delete=models.PROTECT, related_name="respondents")
    participant = models.ForeignKey(
        "inquiry.Participant", on_delete=models.PROTECT, related_name="asked_back", null=True, blank=True
    )
    called = models.CharField(max_length=60)
    right_on = models.DateField(null=True, blank=True)
    secret_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("respondent"),
            models.UniqueConstraint("round", models.functions.Lower("called"), name="respondent_once"),
            models.UniqueConstraint(
                fields=["round", "participant"],
                condition=Q(participant__isnull=False),
                name="respondent_participant_once",
            ),
            models.CheckConstraint(condition=~Q(called=""), name="respondent_has_name"),
            models.CheckConstraint(
                condition=Q(secret_hash__isnull=True, expires_at__isnull=True)
                | Q(secret_hash__isnull=False, expires_at__isnull=False),
                name="respondent_link_expires",
            ),
        ]


class Answer(models.TextChoices):
    """What somebody says to a finding (connecting R25)."""

    AGREE = "agree", _("yes, this is my experience")
    PARTLY = "partly", _("partly")
    NO = "no", _("no, I see it differently")
    NOT_MINE = "not_mine", _("not something I have experience of")


class CheckingReply(models.Model):
    """What a respondent said to a finding, or to the whole (no finding). The newest holds; earlier ones stay.

    ``typed_by`` typed it in for them, from paper or a talk; empty when they gave it themselves.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    respondent = models.ForeignKey(Respondent, on_delete=models.PROTECT, related_name="replies")
    finding = models.ForeignKey(
        CheckingFinding, on_delete=models.PROTECT, related_name="replies", null=True, blank=True
    )
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    words = models.TextField(blank=True)
    typed_by = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    said_at = models.DateTimeField(default=timezone.now)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=["respondent", "finding", "said_at"], name="checking_reply_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["respondent", "finding", "submission"],
                condition=Q(submission__isnull=False),
                nulls_distinct=False,
                name="checking_reply_saved_once",
            ),
            models.CheckConstraint(
                condition=Q(answer="") | Q(answer__in=Answer.values), name="checking_reply_answer_known"
            ),
            models.CheckConstraint(
                condition=~Q(answer="") | ~Q(words=""), name="checking_reply_says_something"
            ),
            models.CheckConstraint(
                condition=Q(finding__isnull=False) | Q(answer=""), name="checking_reply_answers_a_finding"
            ),
        ]


class SaidOfOwn(models.TextChoices):
    """What somebody does to their own words."""

    COMMENT = "comment", _("a comment")
    ADDED = "added", _("something to add")
    STRUCK = "struck", _("words struck out")


class OwnWordsNote(models.Model):
    """What somebody says of their own words in a text. That words were struck is kept here without them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    respondent = models.ForeignKey(Respondent, on_delete=models.PROTECT, related_name="of_own_words")
    source = models.ForeignKey("inquiry.Source", on_delete=models.PROTECT, related_name="+")
    turn = models.PositiveIntegerField(null=True, blank=True)
    said = models.CharField(max_length=7, choices=SaidOfOwn.choices)
    words = models.TextField(blank=True)
    said_at = models.DateTimeField(default=timezone.now)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["respondent", "submission"],
                condition=Q(submission__isnull=False),
                name="own_words_note_saved_once",
            ),
            models.CheckConstraint(condition=Q(said__in=SaidOfOwn.values), name="own_words_note_known"),
            models.CheckConstraint(
                condition=Q(said="struck", words="") | ~Q(said="struck") & ~Q(words=""),
                name="own_words_note_says_something",
            ),
        ]
