"""Reading who is who: possible doubles, who stands beside a person, which teams support them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from ownwords.people.access import visible_people
from ownwords.people.method.folding import fold
from ownwords.people.models import Account, Invitation, Membership, Person, Placement, Relationship, Team
from ownwords.people.models.spans import current
from ownwords.people.viewer import Viewer

MOST_DOUBLES = 20


@dataclass(frozen=True, slots=True)
class KnownBefore:
    """Somebody whom no team supports today, but one did before."""

    person_id: UUID
    called: str


def possible_doubles(viewer: Viewer, *, names: Iterable[str], born: date | None) -> list[Person]:
    """Return people whom the viewer may see, born on that day, with one of these names; none without a day."""
    wanted = {fold(name) for name in names} - {""}
    if born is None or not wanted:
        return []
    same_day = visible_people(viewer).filter(date_of_birth=born).order_by("sort_key", "id")[:500]
    found = [one for one in same_day if wanted & {fold(one.called), fold(one.full_name)}]
    return found[:MOST_DOUBLES]


def known_before(
    team_id: UUID, *, nhs_number: str | None = None, names: Iterable[str] = (), born: date | None = None
) -> KnownBefore | None:
    """Return the one person of the team's organisation whom nobody supports today and who fits.

    They fit by NHS number, or else by date of birth and name. Row-level security hides them from everybody but
    themselves, so the database answers through a function that says no more than this
    (`people/migrations/0003_known_before.py`), and only to staff of the team.
    """
    wanted = sorted({fold(name) for name in names} - {""})
    if not nhs_number and not (born and wanted):
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, called, full_name FROM ownwords_known_before(%s, %s, %s)",
            [team_id, nhs_number, None if nhs_number else born],
        )
        rows = cursor.fetchall()
    found = [row for row in rows if nhs_number or {fold(row[1]), fold(row[2])} & set(wanted)]
    return KnownBefore(found[0][0], found[0][1]) if len(found) == 1 else None


def standing_beside(person_id: UUID) -> list[Relationship]:
    """Return everybody who stands beside a person today: named workers, peer workers, supporters, by name."""
    rows = Relationship.objects.filter(current(), person_id=person_id).select_related("account")
    order = list(Relationship.Kind.values)
    return sorted(rows, key=lambda row: (order.index(row.kind), fold(row.account.name)))


def teams_of(person_id: UUID) -> list[Placement]:
    """Return the teams that support a person today, by name."""
    rows = Placement.objects.filter(current(), person_id=person_id).select_related("team")
    return sorted(rows, key=lambda row: fold(row.team.name))


def teams_before(person_id: UUID) -> list[Team]:
    """Return the teams that supported a person before and do not today, by name."""
    now = Placement.objects.filter(current(), person_id=person_id).values("team_id")
    return list(
        Team.objects.filter(placements__person_id=person_id).exclude(pk__in=now).distinct().order_by("name")
    )


def other_teams(person: Person) -> QuerySet[Team]:
    """Return the teams of the person's organisation that do not support them today."""
    now = Placement.objects.filter(current(), person=person).values("team_id")
    return Team.objects.filter(organisation_id=person.organisation_id).exclude(pk__in=now).order_by("name")


def staff_of(team_ids: Iterable[UUID], roles: Sequence[str]) -> list[Membership]:
    """Return who works in these teams today in one of these roles, by name."""
    rows = Membership.objects.filter(
        current(), team_id__in=list(team_ids), role__in=roles, account__is_active=True
    ).select_related("account", "team")
    return sorted(rows, key=lambda row: (fold(row.account.name), row.team.name))


def open_invitations(person_id: UUID) -> QuerySet[Invitation]:
    """Return the invitations of supporters that are neither used, withdrawn nor expired, newest first."""
    return Invitation.objects.filter(
        person_id=person_id,
        whom=Invitation.For.SUPPORTER,
        used_at__isnull=True,
        withdrawn_at__isnull=True,
        expires_at__gt=timezone.now(),
    ).order_by("-made_at")


def names_of(account_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return the names of accounts by their ids, in one query."""
    wanted = {one for one in account_ids if one}
    return dict(Account.objects.filter(pk__in=wanted).values_list("id", "name")) if wanted else {}
