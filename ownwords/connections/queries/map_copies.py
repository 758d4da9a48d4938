"""Reading dated copies of a map: each shows what stood there then, as far as this viewer sees it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from ownwords.connections.models import MapCopy, MapCopyItem, MapCopyLink, MapItem
from ownwords.connections.queries.maps import MapNow, Pair, sees
from ownwords.connections.queries.sight import one_of_them, seen_on_map, was_asked
from ownwords.people.access import Opened
from ownwords.people.models import ThingShare, Visibility
from ownwords.people.queries.seen import out_of_view


@dataclass(frozen=True, slots=True)
class ItemThen:
    """One item as it stood in one version."""

    id: UUID
    words: str
    what: str
    relations: tuple[str, ...]
    ring: int | None
    angle: int | None
    helps: str
    gives_me: bool | None
    i_give: bool | None


@dataclass(frozen=True, slots=True)
class MapThen:
    """A map as it was on a day, or as it is now."""

    items: tuple[ItemThen, ...]
    links: tuple[Pair, ...]
    links_asked: bool
    taken_on: date | None = None


def copies_of(opened: Opened, *, removed: bool = False) -> QuerySet[MapCopy]:
    """Every dated copy that the viewer sees, newest first."""
    rows = seen_on_map(opened, MapCopy.objects.all(), removed=removed)
    return rows.select_related("written_by").order_by("-taken_on", "-created_at")


def removed_copies(opened: Opened) -> list[MapCopy]:
    """Copies out of view and not erased, for the person and for who took them out."""
    return list(out_of_view(copies_of(opened, removed=True)))


def open_copy(opened: Opened, copy_id: UUID, *, removed: bool = False) -> MapCopy:
    """Return one copy. Raises NotFound when it is missing, out of view, or hidden from this viewer."""
    return one_of_them(copies_of(opened, removed=removed), copy_id)


def versions_of(opened: Opened, items: Iterable[UUID]) -> QuerySet[Any]:
    """Earlier versions of items, as far as they were for this viewer when they were written."""
    events: Any = MapItem.pgh_event_model  # type: ignore[attr-defined]
    rows = events.objects.filter(pgh_obj_id__in=list(items), person_id=opened.person.id).order_by("pgh_id")
    if opened.is_own:
        return rows
    named = ThingShare.objects.filter(
        thing_id=OuterRef("pgh_obj_id"),
        account_id=opened.viewer.account_id,
        made_at__lte=OuterRef("changed_at"),
    )
    sees = Q(visibility=Visibility.NAMED) & Q(Exists(named))
    if opened.sees_team_entries or was_asked(opened):
        sees |= Q(visibility=Visibility.TEAM)
    return rows.filter(sees)


def map_then(opened: Opened, copy: MapCopy) -> MapThen:
    """Return what a copy holds and this viewer sees: what they do not see today they see in no copy either."""
    versions = dict(MapCopyItem.objects.filter(copy=copy).values_list("item_id", "item_version"))
    # What was taken off the map since stays in the copies of those who see it.
    ids = list(
        MapItem.objects.filter(sees(opened), pk__in=list(versions), person_id=opened.person.id).values_list(
            "pk", flat=True
        )
    )
    rows = versions_of(opened, ids).filter(version__in=set(versions.values()))
    found = {row.pgh_obj_id: row for row in rows if row.version == versions[row.pgh_obj_id]}
    items = tuple(item_then(row) for row in sorted(found.values(), key=lambda row: (row.created_at, row.id)))
    pairs = MapCopyLink.objects.filter(copy=copy).values_list("link__one_id", "link__other_id")
    links = tuple(
        (one, other) for one, other in pairs.order_by("link__created_at") if {one, other} <= set(found)
    )
    return MapThen(items, links, copy.links_asked, copy.taken_on)


def as_then(now: MapNow) -> MapThen:
    """Return the map as it is now in the shape of a copy."""
    asked = now.asked is not None and now.asked.links_asked_on is not None
    return MapThen(tuple(item_then(item) for item in now.items), tuple(now.links), asked)


def item_then(row: Any) -> ItemThen:
    """Return an item, or one of its versions, as it stood."""
    return ItemThen(
        id=row.id,
        words=row.words,
        what=row.what,
        relations=tuple(row.relations),
        ring=row.ring,
        angle=row.angle,
        helps=row.helps,
        gives_me=row.gives_me,
        i_give=row.i_give,
    )
