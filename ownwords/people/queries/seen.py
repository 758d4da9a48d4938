"""Who sees which thing: one rule for every room in which each thing says itself who sees it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeAlias, TypeVar
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from ownwords.people.access import NotFound, Opened
from ownwords.people.models import ThingShare, Visibility
from ownwords.people.roles import TEAM_SIGHT, RoleName
from ownwords.people.viewer import Viewer

Thing = TypeVar("Thing", bound=Model)
Shares: TypeAlias = type[Model]


class Written(Protocol):
    """Something that an account wrote."""

    @property
    def written_by_id(self) -> UUID | None:
        """Return which account; None where it is not known."""


def condition(viewer: Viewer, *, shares: Shares = ThingShare) -> Q:
    """Which things with a visibility of their own this viewer sees in the records that they reach.

    Args:
        shares: the table that says who is named for what.
    """
    if viewer.role is RoleName.PERSON:
        return Q()
    shared = Q(Exists(shares._default_manager.filter(thing_id=OuterRef("pk"), account_id=viewer.account_id)))
    if viewer.role in TEAM_SIGHT:
        return Q(visibility=Visibility.TEAM) | Q(visibility=Visibility.NAMED) & shared
    return ~Q(visibility=Visibility.ME) & shared


def seen(
    opened: Opened, rows: QuerySet[Thing], *, removed: bool = False, shares: Shares = ThingShare
) -> QuerySet[Thing]:
    """Those rows of an opened person that the viewer sees; what was taken out of view only when asked for."""
    rows = rows.filter(condition(opened.viewer, shares=shares), person_id=opened.person.id)
    return in_view(opened, rows, removed=removed)


def in_view(opened: Opened, rows: QuerySet[Thing], *, removed: bool = False) -> QuerySet[Thing]:
    """Those of the rows that are in view; with ``removed`` those out of view too.

    What somebody took out of view stands on no page but theirs and the person's.
    """
    if not removed:
        return rows.filter(removed_at__isnull=True)
    if opened.is_own:
        return rows
    return rows.filter(Q(removed_at__isnull=True) | Q(removed_by_id=opened.viewer.account_id))


def out_of_view(rows: QuerySet[Thing]) -> QuerySet[Thing]:
    """Those of the rows that were taken out of view and not erased."""
    return rows.filter(removed_at__isnull=False, erased_at__isnull=True)


def one_of_them(rows: QuerySet[Thing], thing_id: UUID) -> Thing:
    """Return one row. Raises NotFound when it is missing, or hidden from this viewer."""
    found = rows.filter(pk=thing_id).first()
    if found is None:
        raise NotFound
    return found


def is_own_or_writer(opened: Opened, thing: Written) -> bool:
    """Whether the viewer is the person, or wrote this."""
    return opened.is_own or thing.written_by_id == opened.viewer.account_id


def shares_of(thing_ids: Iterable[UUID], *, shares: Shares = ThingShare) -> dict[UUID, list[UUID]]:
    """Return thing id -> accounts it is shared with by name (one query)."""
    found: dict[UUID, list[UUID]] = {}
    rows = shares._default_manager.filter(thing_id__in=list(thing_ids))
    for thing_id, account_id in rows.values_list("thing_id", "account_id"):
        found.setdefault(thing_id, []).append(account_id)
    return found
