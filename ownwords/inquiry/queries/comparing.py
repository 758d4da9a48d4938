"""Two things side by side for constant comparison: a passage or a category, with all that is said of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import About, Category, Code, Incident, Memo, MemoKind, Property
from ownwords.inquiry.queries.categories import categories_of
from ownwords.inquiry.queries.codes import codes_in_view
from ownwords.inquiry.queries.incidents import Shown, visible_incidents, with_words
from ownwords.inquiry.queries.passages import Quotation, quotations_of
from ownwords.inquiry.queries.properties import properties_in_view
from ownwords.inquiry.queries.sight import visible_memos
from ownwords.people.access import NotFound

MOST_INCIDENTS, MOST_MEMOS = 12, 50
COMPARABLE = (About.CODING, About.CODE)


@dataclass(frozen=True, slots=True)
class Thing:
    """What is compared: a passage, or a category by its code. An address writes it `coding.<id>` or `code.<id>`."""

    about: str
    id: UUID

    @classmethod
    def read(cls, written: str) -> Thing | None:
        """Return what an address names, or None."""
        about, _dot, key = written.partition(".")
        try:
            return cls(about, UUID(key)) if about in COMPARABLE else None
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.about}.{self.id}"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two: a passage as a quotation, or a code with its category, properties and some incidents of these."""

    thing: Thing
    name: str
    quotation: Quotation | None = None
    code: Code | None = None
    category: Category | None = None
    properties: Sequence[tuple[Property, Sequence[Shown]]] = ()


def side(opened: OpenedStudy, thing: Thing) -> Side:
    """Return one side. Raises NotFound: no such passage that the viewer sees, or no such code in view."""
    if thing.about == About.CODING:
        found = quotations_of(opened, [thing.id]).get(thing.id)
        if found is None:
            raise NotFound
        return Side(thing, f"{found.coding.code.name} · {found.coding.source.title}", found)
    code = codes_in_view(opened).filter(pk=thing.id).first()
    if code is None:
        raise NotFound
    category = categories_of(opened).filter(code_id=code.id).first()
    properties = _properties(opened, category) if category else []
    return Side(thing, code.name, None, code, category, properties)


def _properties(opened: OpenedStudy, category: Category) -> list[tuple[Property, list[Shown]]]:
    found = list(properties_in_view(opened).filter(category_id=category.id))
    rows = visible_incidents(opened).filter(property__in=found).select_related("made_by")
    some: list[Incident] = list(rows.order_by(F("place").asc(nulls_last=True), "id")[:MOST_INCIDENTS])
    shown = with_words(opened, some)
    return [(one, [each for each in shown if each.incident.property_id == one.id]) for one in found]


def comparisons_of(opened: OpenedStudy, one: Thing, other: Thing) -> QuerySet[Memo]:
    """Return the comparisons in view of these two, whichever was named first, the newest first."""
    here, there = (Q(about=a.about, about_id=a.id, beside=b.about, beside_id=b.id)
                   for a, b in ((one, other), (other, one)))  # fmt: skip
    found = visible_memos(opened).filter(here | there, kind=MemoKind.COMPARISON, removed_at__isnull=True)
    return found.select_related("made_by").order_by("-id")[:MOST_MEMOS]


def compared_with(opened: OpenedStudy, thing: Thing) -> list[Memo]:
    """Return the comparisons in view of one thing with anything, the newest first."""
    mine = Q(about=thing.about, about_id=thing.id) | Q(beside=thing.about, beside_id=thing.id)
    found = visible_memos(opened).filter(mine, kind=MemoKind.COMPARISON, removed_at__isnull=True)
    return list(found.exclude(beside="").select_related("made_by").order_by("-id")[:MOST_MEMOS])
