"""Reading a peer worker's own space: by its writer alone, in that role (PS-08)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from ownwords.peers.models import OwnNote
from ownwords.people.access import NotFound
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer


def own_notes(viewer: Viewer) -> QuerySet[OwnNote]:
    """Everything in the viewer's own space, newest first."""
    if not viewer.may(Permission.OWN_SPACE):
        raise NotFound
    return OwnNote.objects.filter(account_id=viewer.account_id).order_by("-changed_at", "-id")


def open_own_note(viewer: Viewer, note_id: UUID) -> OwnNote:
    """Return one of the viewer's own notes. Raises NotFound for anybody else's."""
    found = own_notes(viewer).filter(pk=note_id).first()
    if found is None:
        raise NotFound
    return found
