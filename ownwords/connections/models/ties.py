"""How a tie came about, and who did what: as the person sees it and as a worker sees it, never merged."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.connections.models.maps import MapItem
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


class Origin(models.TextChoices):
    """How a new or renewed tie came about (connecting R8). "Don't know" is an answer; left empty is none."""

    KNOWN = "known", _("we knew each other already")
    RENEWED = "renewed", _("we found each other again")
    FAMILY_OR_FRIEND = "family_or_friend", _("through family or a friend")
    WORK = "work", _("work or study")
    ONLINE = "online", _("online")
    STREET = "street", _("on the street, or in the neighbourhood")
    NIGHT_OUT = "night_out", _("a night out")
    ACTIVITY = "activity", _("an activity or a group")
    PEER = "peer", _("through a peer, or something user-led")
    FAITH = "faith", _("faith")
    WORKER = "worker", _("through a worker")
    OTHER = "other", _("in another way")
    DONT_KNOW = "dont_know", _("I don't know")
    RATHER_NOT = "rather_not", _("I would rather not say")


class Side(models.TextChoices):
    """Whose view it is."""

    PERSON = "person", _("the person")
    WORKER = "worker", _("a worker")


class Part(models.TextChoices):
    """The worker's part in a tie (connecting R9). The order is that of the list, nothing else."""

    NONE = "none", _("no part")
    PREPARED = "prepared", _("prepared the ground")
    ALONGSIDE = "alongside", _("went alongside")
    INTRODUCED = "introduced", _("made the introduction")
    NOT_SURE = "not_sure", _("not sure")


class Ground(models.TextChoices):
    """How the ground was prepared."""

    FOUND_OUT = "found_out", _("found out about it")
    ENCOURAGED = "encouraged", _("encouraged")
    MONEY = "money", _("helped with money")
    TRAVEL = "travel", _("helped with getting there")
    SPOKE = "spoke", _("spoke to the place beforehand")


class Who(models.TextChoices):
    """Whose idea it was, or who made the first contact."""

    PERSON = "person", _("the person")
    WORKER = "worker", _("the worker")
    BOTH = "both", _("both together")
    SOMEBODY_ELSE = "somebody_else", _("somebody else")
    NOT_SURE = "not_sure", _("not sure")


class Helper(models.TextChoices):
    """Who else helped."""

    PEER = "peer", _("a peer")
    FAMILY = "family", _("family or a friend")
    NOBODY = "nobody", _("nobody else")
    OTHER = "other", _("somebody else")


class Anyway(models.TextChoices):
    """Whether it would have happened anyway: may be added, never must."""

    NO = "no", _("no")
    LATER = "later", _("later")
    PERHAPS = "perhaps", _("perhaps")
    YES = "yes", _("yes")
    CANNOT_SAY = "cannot_say", _("can't say")


@tracked()
class Tie(Kept, Seen, Removable):
    """A new tie, or contact taken up again, with somebody or something on the map."""

    item = models.ForeignKey(MapItem, on_delete=models.PROTECT, related_name="ties")
    renewed = models.BooleanField(default=False)
    since = models.DateField(default=timezone.localdate)
    origin = models.CharField(max_length=16, choices=Origin.choices, blank=True)
    origin_words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "since"], name="tie_person_since")]
        constraints = [
            saved_once("tie_saved_once"),
            sight_known("tie_visibility_known"),
            removed_whole("tie_removed_whole"),
            models.CheckConstraint(condition=Q(origin__in=["", *Origin.values]), name="tie_origin_known"),
        ]
        triggers = [pgtrigger.Protect(name="ties_stay", operation=pgtrigger.Delete)]


@tracked()
class TieView(models.Model):
    """One view of who did what in a tie. Nobody's view overwrites another's."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tie = models.ForeignKey(Tie, on_delete=models.PROTECT, related_name="views")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=6, choices=Side.choices)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=10, choices=Part.choices, blank=True)
    ground = ArrayField(models.CharField(max_length=10, choices=Ground.choices), default=list, blank=True)
    idea = models.CharField(max_length=13, choices=Who.choices, blank=True)
    first_contact = models.CharField(max_length=13, choices=Who.choices, blank=True)
    helped_by = ArrayField(models.CharField(max_length=7, choices=Helper.choices), default=list, blank=True)
    anyway = models.CharField(max_length=10, choices=Anyway.choices, blank=True)
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tie"], condition=Q(side="person"), name="tie_view_one_of_the_person"
            ),
            models.UniqueConstraint(
                fields=["tie", "written_by"], condition=Q(side="worker"), name="tie_view_one_a_worker"
            ),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="tie_view_side_known"),
            models.CheckConstraint(condition=Q(part__in=["", *Part.values]), name="tie_view_part_known"),
            models.CheckConstraint(condition=Q(idea__in=["", *Who.values]), name="tie_view_idea_known"),
            models.CheckConstraint(
                condition=Q(first_contact__in=["", *Who.values]), name="tie_view_first_contact_known"
            ),
            models.CheckConstraint(
                condition=Q(anyway__in=["", *Anyway.values]), name="tie_view_anyway_known"
            ),
            models.CheckConstraint(
                condition=Q(ground=[]) | Q(part__in=["prepared", "alongside", "introduced"]),
                name="tie_view_ground_of_a_part",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="tie_views_stay", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="tie_view_stays_whose_it_is",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__side__df=pgtrigger.F("new__side"))
                | pgtrigger.Q(old__tie_id__df=pgtrigger.F("new__tie_id"))
                | pgtrigger.Q(old__person_id__df=pgtrigger.F("new__person_id"))
                | pgtrigger.Q(old__written_by_id__df=pgtrigger.F("new__written_by_id")),
                func="RAISE EXCEPTION 'A view stays with whoever wrote it: add another one.';",
            ),
        ]


@tracked()
class Readiness(Kept, Seen, Removable):
    """How ready somebody feels to meet people, on one day, in their own view. Never asked for by a worker's rating."""

    said_on = models.DateField(default=timezone.localdate)
    value = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="0 to 10; empty: rather not say."
    )
    words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "said_on"], name="readiness_person_day")]
        constraints = [
            saved_once("readiness_saved_once"),
            sight_known("readiness_visibility_known"),
            removed_whole("readiness_removed_whole"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__lte=10), name="readiness_0_to_10"
            ),
        ]
        triggers = [pgtrigger.Protect(name="readiness_stays", operation=pgtrigger.Delete)]


class ExplainedAnswer(models.TextChoices):
    """What the person says to "was connecting work explained to me?"."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")
    UNSURE = "unsure", _("I am not sure")


@tracked()
class Explained(Kept, Seen, Removable):
    """Whether this way of working was explained, answered by the person alone (connecting R14)."""

    said_on = models.DateField(default=timezone.localdate)
    answer = models.CharField(max_length=6, choices=ExplainedAnswer.choices)

    class Meta:
        constraints = [
            saved_once("explained_saved_once"),
            sight_known("explained_visibility_known"),
            removed_whole("explained_removed_whole"),
            models.CheckConstraint(condition=Q(answer__in=ExplainedAnswer.values), name="explained_known"),
        ]
        triggers = [pgtrigger.Protect(name="explained_stays", operation=pgtrigger.Delete)]
