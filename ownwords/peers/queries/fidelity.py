"""Reading how true a team's peer support is to its principles: three views side by side, never one score (PS-20)."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from ownwords.peers.method import fidelity as method
from ownwords.peers.models import FidelityRating
from ownwords.people.access import NotFound, Opened
from ownwords.people.models import Placement, Team
from ownwords.people.queries.people import teams_of
from ownwords.people.roles import Permission, RoleName
from ownwords.people.viewer import Viewer

READERS = frozenset({RoleName.WORKER, RoleName.TEAM_LEAD, RoleName.PEER_WORKER})


def team_of(viewer: Viewer, team_id: UUID) -> Team:
    """Return a team in which the viewer works today. Raises NotFound for any other."""
    found = Team.objects.filter(pk=team_id).first() if team_id in viewer.teams else None
    if found is None or viewer.role not in READERS:
        raise NotFound
    return found


def views_of(viewer: Viewer, team_id: UUID) -> tuple[method.SideBySide, ...]:
    """Return the three views of each domain; a view of too few raters is not shown.

    The database gives a value without who gave it, each rater once, and none of a view of too few. Each view of each
    domain is counted once a month, and anew only where as many raters differ as it takes to show it.
    """
    team_of(viewer, team_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT rater, domain, value, raters FROM ownwords_team_fidelity(%s)", [team_id])
        rows = cursor.fetchall()
    asked = method.packaged()
    known = {one.key for one in asked.domains}
    ratings = (
        method.Rating(method.Rater(rater), domain, value)
        for rater, domain, value, raters in rows
        if domain in known
        for _one in range(raters)
    )
    return method.side_by_side(ratings, asked)


def team_for_person(opened: Opened) -> Team:
    """Return the team whose peer support the person speaks about: today's, or the last that supported them."""
    if not (opened.is_own and opened.may(Permission.RATE_PEER_SUPPORT)):
        raise NotFound
    now = teams_of(opened.person.id)
    if now:
        return now[0].team
    before = Placement.objects.filter(person_id=opened.person.id).select_related("team")
    last = before.order_by("-starts_on", "-id").first()
    if last is None:
        raise NotFound
    return last.team


def own_ratings(account_id: UUID, rater: str) -> list[FidelityRating]:
    """Return what somebody said before from this place, newest first, with its answers."""
    rows = FidelityRating.objects.filter(written_by_id=account_id, rater=rater)
    return list(rows.prefetch_related("answers").select_related("team").order_by("-made_on", "-created_at"))
