"""A peer worker's own space: adding, changing, deleting for good. No act is kept of it, and no history (PS-08)."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.peers.models import OwnKind, OwnNote
from ownwords.peers.queries.own_space import open_own_note, own_notes
from ownwords.people import rules
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.viewer import Viewer


def add_own_note(
    *, viewer: Viewer, kind: str, words: str, for_supervision: bool = False, submission: UUID | None = None
) -> OwnNote:
    """Keep something for oneself; the same form sent twice keeps one."""
    rows = own_notes(viewer)
    words = rules.own_words(words)
    kind = rules.one_of(kind, OwnKind.values, field="kind")
    try:
        with transaction.atomic():
            return OwnNote.objects.create(
                account_id=viewer.account_id,
                kind=kind,
                words=words,
                for_supervision=for_supervision,
                submission=submission,
            )
    except IntegrityError:
        before = rows.filter(submission=submission).first()
        if (
            submission is None
            or before is None
            or (before.words, before.kind, before.for_supervision) != (words, kind, for_supervision)
        ):
            raise Refused({"": _("This form has been sent before. Open it again to add more.")}) from None
        return before


@transaction.atomic
def change_own_note(
    *, viewer: Viewer, note_id: UUID, version: int, kind: str, words: str, for_supervision: bool
) -> OwnNote:
    """Write it anew. What stood there before is kept nowhere.

    Raises:
        StaleEdit: it was changed in another window since; nothing was changed.
    """
    open_own_note(viewer, note_id)
    note = OwnNote.objects.select_for_update().get(pk=note_id)
    if note.version != version:
        raise StaleEdit(note)
    note.words = rules.own_words(words)
    note.kind = rules.one_of(kind, OwnKind.values, field="kind")
    note.for_supervision = for_supervision
    note.version, note.changed_at = note.version + 1, timezone.now()
    note.save()
    return note


def delete_own_note(*, viewer: Viewer, note_id: UUID) -> None:
    """Delete it for good."""
    open_own_note(viewer, note_id).delete()
