"""Who sees what of peer support: as in all rooms, and whoever wrote it, unless it is the person's alone."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Q, QuerySet

from ownwords.people.access import Opened
from ownwords.people.models import Visibility
from ownwords.people.models.parts import Kept
from ownwords.people.queries.seen import condition, in_view, one_of_them, shares_of

Thing = TypeVar("Thing", bound=Kept)


def seen_between(
    opened: Opened, rows: QuerySet[Thing], *, also: Q | None = None, removed: bool = False
) -> QuerySet[Thing]:
    """Those rows of an opened person that the viewer sees.

    Args:
        also: who else sees a row that is not the person's alone, beside whoever wrote it.
        removed: what was taken out of view as well, for the person and for whoever took it out.
    """
    beside = Q(written_by_id=opened.viewer.account_id)
    if also is not None:
        beside |= also
    rows = rows.filter(person_id=opened.person.id)
    if (
        not opened.is_own
    ):  # the person sees all of it; an empty condition with "or" behind it would be the rest alone
        rows = rows.filter(condition(opened.viewer) | ~Q(visibility=Visibility.ME) & beside)
    return in_view(opened, rows, removed=removed)


__all__ = ["one_of_them", "seen_between", "shares_of"]
