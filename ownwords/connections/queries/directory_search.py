"""Searching the directory: by words, kind, day and need, near a postcode district; page by page, nothing twice.

Names and kinds that hold the words come first, then what only describes itself with them; each in the order of the
alphabet, or everything by distance. Nothing is ranked. Nobody outside is asked (connecting R21).
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db.models import FloatField, Func, Min, Q, QuerySet, Value
from django.utils import timezone

from ownwords.connections.method.directory.rows import DAY_MARKS, FREE, ONLINE, STEP_FREE
from ownwords.connections.method.places import Point, box_around, district_of
from ownwords.connections.models import (
    DirectoryPlace,
    DirectoryService,
    DirectoryWord,
    LocalKnowledge,
    PostcodeDistrict,
)
from ownwords.connections.queries.directory import HEAVY
from ownwords.people.method.folding import fold

PAGE = 20
LONGEST = 200
CONFIG = "english"
CLOSE_ENOUGH = 0.4
MOST_WORDS = 8
MILES = (1, 3, 5, 10, 25)
RINGS = (8, 4, 2, 1)
_TYPED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. ``near`` is a postcode district, never a postcode; ``day`` is 0 for Monday to 6."""

    query: str = ""
    kind: str = ""
    day: int | None = None
    free: bool = False
    step_free: bool = False
    turn_up: bool = False
    online: bool = False
    near: str = ""
    miles: int = 5


@dataclass(frozen=True, slots=True)
class Found:
    """One service found: how far it is (miles, None where that was not asked), where, and what people here know."""

    service: DirectoryService
    miles: float | None
    places: tuple[DirectoryPlace, ...]
    local: LocalKnowledge | None


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``after`` leads to the next one, "" on the last; ``read_as`` is the query in another spelling."""

    found: tuple[Found, ...] = ()
    after: str = ""
    read_as: str = ""
    near_unknown: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a page ended: the tier, and the place in its order."""

    tier: int = 0
    key: Any = None
    id: str = ""
    read_as: str = field(default="")


class _Miles(Func):
    """Distance in miles between a place and a point (a function of the database, the same as `miles_between`)."""

    function = "ownwords_miles"
    output_field = FloatField()


def search_directory(wanted: Wanted, after: str = "") -> Page:
    """Return one page of services that may be suggested.

    Queries: one or two for the services (near a place one to four, and one for their rows), one for their places, one
    for the district; when nothing is spelt as typed, one for each word.

    A mark that leads nowhere begins at the first page.
    """
    wanted = replace(wanted, query=_clean(wanted.query))
    mark = _read_mark(after, by_miles=bool(wanted.near))
    centre = _centre(wanted.near)
    if wanted.near and centre is None:
        return Page(near_unknown=True)
    asked = replace(wanted, query=mark.read_as) if mark.read_as else wanted
    rows, onward = _page(asked, mark, centre)
    if not rows and not after and wanted.query:
        other = _spelt(wanted.query)
        if other != _folded(wanted.query):
            rows, onward = _page(replace(wanted, query=other), _Mark(read_as=other), centre)
            return Page(_with_places(rows), onward, other if rows else "")
    return Page(_with_places(rows), onward, mark.read_as)


Rows = list[tuple[DirectoryService, float | None]]


def _page(wanted: Wanted, mark: _Mark, centre: Point | None) -> tuple[Rows, str]:
    if centre is not None:
        return _by_distance(wanted, mark, centre)
    return _by_name(wanted, mark)


def _listed() -> QuerySet[DirectoryService]:
    return DirectoryService.objects.filter(listed=True)


def _by_name(wanted: Wanted, mark: _Mark) -> tuple[Rows, str]:
    """Tier 0 holds the words in its name or kind, tier 1 anywhere else. Without words there is one tier."""
    base = _filtered(_listed(), wanted)
    query = _query(wanted.query)
    tiers = (
        [base] if query is None else [base.filter(head=query), base.filter(words=query).exclude(head=query)]
    )
    found: list[tuple[int, DirectoryService]] = []
    for tier, rows in enumerate(tiers):
        if tier < mark.tier or len(found) > PAGE:
            continue
        onward_only = Q()
        if tier == mark.tier and mark.id:
            onward_only = Q(sort_key__gt=mark.key) | Q(sort_key=mark.key, id__gt=mark.id)
        left = PAGE + 1 - len(found)
        ordered = (
            rows.filter(onward_only).select_related("local").defer(*HEAVY).order_by("sort_key", "id")[:left]
        )
        found += [(tier, row) for row in ordered]
    onward = ""
    if len(found) > PAGE:
        tier, last = found[PAGE - 1]
        onward = _write_mark(_Mark(tier, last.sort_key, str(last.id), mark.read_as))
    return [(row, None) for _tier, row in found[:PAGE]], onward


def _by_distance(wanted: Wanted, mark: _Mark, centre: Point) -> tuple[Rows, str]:
    pairs: list[tuple[UUID, float]] = []
    for miles in _rings(wanted.miles, mark):
        pairs = list(_within(wanted, mark, centre, miles)[: PAGE + 1])
        if len(pairs) > PAGE:
            break
    onward = ""
    if len(pairs) > PAGE:
        last, far = pairs[PAGE - 1]
        onward = _write_mark(_Mark(0, far, str(last), mark.read_as))
    miles_of = dict(pairs[:PAGE])
    services = DirectoryService.objects.select_related("local").defer(*HEAVY).in_bulk(list(miles_of))
    return [(services[one], far) for one, far in miles_of.items() if one in services], onward


def _rings(miles: float, mark: _Mark) -> list[float]:
    """Return how far to look, one after the other: a full page within a ring is the page, whatever lies beyond it.

    A town has more within five miles than a page holds, and measuring every one of them to show twenty is what costs.
    """
    begun = mark.key if mark.id else 0
    return [miles / part for part in RINGS if miles / part > begun or part == 1]


def _within(wanted: Wanted, mark: _Mark, centre: Point, miles: float) -> QuerySet[Any, Any]:
    """Return ids and miles of what lies within so many miles, nearest first, after the mark."""
    south, north, west, east = box_around(centre, miles)
    rows = _filtered(_listed(), wanted).filter(
        places__latitude__range=(south, north), places__longitude__range=(west, east)
    )
    query = _query(wanted.query)
    if query is not None:
        rows = rows.filter(words=query)
    point = (Value(centre.latitude, FloatField()), Value(centre.longitude, FloatField()))
    measured = rows.values("id").annotate(
        far=Min(_Miles("places__latitude", "places__longitude", *point))
    ).filter(far__lte=miles)  # fmt: skip
    if mark.id:
        measured = measured.filter(Q(far__gt=mark.key) | Q(far=mark.key, id__gt=mark.id))
    return measured.order_by("far", "id").values_list("id", "far")


def _filtered(rows: QuerySet[DirectoryService], wanted: Wanted) -> QuerySet[DirectoryService]:
    marks = [f"kind:{fold(wanted.kind)}"] if wanted.kind else []
    marks += [FREE] if wanted.free else []
    marks += [ONLINE] if wanted.online else []
    if wanted.day is not None:
        marks.append(DAY_MARKS[wanted.day])
        rows = rows.filter(Q(times_end_on__isnull=True) | Q(times_end_on__gte=timezone.localdate()))
    if marks:
        rows = rows.filter(facets__contains=marks)
    if wanted.step_free:
        # What people here say counts before what a feed says.
        unsaid = Q(local__isnull=True) | Q(local__step_free="")
        rows = rows.filter(Q(local__step_free="yes") | unsaid & Q(facets__contains=[STEP_FREE]))
    if wanted.turn_up:
        rows = rows.filter(local__turn_up="yes")
    return rows


def _clean(typed: str) -> str:
    kept = "".join(sign for sign in typed[: LONGEST * 4] if sign.isprintable() or sign.isspace())
    return " ".join(kept.encode("utf-8", "ignore").decode("utf-8").split())[:LONGEST]


def _folded(query: str) -> str:
    """Return a query with every word as it is kept: no accents, no apostrophes. Quotes and minus signs stay."""
    return _TYPED.sub(lambda match: fold(match[0]), query)


def _query(query: str) -> SearchQuery | None:
    return SearchQuery(_folded(query), config=CONFIG, search_type="websearch") if query else None


def _spelt(query: str) -> str:
    """Return the query with each unknown word replaced by the word of names and kinds that is most like it."""
    words = _folded(query).split()[:MOST_WORDS]
    plain = [word for word in words if len(word) > 3 and word.isalnum()]
    known = set(DirectoryWord.objects.filter(word__in=plain).values_list("word", flat=True))
    return " ".join(_nearest(word) if word in plain and word not in known else word for word in words)


def _nearest(word: str) -> str:
    alike = (
        DirectoryWord.objects.filter(word__trigram_similar=word)
        .annotate(alike=TrigramSimilarity("word", word))
        .filter(alike__gte=CLOSE_ENOUGH)
        .order_by("-alike", "word")
        .first()
    )
    return alike.word if alike else word


def _centre(near: str) -> Point | None:
    district = district_of(near) if near else None
    row = PostcodeDistrict.objects.filter(district=district).first() if district else None
    return Point(row.latitude, row.longitude) if row else None


def _with_places(rows: Iterable[tuple[DirectoryService, float | None]]) -> tuple[Found, ...]:
    pairs = list(rows)
    places: dict[UUID, list[DirectoryPlace]] = {}
    for place in DirectoryPlace.objects.filter(service__in=[row.id for row, _far in pairs]).order_by("id"):
        places.setdefault(place.service_id, []).append(place)
    return tuple(
        Found(row, far, tuple(places.get(row.id, ())), getattr(row, "local", None)) for row, far in pairs
    )


def _write_mark(mark: _Mark) -> str:
    plain = json.dumps([mark.tier, mark.key, mark.id, mark.read_as], separators=(",", ":"))
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def _read_mark(text: str, *, by_miles: bool) -> _Mark:
    """Return where the page before ended; the beginning for anything that is no such mark."""
    if not text or len(text) > 2_000:
        return _Mark()
    try:
        tier, key, found_id, read_as = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        UUID(found_id)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return _Mark()
    fits = isinstance(key, int | float) if by_miles else isinstance(key, str) and "\x00" not in key
    if isinstance(key, bool) or not fits or tier not in (0, 1) or not isinstance(read_as, str):
        return _Mark()
    return _Mark(tier, key, found_id, _clean(read_as))
