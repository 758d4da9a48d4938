"""Personal lines: what somebody chose to follow, in their own words, for as long as they want.

A line keeps its id for ever; its wordings are dated versions; each rating points to the wording that was seen.
"""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.measures.models.parts import GivenAs, Way, number_only_when_answered
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


class HowOften(models.TextChoices):
    """How often somebody means to look at a line. A wish, not a duty: nothing counts what was left out."""

    WHEN_I_LIKE = "when_i_like", _("whenever I like")
    DAILY = "daily", _("about once a day")
    WEEKLY = "weekly", _("about once a week")
    MONTHLY = "monthly", _("about once a month")
    QUARTERLY = "quarterly", _("every three months")
    HALF_YEARLY = "half_yearly", _("every six months")
    YEARLY = "yearly", _("once a year")


class Closing(models.TextChoices):
    """Why a line was closed: an outcome in itself."""

    REACHED = "reached", _("I got there")
    NO_LONGER = "no_longer", _("it no longer matters to me")
    CHANGED = "changed", _("it became something different")
    RESTING = "resting", _("I want to leave it for now")
    OTHER = "other", _("another reason")


class Direction(models.TextChoices):
    """Which way is better for the person."""

    UP = "up", _("higher is better for me")
    DOWN = "down", _("lower is better for me")


@tracked()
class Line(Kept, Seen, Removable):
    """Something a person follows. Its words stand in its wordings; its scale never changes."""

    direction = models.CharField(max_length=4, choices=Direction.choices)
    low = models.DecimalField(max_digits=7, decimal_places=2, default=0)
    high = models.DecimalField(max_digits=7, decimal_places=2, default=10)
    unit = models.CharField(max_length=40, blank=True, help_text="In the person's words: hours, days a week.")
    how_often = models.CharField(max_length=12, choices=HowOften.choices, default=HowOften.WHEN_I_LIKE)
    template = models.CharField(max_length=40, blank=True, help_text="The template it was made from, if any.")
    slot = models.CharField(max_length=40, blank=True, help_text="Its place in that template.")
    set_id = models.UUIDField(
        null=True, blank=True, help_text="Lines that were made together from a template."
    )
    weight = models.PositiveSmallIntegerField(default=1)
    started_on = models.DateField(default=timezone.localdate)
    baseline_until = models.DateField(
        null=True, blank=True, help_text="The usual range is taken from the ratings up to this day."
    )
    closed_on = models.DateField(null=True, blank=True)
    closed_as = models.CharField(max_length=12, choices=Closing.choices, blank=True)
    closed_words = models.TextField(blank=True)
    followed_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="came_from", null=True, blank=True
    )

    class Meta:
        indexes = [models.Index(fields=["person", "started_on"], name="line_person_started")]
        constraints = [
            saved_once("line_saved_once_a_submission"),
            sight_known("line_visibility_known"),
            removed_whole("line_removed_by_whom_when_and_why"),
            models.CheckConstraint(condition=Q(direction__in=["up", "down"]), name="line_direction_known"),
            models.CheckConstraint(condition=Q(low__lt=F("high")), name="line_scale_has_two_ends"),
            models.CheckConstraint(condition=Q(weight__gte=1), name="line_weight_at_least_one"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_as="")
                | Q(closed_on__isnull=False, closed_as__in=Closing.values),
                name="line_closed_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(followed_by__isnull=True) | Q(closed_as="changed"),
                name="line_followed_when_changed",
            ),
            models.CheckConstraint(
                condition=Q(template="", slot="") | ~Q(template="") & ~Q(slot=""),
                name="line_template_and_slot",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="lines_stay", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="scale_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__low__df=pgtrigger.F("new__low"))
                | pgtrigger.Q(old__high__df=pgtrigger.F("new__high"))
                | pgtrigger.Q(old__direction__df=pgtrigger.F("new__direction"))
                | pgtrigger.Q(old__person_id__df=pgtrigger.F("new__person_id")),
                func="RAISE EXCEPTION 'The scale of a line, and whose it is, never change: open a new line.';",
            ),
        ]


@tracked()
class Wording(models.Model):
    """How a line was worded from some day on: the words and what the ends of the scale mean."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="wordings")
    number = models.PositiveSmallIntegerField(help_text="1 for the first wording of a line.")
    words = models.TextField()
    low_words = models.CharField(max_length=200, blank=True)
    high_words = models.CharField(max_length=200, blank=True)
    level_words = models.JSONField(
        default=dict, blank=True, help_text="Number as text -> words (GAS levels)."
    )
    since = models.DateTimeField(default=timezone.now)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "number"], name="wording_number_once_a_line"),
            models.CheckConstraint(condition=Q(number__gte=1), name="wording_numbers_from_one"),
        ]
        triggers = [
            pgtrigger.Protect(name="wordings_stay", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="wording_stays_with_its_line",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__line_id__df=pgtrigger.F("new__line_id"))
                | pgtrigger.Q(old__number__df=pgtrigger.F("new__number"))
                | pgtrigger.Q(old__since__df=pgtrigger.F("new__since")),
                func="RAISE EXCEPTION 'A wording stays with its line: add another one.';",
            ),
        ]


@tracked()
class Rating(Kept, Removable):
    """What somebody answered on a line on one day, with the wording they saw."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="ratings")
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="ratings")
    rated_on = models.DateField(default=timezone.localdate)
    given = models.CharField(max_length=16, choices=GivenAs.choices, default=GivenAs.ANSWERED)
    value = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    note = models.TextField(blank=True, help_text="What the person said beside the number.")
    way = models.CharField(max_length=12, choices=Way.choices, default=Way.SELF)
    transcribed_by = models.ForeignKey(
        "people.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        indexes = [models.Index(fields=["line", "rated_on", "created_at"], name="rating_line_day")]
        constraints = [
            saved_once("rating_saved_once_a_submission"),
            removed_whole("rating_removed_by_whom_when_and_why"),
            number_only_when_answered("rating_number_only_when_answered"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="rating_way_known"),
            models.CheckConstraint(
                condition=Q(way="paper", transcribed_by__isnull=False)
                | ~Q(way="paper") & Q(transcribed_by__isnull=True),
                name="rating_on_paper_says_who_typed_it",
            ),
            models.CheckConstraint(
                condition=Q(written_by__isnull=False) | Q(way__in=["link", "imported"]),
                name="rating_without_account_came_by_link",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="ratings_stay", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="rating_fits_its_line",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("fits", "boolean")],
                func=(
                    "SELECT NEW.person_id = l.person_id AND w.line_id = l.id"
                    " AND (NEW.value IS NULL OR NEW.value BETWEEN l.low AND l.high) INTO fits"
                    " FROM measures_line l JOIN measures_wording w ON w.id = NEW.wording_id WHERE l.id = NEW.line_id;"
                    " IF fits IS NOT TRUE THEN"
                    " RAISE EXCEPTION 'A rating lies on the scale of its line and points to one of its wordings.';"
                    " END IF; RETURN NEW;"
                ),
            ),
        ]


@tracked(pghistory.InsertEvent(), pghistory.DeleteEvent())
class MeasureShare(models.Model):
    """One named account may see one line, event or filled form of this person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    thing_id = models.UUIDField()
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    made_by_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thing_id", "account"], name="measure_share_once")]
