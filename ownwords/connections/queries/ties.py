"""Reading how ties came about, who did what in them, how ready somebody felt, and whether it was explained."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Case, QuerySet, Value, When

from ownwords.connections.models import Explained, MapItem, Readiness, Side, Tie, TieView
from ownwords.connections.queries.sight import one_of_them, seen_on_map
from ownwords.people.access import Opened
from ownwords.people.queries.seen import out_of_view, seen


def items_of(opened: Opened) -> QuerySet[MapItem]:
    """What stands on the map and the viewer sees, by its words; what is over included."""
    return seen_on_map(opened, MapItem.objects.all()).order_by("words", "id")


def open_item(opened: Opened, item_id: UUID) -> MapItem:
    """Return one thing on the map. Raises NotFound when it is missing, off the map, or hidden from this viewer."""
    return one_of_them(items_of(opened), item_id)


def ties_of(opened: Opened, *, removed: bool = False) -> QuerySet[Tie]:
    """Ties that the viewer sees, newest first. Whoever does not see what stands on the map sees no tie with it."""
    rows = seen_on_map(opened, Tie.objects.all(), removed=removed)
    items = items_of(opened).order_by().values("id")
    return (
        rows.filter(item_id__in=items).select_related("item", "written_by").order_by("-since", "-created_at")
    )


def open_tie(opened: Opened, tie_id: UUID) -> Tie:
    """Return one tie. Raises NotFound when it is missing, out of view, or hidden from this viewer."""
    return one_of_them(ties_of(opened), tie_id)


def views_of(tie_ids: Iterable[UUID]) -> dict[UUID, list[TieView]]:
    """Return tie id -> views of it, the person's first, then workers' in the order in which they were written."""
    first = Case(When(side=Side.PERSON, then=Value(0)), default=Value(1))
    rows = TieView.objects.filter(tie_id__in=list(tie_ids)).select_related("written_by")
    found: dict[UUID, list[TieView]] = {}
    for view in rows.order_by(first, "created_at", "id"):
        found.setdefault(view.tie_id, []).append(view)
    return found


def own_view(tie: Tie) -> TieView | None:
    """Return the person's view of a tie, if there is one."""
    return TieView.objects.filter(tie=tie, side=Side.PERSON).select_related("written_by").first()


def workers_view(tie: Tie, account_id: UUID | None) -> TieView | None:
    """Return what this worker said about a tie, if they have."""
    return TieView.objects.filter(tie=tie, side=Side.WORKER, written_by_id=account_id).first()


def removed_ties(opened: Opened) -> list[Tie]:
    """Ties taken out of view and not erased, for the person and for who took them out."""
    return list(out_of_view(ties_of(opened, removed=True)))


def readiness_of(opened: Opened, *, removed: bool = False) -> QuerySet[Readiness]:
    """How ready somebody felt, day by day, newest first."""
    rows = seen_on_map(opened, Readiness.objects.all(), removed=removed)
    return rows.select_related("written_by").order_by("-said_on", "-created_at")


def removed_readiness(opened: Opened) -> list[Readiness]:
    """What was said about being ready, out of view and not erased."""
    return list(out_of_view(readiness_of(opened, removed=True)))


def explained_of(opened: Opened, *, removed: bool = False) -> QuerySet[Explained]:
    """What the person answered to "was this explained to me?", newest first."""
    return seen(opened, Explained.objects.all(), removed=removed).order_by("-said_on", "-created_at")
