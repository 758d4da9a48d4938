"""A map on its way out, as its viewer sees it; and what was brought in by which file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from ownwords.connections.method.drawing import Entry, draw
from ownwords.connections.method.exchange.model import Item, SharedMap
from ownwords.connections.method.exchange.plans import OWN_MORE, Known, Plan, plan_of, together
from ownwords.connections.method.network import What
from ownwords.connections.models import (
    DirectoryService,
    EndedAs,
    Helps,
    MapCopy,
    MapItem,
    MapLink,
    PersonMap,
    Relation,
)
from ownwords.connections.queries.map_copies import map_then
from ownwords.connections.queries.maps import Pair, items_of, links_among, own_map
from ownwords.ledger.queries import acts_about, links_about
from ownwords.ledger.verbs import Verb
from ownwords.people.access import Opened
from ownwords.people.models import Person, Visibility

BROUGHT_IN = "brought in"
IMPORT = "mapimport"
CASE = "map"  # a file says nowhere whose map it is
KNOWN = Known(frozenset(Relation.values), frozenset(Helps.values), frozenset(EndedAs.values))
ALL = "all"
FIRST_DAY = date(1890, 1, 1)


def shared_map(opened: Opened) -> SharedMap:
    """Return everything on the map that the viewer sees, what is over marked as such."""
    items = list(items_of(opened))
    asked = own_map(opened)
    return _shared(items, links_among(opened, items), asked is not None and asked.links_asked_on is not None)


def shared_copy(opened: Opened, copy: MapCopy) -> SharedMap:
    """Return a dated copy, as far as the viewer sees it."""
    then = map_then(opened, copy)
    return _shared(then.items, then.links, then.links_asked, copy.taken_on)


def shared_by_operator(person: Person, *, whole: bool) -> SharedMap:
    """Return a map for whoever runs the service: what the team sees, or everything when it is for the person."""
    rows = MapItem.objects.filter(person=person, removed_at__isnull=True).order_by("created_at", "id")
    items = list(rows if whole else rows.filter(visibility=Visibility.TEAM))
    ids = {item.id for item in items}
    links = MapLink.objects.filter(person=person, unlinked_at__isnull=True).order_by("created_at")
    pairs = [pair for pair in links.values_list("one_id", "other_id") if ids.issuperset(pair)]
    asked = PersonMap.objects.filter(person=person, links_asked_on__isnull=False).exists()
    return _shared(items, pairs, asked)


def _shared(items: Sequence[Any], links: Iterable[Pair], asked: bool, day: date | None = None) -> SharedMap:
    present = [one for one in items if one.ring and not getattr(one, "ended_on", None)]
    drawing = draw([Entry(str(one.id), "", ring=one.ring, angle=one.angle) for one in present])
    places = {mark.id: drawing.share(mark) for mark in drawing.marks}
    wanted = {one.service_id for one in items if getattr(one, "service_id", None)}
    services = (
        dict(DirectoryService.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
    )
    made = tuple(_item(one, places.get(str(one.id), (None, None)), services) for one in items)
    pairs = tuple((str(one), str(other)) for one, other in links)
    return SharedMap(made, pairs, CASE, (day or timezone.localdate()).isoformat(), asked)


def _item(one: Any, place: tuple[float | None, float | None], services: dict[UUID, str]) -> Item:
    """Return one item. Of a service in the directory, the file says the name alone, never where it is (R21)."""
    x, y = (None if part is None else round(part, 4) for part in place)
    ended_on = getattr(one, "ended_on", None)
    more = (
        "" if one.angle is None else str(one.angle),
        getattr(one, "note", ""),
        ended_on.isoformat() if ended_on else "",
        getattr(one, "ended_words", ""),
        services.get(getattr(one, "service_id", None), ""),  # type: ignore[arg-type]  # None is no key
    )
    return Item(
        str(one.id), one.words, What(one.what) if one.what else None, tuple(one.relations), one.ring, x, y,
        one.gives_me, one.i_give, one.helps, getattr(one, "ended_as", ""), dict(zip(OWN_MORE, more, strict=True)),
    )  # fmt: skip


def plan_for(opened: Opened, maps: Sequence[SharedMap], chosen: str, *, own: bool) -> Plan:
    """Return what one map of a file, or all of them together, would become on this person's map.

    Raises FileFault as plan_of does. ``chosen``: "all", or the place of one, counted from 0.
    """
    one = together(maps) if chosen == ALL else maps[int(chosen)]
    first = opened.person.date_of_birth or FIRST_DAY
    return plan_of(one, KNOWN, own=own, today=timezone.localdate(), first=first)


def already_there(opened: Opened, plan: Plan) -> dict[str, MapItem]:
    """Return id in the file -> item, for names that stand exactly once in the file and once on the map now."""
    there: dict[str, list[MapItem]] = {}
    for item in items_of(opened).filter(ended_on__isnull=True):
        there.setdefault(item.words.casefold(), []).append(item)
    named: dict[str, list[str]] = {}
    for one in plan.items:
        if one.ended_on is None:
            named.setdefault(one.words.casefold(), []).append(one.id)
    return {
        ids[0]: there[name][0]
        for name, ids in named.items()
        if len(ids) == 1 and len(there.get(name, ())) == 1
    }


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """One file that was brought in: when, and how much of it still stands on the map."""

    id: UUID
    at: datetime
    items: int


def brought_in(opened: Opened) -> list[BroughtIn]:
    """Return what was brought in and still stands on the map, as far as the viewer sees it; newest first."""
    acts = acts_about(opened.person.id).filter(verb=Verb.MAP_IMPORTED.value, thing_kind=IMPORT)
    when = dict(acts.values_list("thing_id", "at"))
    links = links_about(opened.person.id).filter(relation=BROUGHT_IN, from_id__in=list(when))
    seen = set(items_of(opened).order_by().values_list("pk", flat=True)) if when else set()
    counts: dict[UUID, int] = {}
    for import_id, item_id in links.values_list("from_id", "to_id"):
        counts[import_id] = counts.get(import_id, 0) + (item_id in seen)
    return [BroughtIn(one, at, counts[one]) for one, at in when.items() if one and counts.get(one)]


def items_brought_by(opened: Opened, import_id: UUID) -> list[MapItem]:
    """Return what one file brought in and still stands on the map, as far as the viewer sees it."""
    links = links_about(opened.person.id).filter(relation=BROUGHT_IN, from_id=import_id)
    return list(items_of(opened).filter(pk__in=list(links.values_list("to_id", flat=True))))
