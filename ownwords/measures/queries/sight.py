"""Who sees which line, event or filled form: the one rule of this room, once for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from ownwords.measures.models import MeasureShare
from ownwords.people.access import NotFound, Opened
from ownwords.people.models import Visibility
from ownwords.people.roles import TEAM_SIGHT, RoleName
from ownwords.people.viewer import Viewer

Thing = TypeVar("Thing", bound=Model)


def condition(viewer: Viewer) -> Q:
    """Which things with a visibility of their own this viewer sees in the records that they reach."""
    if viewer.role is RoleName.PERSON:
        return Q()
    shared = Q(Exists(MeasureShare.objects.filter(thing_id=OuterRef("pk"), account_id=viewer.account_id)))
    if viewer.role in TEAM_SIGHT:
        return Q(visibility=Visibility.TEAM) | Q(visibility=Visibility.NAMED) & shared
    return ~Q(visibility=Visibility.ME) & shared


def seen(opened: Opened, rows: QuerySet[Thing], *, removed: bool = False) -> QuerySet[Thing]:
    """Those rows of an opened person that the viewer sees; what was taken out of view only when asked for.

    What somebody took out of view stands on no page but theirs and the person's.
    """
    rows = rows.filter(condition(opened.viewer), person_id=opened.person.id)
    if not removed:
        return rows.filter(removed_at__isnull=True)
    if opened.is_own:
        return rows
    return rows.filter(Q(removed_at__isnull=True) | Q(removed_by_id=opened.viewer.account_id))


def one_of_them(rows: QuerySet[Thing], thing_id: UUID) -> Thing:
    """Return one row. Raises NotFound when it is missing, or hidden from this viewer."""
    found = rows.filter(pk=thing_id).first()
    if found is None:
        raise NotFound
    return found


def shares_of(thing_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """Return thing id -> accounts it is shared with by name (one query)."""
    found: dict[UUID, list[UUID]] = {}
    rows = MeasureShare.objects.filter(thing_id__in=list(thing_ids))
    for thing_id, account_id in rows.values_list("thing_id", "account_id"):
        found.setdefault(thing_id, []).append(account_id)
    return found
