"""Reading entries: the one rule of who sees which, for one person's record and across people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from ownwords.people.access import NotFound, Opened, visible_people
from ownwords.people.models import Placement, Relationship, Visibility
from ownwords.people.models.spans import current
from ownwords.people.roles import TEAM_SIGHT, RoleName
from ownwords.people.viewer import Viewer
from ownwords.record.models import Entry, Share

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


def visible_entries(viewer: Viewer) -> QuerySet[Entry]:
    """Every entry that the viewer sees, of all people whom they reach. Who shows them calls `access.show_list`."""
    rows = Entry.objects.filter(_condition(viewer), removed_at__isnull=True)
    if viewer.role in TEAM_SIGHT:
        # The rule of access once more, asked of placements alone: through the table of people, each query would carry
        # that table's row-level policies many times over, and planning it would cost ten times what it takes to run.
        team = Placement.objects.filter(current(), person_id=OuterRef("person_id"), team_id__in=viewer.teams)
        return rows.filter(Exists(team))
    return rows.filter(person__in=visible_people(viewer))


def open_entry(opened: Opened, entry_id: UUID, *, removed: bool = False) -> Entry:
    """Return one entry of an opened person. Raises NotFound when it is missing, or hidden from this viewer.

    What somebody took out of view stands on no page but theirs and the person's, its history included.
    """
    rows = entries_of(opened, removed=removed)
    if removed and not opened.is_own:
        rows = rows.filter(Q(removed_at__isnull=True) | Q(removed_by_id=opened.viewer.account_id))
    entry = rows.filter(pk=entry_id).first()
    if entry is None:
        raise NotFound
    return entry


@dataclass(frozen=True, slots=True)
class Circle:
    """Everybody who stands around a person today, for the line "who can see this"."""

    called: str
    teams: tuple[str, ...]
    team_members: tuple[tuple[UUID, str], ...]
    beside: tuple[tuple[UUID, str, str], ...]

    def name_of(self, account_id: UUID) -> str | None:
        """Return the name of somebody in the circle; None for one who no longer stands around the person."""
        for who, name, label in self.beside:
            if who == account_id:
                return f"{name} ({label})" if label else name
        return next((name for who, name in self.team_members if who == account_id), None)


# Asked on every page of a record; written out because building it anew cost more than running it.
_CIRCLE = """
SELECT '', m.account_id, a.name, t.name
  FROM people_membership m JOIN people_account a ON a.id = m.account_id JOIN people_team t ON t.id = m.team_id
  WHERE m.role IN ('worker', 'team_lead')
    AND m.starts_on <= %(day)s AND (m.ends_on IS NULL OR m.ends_on > %(day)s)
    AND m.team_id IN (
      SELECT p.team_id FROM people_placement p
      WHERE p.person_id = %(person)s AND p.starts_on <= %(day)s AND (p.ends_on IS NULL OR p.ends_on > %(day)s))
UNION ALL
SELECT r.kind, r.account_id, a.name, r.label
  FROM people_relationship r JOIN people_account a ON a.id = r.account_id
  WHERE r.person_id = %(person)s AND r.starts_on <= %(day)s AND (r.ends_on IS NULL OR r.ends_on > %(day)s)
"""


def circle_of(opened: Opened) -> Circle:
    """Return who stands around an opened person today (one query)."""
    with connection.cursor() as cursor:
        cursor.execute(_CIRCLE, {"person": opened.person.id, "day": timezone.localdate()})
        rows = sorted(cursor.fetchall(), key=lambda row: row[2])
    members = sorted((row for row in rows if not row[0]), key=lambda row: row[3])
    return Circle(
        called=opened.person.called,
        teams=tuple(dict.fromkeys(team for _kind, _id, _name, team in members)),
        team_members=tuple(dict.fromkeys((who, name) for _kind, who, name, _team in members)),
        beside=tuple((who, name, label or _kind_label(kind)) for kind, who, name, label in rows if kind),
    )


def _kind_label(kind: str) -> str:
    return str(Relationship.Kind(kind).label).lower() if kind != Relationship.Kind.NAMED_WORKER else ""


def shares_of(entries: Iterable[Entry]) -> dict[UUID, list[UUID]]:
    """Return entry id -> accounts it is shared with by name (one query)."""
    found: dict[UUID, list[UUID]] = {}
    ids = [entry.id for entry in entries]
    for entry_id, account_id in Share.objects.filter(entry_id__in=ids).values_list("entry_id", "account_id"):
        found.setdefault(entry_id, []).append(account_id)
    return found
