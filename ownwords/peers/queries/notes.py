"""Reading notes by two: those between the two, those in the record, and the trace of what was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import F, Q, QuerySet

from ownwords.peers.models import Recording, SharedNote
from ownwords.people.access import Opened
from ownwords.people.models import Account, Relationship
from ownwords.people.models.spans import current
from ownwords.people.queries.seen import condition, one_of_them
from ownwords.people.roles import RoleName


@dataclass(frozen=True, slots=True)
class Trace:
    """That a note by two was there and was taken back: the days, and not a word of it."""

    agreed_at: datetime
    taken_back_at: datetime


def recording_rule(opened: Opened) -> Recording:
    """Return what peer workers may write down about this person today; the strictest where nobody has decided."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ownwords_recording_rule(%s)", [opened.person.id])
        found = cursor.fetchone()[0]
    return Recording(found) if found else Recording.NO_NOTES


def is_of_the_two(opened: Opened) -> bool:
    """Whether the viewer can be one of the two: the person, or a peer worker beside them."""
    return opened.is_own or opened.viewer.role is RoleName.PEER_WORKER


def between(opened: Opened) -> Q:
    """Which notes are between this viewer and the other: all of the person's for them, a peer worker's own."""
    if opened.is_own:
        return Q(person_id=opened.person.id)
    if opened.viewer.role is RoleName.PEER_WORKER:
        return Q(peer_id=opened.viewer.account_id)
    return Q(pk__in=[])


def notes_of(opened: Opened) -> QuerySet[SharedNote]:
    """Every note that the viewer sees, newest first: as one of the two, or because it is in the record for them."""
    in_record = Q(agreed_at__isnull=False, taken_back_at__isnull=True) & condition(opened.viewer)
    rows = SharedNote.objects.filter(between(opened) | in_record, person_id=opened.person.id)
    return (
        rows.filter(removed_at__isnull=True)
        .select_related("peer", "written_by")
        .order_by("-created_at", "-id")
    )


def notes_waiting(opened: Opened) -> int:
    """Return how many proposed notes wait for the viewer to agree, or to change the words."""
    if not is_of_the_two(opened):
        return 0
    mine = Q(person_agreed_to=F("wording")) if opened.is_own else Q(peer_agreed_to=F("wording"))
    rows = SharedNote.objects.filter(between(opened), ~mine, person_id=opened.person.id)
    return rows.filter(agreed_at__isnull=True, removed_at__isnull=True).count()


def open_note(opened: Opened, note_id: UUID) -> SharedNote:
    """Return one note. Raises NotFound when it is missing, or hidden from this viewer."""
    return one_of_them(notes_of(opened), note_id)


def taken_back(opened: Opened) -> list[Trace]:
    """Return that notes were taken back, and when, of those that the viewer would see."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT agreed_at, taken_back_at FROM ownwords_notes_taken_back(%s)", [opened.person.id]
        )
        return [Trace(*row) for row in cursor.fetchall()]


def peers_beside(opened: Opened) -> list[Account]:
    """Return the peer workers who stand beside the person today, by name."""
    rows = Relationship.objects.filter(
        current(), person_id=opened.person.id, kind=Relationship.Kind.PEER_WORKER
    ).select_related("account")
    return sorted((row.account for row in rows), key=lambda who: (who.name.casefold(), str(who.id)))
