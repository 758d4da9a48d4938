"""What a peer worker writes about somebody: notes agreed by both, and the one exception for safety."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from ownwords.ledger.history import tracked
from ownwords.people.models.parts import Kept, Removable, Seen, removed_whole, saved_once, sight_known


@tracked()
class SharedNote(Kept, Seen, Removable):
    """A note by two: the peer worker and the person. Until both agreed to the very same words it is in no record.

    `agreed_by_*_version` is the version of the words that each agreed to; the note counts while both equal `wording`.
    """

    peer = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    wording = models.PositiveIntegerField(default=1, help_text="Counts up with every change of the words.")
    peer_agreed_to = models.PositiveIntegerField(null=True, blank=True)
    person_agreed_to = models.PositiveIntegerField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            saved_once("shared_note_saved_once"),
            sight_known("shared_note_visibility_known"),
            removed_whole("shared_note_removed_whole"),
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True)
                | Q(
                    # Said twice, for "unknown = wording" would let a row pass that nobody agreed to.
                    peer_agreed_to__isnull=False,
                    person_agreed_to__isnull=False,
                    peer_agreed_to=F("wording"),
                    person_agreed_to=F("wording"),
                ),
                name="shared_note_agreed_by_both",
            ),
        ]
        triggers = [pgtrigger.Protect(name="shared_notes_stay", operation=pgtrigger.Delete)]
