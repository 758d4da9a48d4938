"""An entry: something that was said, kept letter for letter, with who said it and who may see it."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models import Visibility


class Kind(models.TextChoices):
    """What an entry is about. The values are used in addresses and exports: never rename one."""

    MEANING = "meaning", _("What recovery means to me")
    MATTERS = "matters", _("What matters to me")
    PEOPLE = "people", _("People and roles")
    IDENTITY = "identity", _("Who I am")
    STORY = "story", _("Life story")
    HELPED = "helped", _("What has helped before")
    WORSE = "worse", _("What has made things worse")
    PREFERENCE = "preference", _("How I want to be supported")
    BOUNDARY = "boundary", _("Boundaries and privacy")
    CRISIS = "crisis", _("In a crisis")
    UNDERSTANDING = "understanding", _("The worker's understanding")
    STRENGTH = "strength", _("Strength")
    GOAL = "goal", _("Goal")
    CONVERSATION = "conversation", _("Conversation")
    NOTE = "note", _("Something I want kept")


class Said(models.TextChoices):
    """Whose words they are (not who typed them)."""

    PERSON = "person", _("the person")
    WORKER = "worker", _("a worker")
    FAMILY = "family", _("family or a friend")
    PEER = "peer", _("a peer")


class Standing(models.TextChoices):
    """What the person makes of words that somebody else offered."""

    OWN = "own", _("the person's own")
    OFFERED = "offered", _("offered, not yet answered")
    KEPT = "kept", _("kept by the person")
    NOT_QUITE = "not_quite", _("not quite, says the person")
    DECLINED = "declined", _("declined by the person")


@tracked()
class Entry(models.Model):
    """Something said. `original_words` never change; `words` are the present wording of whoever said it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    words = models.TextField()
    original_words = models.TextField(editable=False)
    said_by = models.CharField(max_length=10, choices=Said.choices, default=Said.PERSON)
    said_by_name = models.CharField(max_length=200, blank=True)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    about = models.CharField(
        max_length=200, blank=True, help_text="Name, prompt or subject that the words belong to."
    )
    rewording = models.TextField(blank=True, help_text="A professional's wording, beside the person's own.")
    rewording_by = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    visibility = models.CharField(max_length=10, choices=Visibility.choices)
    tags = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    tag_words = models.CharField(max_length=200, blank=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.OWN)
    answer_words = models.TextField(blank=True, help_text="What the person said when answering.")
    happened_on = models.DateField(null=True, blank=True)
    happened_words = models.CharField(max_length=100, blank=True, help_text="When it was, in own words.")
    approach = models.CharField(max_length=20, blank=True)
    not_read_aloud = models.BooleanField(default=False)
    position = models.PositiveIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField()
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by_id = models.UUIDField(null=True, blank=True)
    removed_reason = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["person", "kind", "-created_at"], name="entry_person_kind"),
            models.Index(fields=["person", "-created_at"], name="entry_person_created"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["written_by", "submission"],
                condition=Q(submission__isnull=False),
                name="entry_saved_once_a_submission",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by_id__isnull=True, removed_reason="")
                | Q(removed_at__isnull=False, removed_by_id__isnull=False) & ~Q(removed_reason=""),
                name="entry_removed_by_whom_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(rewording="", rewording_by__isnull=True)
                | ~Q(rewording="") & Q(rewording_by__isnull=False),
                name="entry_rewording_has_its_author",
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="entry_kind_known"),
            models.CheckConstraint(
                condition=Q(visibility__in=["me", "named", "team"]), name="entry_visibility_known"
            ),
            models.CheckConstraint(condition=Q(said_by__in=Said.values), name="entry_said_by_known"),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="entry_standing_known"),
            models.CheckConstraint(
                condition=~Q(words="") | Q(erased_at__isnull=False), name="entry_has_words"
            ),
        ]
        triggers = [
            # Erasure, with two people's consent, is the one thing that may blank the original.
            pgtrigger.Trigger(
                name="original_words_stay",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__erased_at__isnull=True)
                & (
                    pgtrigger.Q(old__original_words__df=pgtrigger.F("new__original_words"))
                    | pgtrigger.Q(old__person_id__df=pgtrigger.F("new__person_id"))
                    | pgtrigger.Q(old__kind__df=pgtrigger.F("new__kind"))
                    | pgtrigger.Q(old__written_by_id__df=pgtrigger.F("new__written_by_id"))
                    | pgtrigger.Q(old__created_at__df=pgtrigger.F("new__created_at"))
                ),
                func="RAISE EXCEPTION 'The first words of an entry, and whose it is, never change.';",
            ),
            pgtrigger.Protect(name="entries_stay", operation=pgtrigger.Delete),
        ]


@tracked(pghistory.InsertEvent(), pghistory.DeleteEvent())
class Share(models.Model):
    """One named account may see one entry, as long as it still stands to the person as it did."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="shares")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="shares")
    made_at = models.DateTimeField(default=timezone.now)
    made_by_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "account"], name="share_once")]


@tracked()
class OtherView(models.Model):
    """Another voice beside an entry. Neither voice overwrites the other; only its author can take it back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="other_views")
    said_by = models.CharField(max_length=10, choices=Said.choices)
    author = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["author", "submission"],
                condition=Q(submission__isnull=False),
                name="view_saved_once_a_submission",
            ),
        ]
        triggers = [pgtrigger.Protect(name="views_stay", operation=pgtrigger.Delete)]
