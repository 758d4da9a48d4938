"""Who stands around a person today: the teams that support them, and those beside them by name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils import timezone

from ownwords.people.access import Opened
from ownwords.people.models import Relationship


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
