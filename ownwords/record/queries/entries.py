"""Reading entries: the one rule of who sees which, for one person's record and across people."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from ownwords.people.access import NotFound, Opened, visible_people
from ownwords.people.models import Placement, Visibility
from ownwords.people.models.spans import current
from ownwords.people.roles import TEAM_SIGHT, RoleName
from ownwords.people.viewer import Viewer
from ownwords.record.models import Entry, Kind, Said, Share, Standing

DETAILS = ("goal", "strength", "preference", "conversation")


def _condition(viewer: Viewer) -> Q:
    """Which entries this viewer sees in the records that they reach."""
    if viewer.role is RoleName.PERSON:
        return Q()
    shared = Q(Exists(Share.objects.filter(entry_id=OuterRef("pk"), account_id=viewer.account_id)))
    if viewer.role in TEAM_SIGHT:
        return Q(visibility=Visibility.TEAM) | Q(visibility=Visibility.NAMED) & shared
    return ~Q(visibility=Visibility.ME) & shared


def entries_of(opened: Opened, *, removed: bool = False) -> QuerySet[Entry]:
    """Every entry of an opened person that the viewer sees, newest first; `removed` ones only when asked for."""
    rows = Entry.objects.filter(_condition(opened.viewer), person_id=opened.person.id)
    rows = rows if removed else rows.filter(removed_at__isnull=True)
    return rows.select_related(*DETAILS, "written_by", "rewording_by").order_by("-created_at", "-id")


def own_words_of(opened: Opened, kinds: Iterable[Kind]) -> list[Entry]:
    """Return what the viewer sees of the person's own words of these kinds, or words the person has kept as theirs.

    What the person does not want read aloud stays where it is.
    """
    theirs = (Standing.OWN, Standing.KEPT)
    rows = entries_of(opened).filter(kind__in=tuple(kinds), standing__in=theirs, not_read_aloud=False)
    return [one for one in rows if one.said_by == Said.PERSON or one.standing == Standing.KEPT]


def visible_entries(viewer: Viewer) -> QuerySet[Entry]:
    """Every entry that the viewer sees, of all people whom they reach. Who shows them calls `access.show_list`."""
    rows = Entry.objects.filter(_condition(viewer), removed_at__isnull=True)
    if viewer.role in TEAM_SIGHT:
        # The rule of access once more, asked of placements alone: through the table of people, each query would carry
        # that table's row-level policies many times over, and planning it would cost ten times what it takes to run.
        team = Placement.objects.filter(current(), person_id=OuterRef("person_id"), team_id__in=viewer.teams)
        return rows.filter(Exists(team))
    return rows.filter(person__in=visible_people(viewer))


def entries_with_removed(opened: Opened) -> QuerySet[Entry]:
    """Every entry that the viewer may open, out of view or not.

    What somebody took out of view stands on no page but theirs and the person's, its history included.
    """
    rows = entries_of(opened, removed=True)
    if opened.is_own:
        return rows
    return rows.filter(Q(removed_at__isnull=True) | Q(removed_by_id=opened.viewer.account_id))


def open_entry(opened: Opened, entry_id: UUID, *, removed: bool = False) -> Entry:
    """Return one entry of an opened person. Raises NotFound when it is missing, or hidden from this viewer."""
    rows = entries_with_removed(opened) if removed else entries_of(opened)
    entry = rows.filter(pk=entry_id).first()
    if entry is None:
        raise NotFound
    return entry


def shares_of(entries: Iterable[Entry]) -> dict[UUID, list[UUID]]:
    """Return entry id -> accounts it is shared with by name (one query)."""
    found: dict[UUID, list[UUID]] = {}
    ids = [entry.id for entry in entries]
    for entry_id, account_id in Share.objects.filter(entry_id__in=ids).values_list("entry_id", "account_id"):
        found.setdefault(entry_id, []).append(account_id)
    return found
