"""Who took part: known here by a pseudonym. The key to it lies apart, with its own permission."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models.parts import InStudy, once_in_study
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id


@tracked()
class Participant(InStudy):
    """Somebody who took part, by a pseudonym that nothing else in the study replaces."""

    pseudonym = models.CharField(max_length=60)
    sampling_group = models.ForeignKey(
        "inquiry.SamplingGroup", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    withdrew_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            *once_in_study("participant"),
            models.UniqueConstraint(
                "study", models.functions.Lower("pseudonym"), name="participant_pseudonym_once"
            ),
            models.CheckConstraint(condition=~Q(pseudonym=""), name="participant_has_pseudonym"),
        ]


class AttributeKind(models.TextChoices):
    """What the values of an attribute are."""

    WORDS = "words", _("words")
    NUMBER = "number", _("a number")
    DAY = "day", _("a date")
    YES_NO = "yes_no", _("yes or no")


@tracked()
class Attribute(InStudy):
    """Something that participants or documents are described by, such as profession or years in the team."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=6, choices=AttributeKind.choices, default=AttributeKind.WORDS)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            *once_in_study("attribute"),
            models.UniqueConstraint("study", models.functions.Lower("name"), name="attribute_name_once"),
        ]


@tracked()
class AttributeValue(models.Model):
    """One value, of a participant or of a source. No row means not stated, which is not the same as nothing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    study = models.ForeignKey("inquiry.Study", on_delete=models.PROTECT, related_name="+")
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="values")
    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="values", null=True, blank=True
    )
    source = models.ForeignKey(
        "inquiry.Source", on_delete=models.CASCADE, related_name="values", null=True, blank=True
    )
    value = models.CharField(max_length=500)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["attribute", "participant", "source"],
                nulls_distinct=False,
                name="attribute_value_once",
            ),
            models.CheckConstraint(
                condition=Q(participant__isnull=True) ^ Q(source__isnull=True), name="attribute_value_of_one"
            ),
            models.CheckConstraint(condition=~Q(value=""), name="attribute_value_says_something"),
        ]
