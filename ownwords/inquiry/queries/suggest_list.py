"""Suggestions as a list: of a text in its order, of a code with the most alike first; fifty at a time."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, FloatField, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Suggestion
from ownwords.inquiry.queries.passages import PAGE, Quotation, quoted
from ownwords.inquiry.queries.suggest_open import open_suggestions, set_aside_by_somebody


@dataclass(frozen=True, slots=True)
class Listed:
    """Which suggestions are listed. One of ``source_id`` and ``code_id`` is given; ``aside``: those set aside."""

    source_id: UUID | None = None
    code_id: UUID | None = None
    by: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a page of the list ended: how alike or how far in the text, and which suggestion."""

    at: float
    id: UUID

    @classmethod
    def read(cls, written: str) -> Mark | None:
        """Return the place that an address names, or None."""
        at, _between, which = written.partition("_")
        try:
            mark = cls(float(at), UUID(which))
        except ValueError:
            return None
        return mark if abs(mark.at) < 1e12 else None

    def __str__(self) -> str:
        return f"{self.at!r}_{self.id}"


def page_of(opened: OpenedStudy, wanted: Listed, after: Mark | None) -> tuple[list[Quotation], Mark | None]:
    """Return up to fifty suggestions as quotations, and where the next page begins (three queries)."""
    rows = _wanted(opened, wanted)
    if after is not None:
        further = {"at__gt" if wanted.source_id else "at__lt": after.at}
        rows = rows.filter(Q(**further) | Q(at=after.at, id__gt=after.id))
    order = (F("at").asc() if wanted.source_id else F("at").desc(), "id")
    found = quoted(rows.order_by(*order)[: PAGE + 1], "asked_by")
    last: Suggestion | None = found[PAGE - 1].coding if len(found) > PAGE else None  # type: ignore[assignment]
    return found[:PAGE], Mark(last.at, last.id) if last else None  # type: ignore[attr-defined]


def _wanted(opened: OpenedStudy, wanted: Listed) -> QuerySet[Suggestion]:
    rows = set_aside_by_somebody(opened) if wanted.aside else open_suggestions(opened)
    for column in ("source_id", "code_id"):
        if (value := getattr(wanted, column)) is not None:
            rows = rows.filter(**{column: value})
    if wanted.by:
        rows = rows.filter(by=wanted.by)
    at = Cast("start", FloatField()) if wanted.source_id else Coalesce("score", Value(0.0))
    return rows.annotate(at=at)


def how_many(opened: OpenedStudy, wanted: Listed) -> int:
    """Return how many are listed (one query)."""
    return _wanted(opened, wanted).count()
