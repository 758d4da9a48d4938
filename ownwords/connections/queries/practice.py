"""Reading how a team sees its own connecting work. Values are listed; nothing is added up or ordered by them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from ownwords.connections.models import PracticeCheck, PracticeRating
from ownwords.people.access import NotFound
from ownwords.people.models import Team
from ownwords.people.viewer import Viewer

MOST = 500


def ratings_by_area(team: Team) -> Mapping[str, list[PracticeRating]]:
    """Return area -> what was said of it with an example, newest day first (one query). Drafts are left out."""
    rows = (
        PracticeRating.objects.filter(check_made__team=team, value__isnull=False)
        .exclude(example="")
        .select_related("check_made")
        .order_by("-check_made__made_on", "-check_made__created_at", "id")[:MOST]
    )
    found: dict[str, list[PracticeRating]] = {}
    for row in rows:
        found.setdefault(row.area, []).append(row)
    return found


def own_checks(viewer: Viewer, team: Team) -> list[PracticeCheck]:
    """Return the viewer's own checks with their ratings, newest first: to go on with, or to put right."""
    rows = PracticeCheck.objects.filter(team=team, written_by_id=viewer.account_id)
    return list(rows.prefetch_related("ratings").order_by("-made_on", "-created_at")[:MOST])


def own_check(viewer: Viewer, team: Team, check_id: UUID) -> PracticeCheck:
    """Return a check that the viewer wrote. Raises NotFound."""
    rows = PracticeCheck.objects.filter(pk=check_id, team=team, written_by_id=viewer.account_id)
    found = rows.prefetch_related("ratings").first()
    if found is None:
        raise NotFound
    return found
