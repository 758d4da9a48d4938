"""Who sees what on a map: as in all rooms, and whoever was asked to draw sees what the team sees."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Q, QuerySet

from ownwords.connections.models import MapHelper
from ownwords.people.access import Opened
from ownwords.people.models import Visibility
from ownwords.people.models.parts import Kept
from ownwords.people.models.spans import current
from ownwords.people.queries.seen import condition, in_view, one_of_them, shares_of
from ownwords.people.roles import Permission

Thing = TypeVar("Thing", bound=Kept)


def was_asked(opened: Opened) -> bool:
    """Whether the person has asked this viewer to draw their map, today."""
    helpers = MapHelper.objects.filter(
        current(), person_id=opened.person.id, account_id=opened.viewer.account_id
    )
    return helpers.exists()


def may_draw(opened: Opened) -> bool:
    """Whether this viewer may change the map: the person, or whoever they have asked (connecting R1)."""
    return opened.may(Permission.DRAW_MAP) and (opened.is_own or was_asked(opened))


def seen_on_map(opened: Opened, rows: QuerySet[Thing], *, removed: bool = False) -> QuerySet[Thing]:
    """Those rows of an opened person's map that the viewer sees; what is out of view only when asked for."""
    sees = condition(opened.viewer)
    if not opened.sees_team_entries and was_asked(opened):
        sees |= Q(visibility=Visibility.TEAM)
    rows = rows.filter(sees, person_id=opened.person.id)
    return in_view(opened, rows, removed=removed)


__all__ = ["may_draw", "one_of_them", "seen_on_map", "shares_of", "was_asked"]
