"""What the columns of a matrix may be: the values of an attribute, of participants or of texts, or each text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Q

from ownwords.inquiry.models import Attribute, AttributeKind, AttributeValue, Participant, Source, Study


class Of(StrEnum):
    """Whom or what a matrix counts."""

    PEOPLE = "people"
    TEXTS = "texts"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class By:
    """What the columns are: values of an attribute of people or texts, or each text by itself."""

    of: Of = Of.EACH
    attribute: UUID | None = None

    @classmethod
    def read(cls, written: str) -> By:
        """Return what an address names; each text where it makes no sense."""
        kind, _colon, attribute = written.partition(":")
        try:
            return cls(Of(kind), UUID(attribute)) if kind != Of.EACH else cls()
        except ValueError:
            return cls()

    def __str__(self) -> str:
        return f"{self.of}:{self.attribute}" if self.attribute else str(self.of)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns, and for each person or text (``units``, in order) the place of its column.

    ``keys``: what an address calls a column; ``names``: what it is called, "" for what was not stated.
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]
    units: tuple[UUID, ...]
    column: tuple[int, ...]


NOT_STATED = "-"


def attributes_in_use(study: Study) -> list[tuple[By, str]]:
    """Return what there are values of, with its name (two queries)."""
    used = AttributeValue.objects.filter(study_id=study.id)
    people, texts = (
        set(used.filter(**{f"{one}__isnull": False}).values_list("attribute_id", flat=True))
        for one in ("participant", "source")
    )
    rows = Attribute.objects.filter(study_id=study.id).order_by("position", "name").values_list("id", "name")
    known = list(rows)
    found = [(By(Of.PEOPLE, one), name) for one, name in known if one in people]
    return found + [(By(Of.TEXTS, one), name) for one, name in known if one in texts]


def columns_of(study: Study, by: By) -> Columns:
    """Return the columns: for an attribute its values in order, and last what was not stated (three queries)."""
    texts = Source.objects.filter(study_id=study.id, removed_at__isnull=True)
    in_order = list(texts.order_by("position", "made_at", "id").values_list("id", "title"))
    if by.of is Of.EACH:
        ids = tuple(one for one, _title in in_order)
        return Columns(
            tuple(map(str, ids)), tuple(title for _one, title in in_order), ids, tuple(range(len(ids)))
        )
    if by.of is Of.TEXTS:
        return _by_value(study, by, "source_id", [one for one, _title in in_order])
    people = Participant.objects.filter(study_id=study.id, withdrew_on__isnull=True).order_by(
        "pseudonym", "id"
    )
    return _by_value(study, by, "participant_id", list(people.values_list("id", flat=True)))


def _by_value(study: Study, by: By, owner: str, units: Sequence[UUID]) -> Columns:
    meant: dict[str, Any] = {"attribute_id": by.attribute, f"{owner}__in": units}
    rows = AttributeValue.objects.filter(study_id=study.id, **meant)
    kinds = Attribute.objects.filter(Q(pk=by.attribute), study_id=study.id).values_list("kind", flat=True)
    kind = kinds.first() or ""
    values = dict(rows.values_list(owner, "value"))
    names = sorted(set(values.values()), key=lambda one: _order(one, kind))
    place = {name: number for number, name in enumerate(names)}
    column = tuple(place[values[one]] if one in values else len(names) for one in units)
    return Columns((*(f"={one}" for one in names), NOT_STATED), (*names, ""), tuple(units), column)


def _order(value: str, kind: str) -> tuple[float, str]:
    """Return what a value is sorted by: numbers as numbers, everything else as words."""
    try:
        return (float(value), "") if kind == AttributeKind.NUMBER else (0.0, value.casefold())
    except ValueError:
        return (float("inf"), value.casefold())


def pseudonyms(study: Study) -> dict[UUID, str]:
    """Return what each participant is called (one query)."""
    return dict(Participant.objects.filter(study_id=study.id).values_list("id", "pseudonym"))
