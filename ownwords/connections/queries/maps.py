"""Reading a map: what stands on it, what is linked, and what can be undone. Each viewer reads what they see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from ownwords.connections.models import DirectoryService, MapItem, MapLink, MapStep, PersonMap
from ownwords.connections.queries.sight import one_of_them, seen_on_map, was_asked
from ownwords.people.access import Opened
from ownwords.people.models import Visibility
from ownwords.people.queries.seen import condition

MOST_UNDONE = 20

Pair = tuple[UUID, UUID]


def sees(opened: Opened) -> Q:
    """Which rows are for this viewer, whether or not they were taken out of view since."""
    found = condition(opened.viewer)
    if not opened.sees_team_entries and was_asked(opened):
        found |= Q(visibility=Visibility.TEAM)
    return found


def items_of(opened: Opened, *, removed: bool = False) -> QuerySet[MapItem]:
    """Everything on the map that the viewer sees, what is over included, in the order in which it was added."""
    rows = seen_on_map(opened, MapItem.objects.all(), removed=removed)
    return rows.select_related("written_by").order_by("created_at", "id")


def present_items(opened: Opened) -> list[MapItem]:
    """What stands on the map now: neither over nor taken off."""
    return list(items_of(opened).filter(ended_on__isnull=True))


def past_items(opened: Opened) -> tuple[list[MapItem], list[MapItem]]:
    """What is over, and what was taken off and is not erased, latest first (connecting R7)."""
    rows = items_of(opened, removed=True).filter(erased_at__isnull=True)
    past = list(rows.filter(Q(ended_on__isnull=False) | Q(removed_at__isnull=False)).order_by("-changed_at"))
    return [one for one in past if one.removed_at is None], [one for one in past if one.removed_at]


def open_item(opened: Opened, item_id: UUID, *, removed: bool = False) -> MapItem:
    """Return one thing on the map. Raises NotFound when it is missing, taken off, or hidden from this viewer."""
    return one_of_them(items_of(opened, removed=removed), item_id)


def links_among(opened: Opened, items: Iterable[MapItem]) -> list[Pair]:
    """Return the pairs that are linked now, of which both stand among these items."""
    ids = {one.id for one in items}
    rows = MapLink.objects.filter(person_id=opened.person.id, unlinked_at__isnull=True).order_by("created_at")
    pairs = rows.values_list("one_id", "other_id")
    return [(one, other) for one, other in pairs if one in ids and other in ids]


def linked_to(item: MapItem) -> set[UUID]:
    """Return what one item is linked to now; whoever sees the item may not see all of these."""
    rows = MapLink.objects.filter(Q(one=item) | Q(other=item), unlinked_at__isnull=True)
    return {end for pair in rows.values_list("one_id", "other_id") for end in pair} - {item.id}


def own_map(opened: Opened) -> PersonMap | None:
    """Return whether links were asked about, and when; None when nobody has answered."""
    return PersonMap.objects.filter(pk=opened.person.id).first()


def service_name(service_id: UUID | None) -> str:
    """Return what the directory calls a service; "" when there is none by that id."""
    if service_id is None:
        return ""
    return DirectoryService.objects.filter(pk=service_id).values_list("name", flat=True).first() or ""


def steps_seen(opened: Opened) -> QuerySet[MapStep]:
    """The last actions on a map that can be undone, latest first, about what the viewer sees (connecting R6)."""
    rows = MapStep.objects.filter(person_id=opened.person.id)
    if not opened.is_own:
        seen = items_of(opened, removed=True).order_by().values("pk")
        rows = rows.filter(
            Q(item__isnull=True) | Q(item__in=seen),
            Q(link__isnull=True) | Q(link__one__in=seen, link__other__in=seen),
        )
    return rows.order_by("-number")


def next_undo(opened: Opened) -> MapStep | None:
    """Return what would be undone next; None when there is nothing, or it lies too far back."""
    last = steps_seen(opened).exclude(item__erased_at__isnull=False)
    rows = last.select_related("item", "link__one", "link__other")[:MOST_UNDONE]
    return next((step for step in rows if step.undone_at is None), None)


def about_erased(opened: Opened, number: int) -> bool:
    """Whether the action with this number was about something that is erased now."""
    return steps_seen(opened).filter(number=number, item__erased_at__isnull=False).exists()


@dataclass(frozen=True, slots=True)
class MapNow:
    """A map as this viewer sees it now."""

    items: list[MapItem]
    links: list[Pair]
    asked: PersonMap | None


def map_now(opened: Opened) -> MapNow:
    """Return the map as this viewer sees it (three queries, however much stands on it)."""
    items = present_items(opened)
    return MapNow(items, links_among(opened, items), own_map(opened))
