"""What stands along the sides of a chart: its columns with the codes that count in each, and its cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ownwords.inquiry.models import AttributeValue, Chart, ChartColumn, Participant, Rows, Source, Study
from ownwords.inquiry.queries.arrays_codes import InTree, tree_of

MOST_OFFERED = 300


@dataclass(frozen=True, slots=True)
class Column:
    """A code as a column; ``codes`` are it and all below it, none where it was taken out of view."""

    id: UUID
    code_id: UUID
    name: str
    version: int
    codes: frozenset[UUID]

    @property
    def in_view(self) -> bool:
        """Whether its code is in view."""
        return bool(self.codes)


@dataclass(frozen=True, slots=True)
class Case:
    """A row of a chart: a participant by pseudonym, or a text by title."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Only:
    """Only cases with this value of an attribute."""

    attribute: UUID
    value: str

    @classmethod
    def read(cls, written: str) -> Only | None:
        """Return what an address asks for; None for all, also where it makes no sense."""
        attribute, _equals, value = written.partition("=")
        try:
            return cls(UUID(attribute), value)
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.attribute}={self.value}"


def columns_of(study: Study, chart: Chart) -> list[Column]:
    """Return the columns of a chart in order (two queries)."""
    tree = tree_of(study)
    place = {one.id: number for number, one in enumerate(tree)}
    rows = ChartColumn.objects.filter(chart_id=chart.id).order_by("position", "id")
    found = []
    for column, code, name, version in rows.values_list("id", "code_id", "code__name", "version"):
        at = place.get(code)
        label = name if at is None else tree[at].label
        found.append(Column(column, code, label, version, frozenset() if at is None else _branch(tree, at)))
    return found


def _branch(tree: Sequence[InTree], at: int) -> frozenset[UUID]:
    """Return a code and all below it: in the order of a tree they follow it, deeper than it."""
    end = at + 1
    while end < len(tree) and tree[end].depth > tree[at].depth:
        end += 1
    return frozenset(one.id for one in tree[at:end])


def cases_of(study: Study, chart: Chart, only: Only | None = None) -> list[Case]:
    """Return the rows in order: who takes part and has not withdrawn, or the texts in view (one query)."""
    wanted: dict[str, Any] = {"study_id": study.id}
    if only is not None:
        wanted |= {"values__attribute_id": only.attribute, "values__value": only.value}
    if chart.rows == Rows.PARTICIPANTS:
        people = Participant.objects.filter(**wanted, withdrew_on__isnull=True)
        rows = list(people.order_by("pseudonym", "id").values_list("id", "pseudonym"))
    else:
        texts = Source.objects.filter(**wanted, removed_at__isnull=True)
        rows = list(texts.order_by("position", "made_at", "id").values_list("id", "title"))
    return [Case(one, name) for one, name in rows]


def values_offered(study: Study, chart: Chart) -> list[tuple[str, str]]:
    """Return what the rows can be narrowed to, as (what an address says, words) (one query)."""
    owner = "participant" if chart.rows == Rows.PARTICIPANTS else "source"
    rows = AttributeValue.objects.filter(study_id=study.id, **{f"{owner}__isnull": False})
    if chart.rows == Rows.PARTICIPANTS:
        rows = rows.filter(participant__withdrew_on__isnull=True)
    columns = ("attribute__position", "attribute__name", "attribute_id", "value")
    found = rows.order_by(*columns).values_list(*columns).distinct()[:MOST_OFFERED]
    return [(str(Only(one, value)), f"{name}: {value}") for _position, name, one, value in found]
