"""Figures of a team's peer support. The database asks itself whether the viewer works there, and names nobody.

Each page is one statement. It is counted once, kept, and counted anew in a later month only where at least five people
differ: these are the reads that keep something, the count itself. NumPy is loaded only by whoever asks for returns.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection
from django.utils import timezone

from ownwords.peers.method.periods import Period, periods
from ownwords.peers.method.team_meetings import TeamMeetings, team_meetings
from ownwords.people.access import NotFound
from ownwords.people.models import Team
from ownwords.people.queries.caseload import teams_of_viewer
from ownwords.people.viewer import Viewer

if TYPE_CHECKING:
    from ownwords.peers.method.team_returns import TeamReturns


def team_of(viewer: Viewer, team_id: UUID) -> Team:
    """Return a team in which the viewer works in this role today. Raises NotFound."""
    for team in teams_of_viewer(viewer):
        if team.id == team_id:
            return team
    raise NotFound


def periods_now() -> tuple[Period, ...]:
    """Return the periods that figures can be asked for today, the latest first."""
    return periods(timezone.localdate())


def returns_of(team: Team, period: Period) -> tuple[date, TeamReturns]:
    """Return (day of the count, who came back). Raises NotFound for whoever may not see it, and while it lasts."""
    from ownwords.peers.method.team_returns import Rows, team_returns

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ownwords_peer_returns(%s, %s)", [team.id, period.key])
        row = cursor.fetchone()
    if row is None:
        raise NotFound
    day, gap, contacts, ends, approaches = row
    return day, team_returns(Rows(gap, bytes(contacts), bytes(ends), bytes(approaches)), period.first)


def meetings_of(team: Team, period: Period) -> tuple[date, TeamMeetings]:
    """Return (day of the count, appointments, introductions and first meetings). Raises NotFound as ``returns_of``."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ownwords_peer_meetings(%s, %s)", [team.id, period.key])
        row = cursor.fetchone()
    if row is None:
        raise NotFound
    return row[0], team_meetings(json.loads(row[1]) if isinstance(row[1], str) else row[1])
