"""Who draws with somebody, and what others suggest."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ownwords.connections.models.map_words import What
from ownwords.connections.models.maps import MapItem
from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known
from ownwords.people.models.spans import Span


@tracked()
class MapHelper(Span):
    """Somebody whom the person has asked to draw the map with them, or for them, until they say otherwise.

    A person without an account asks in conversation; who wrote that down, and in which words, is kept.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    in_conversation = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    made_by_id = models.UUIDField()

    class Meta(Span.Meta):
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "account"], condition=Q(ends_on__isnull=True), name="map_helper_open_once"
            ),
            models.CheckConstraint(
                condition=Q(in_conversation=False) | ~Q(words=""), name="map_helper_asked_in_which_words"
            ),
        ]


class SuggestionAnswer(models.TextChoices):
    """What the person says to a suggestion."""

    ACCEPTED = "accepted", _("yes, put it on my map")
    NOT_NOW = "not_now", _("not now")
    NO = "no", _("no")


@tracked()
class MapSuggestion(Kept, Seen, Removable):
    """Something that somebody else thinks could stand on the map. Nothing changes until the person says yes."""

    words = models.CharField(max_length=120)
    what = models.CharField(max_length=10, choices=What.choices, blank=True)
    why = models.TextField(blank=True)
    service_id = models.UUIDField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=SuggestionAnswer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    item = models.ForeignKey(MapItem, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        constraints = [
            saved_once("map_suggestion_saved_once"),
            sight_known("map_suggestion_visibility_known"),
            removed_whole("map_suggestion_removed_whole"),
            models.CheckConstraint(
                condition=Q(what__in=["", *What.values]), name="map_suggestion_what_known"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | Q(answer__in=SuggestionAnswer.values, answered_at__isnull=False),
                name="map_suggestion_answered_when",
            ),
            models.CheckConstraint(
                condition=Q(item__isnull=True) | Q(answer="accepted"),
                name="map_suggestion_item_when_accepted",
            ),
        ]
        triggers = [pgtrigger.Protect(name="map_suggestions_stay", operation=pgtrigger.Delete)]
