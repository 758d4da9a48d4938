"""What was said or written: sessions and documents, their text in versions, their speakers and turns."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


class SourceKind(models.TextChoices):
    """What a source is."""

    INTERVIEW = "interview", _("Interview")
    GROUP = "group", _("Focus group")
    DOCUMENT = "document", _("Document")
    NOTE = "note", _("Field note")
    ANSWERS = "answers", _("Open answers")


SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.GROUP, SourceKind.ANSWERS})
"""Kinds of texts in which every word is somebody's who takes part, or of the team who asks."""


@tracked()
class Source(InStudy):
    """One interview, focus group, document, field note or set of open answers.

    ``text_version`` is the version of its text that codings stand on; ``length`` is in code points.
    """

    kind = models.CharField(max_length=9, choices=SourceKind.choices)
    title = models.CharField(max_length=200)
    held_on = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    recorded_how = models.CharField(max_length=200, blank=True)
    guide = models.ForeignKey(
        "inquiry.StudyPaper", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    reference = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    text_version = models.PositiveIntegerField(default=1)
    length = models.PositiveIntegerField(default=0)
    file_name = models.CharField(max_length=255, blank=True)
    encoding = models.CharField(max_length=40, blank=True)
    speakers_checked_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["study", "position"], name="source_in_order")]
        constraints = [
            *once_in_study("source"),
            models.CheckConstraint(condition=Q(kind__in=SourceKind.values), name="source_kind_known"),
            models.CheckConstraint(condition=~Q(title=""), name="source_has_title"),
        ]


class SourceText(models.Model):
    """One version of a source's words, letter for letter. Apart from the source, so that lists never load it.

    Not kept in a second table of versions: words that are withdrawn or struck out must be gone.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="texts")
    number = models.PositiveIntegerField()
    words = models.TextField()
    pages = models.JSONField(default=list)
    why = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey(
        "people.Account",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="Nobody where the participant made it.",
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="source_text_number_once")]


@tracked()
class Speaker(models.Model):
    """Somebody who speaks in a source, as the text names them; a participant, one of the team, or nobody yet."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="speakers")
    label = models.CharField(max_length=120)
    participant = models.ForeignKey(
        "inquiry.Participant", on_delete=models.PROTECT, related_name="spoken", null=True, blank=True
    )
    asks = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "label"], name="speaker_once"),
            models.CheckConstraint(
                condition=Q(participant__isnull=True) | Q(asks=False), name="speaker_asks_or_takes_part"
            ),
        ]


class Turn(models.Model):
    """One turn of speech, or one paragraph: where it starts and ends in the text, and the words to search by."""

    id = models.BigAutoField(primary_key=True)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="turns")
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    said_from = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    at_ms = models.PositiveIntegerField(null=True, blank=True)
    speaker = models.ForeignKey(
        Speaker, on_delete=models.SET_NULL, related_name="turns", null=True, blank=True
    )
    search = SearchVectorField(null=True)

    class Meta:
        indexes = [GinIndex(fields=["search"], name="turn_search")]
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="turn_number_once"),
            models.CheckConstraint(
                condition=Q(start__lte=F("said_from"), said_from__lte=F("end")), name="turn_span"
            ),
        ]


class Present(InStudy):
    """Somebody who was there: who led the talk, or who was present besides the participants."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="present")
    name = models.CharField(max_length=120)
    led = models.BooleanField(default=False)
    what = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [*once_in_study("present")]
