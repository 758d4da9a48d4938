"""Themes, findings, charts, categories and all else that is made of codes, as it goes out beside a project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import models

from ownwords.inquiry.method.refi.model.codes import Set
from ownwords.inquiry.models import (
    ChartCell,
    Code,
    Incident,
    Participant,
    Source,
    ThemeExtract,
)
from ownwords.inquiry.queries.export_scope import Scope
from ownwords.inquiry.queries.refi_made_kinds import MADE, fields_of, points_at

Guids = dict[str, dict[UUID, str]]


def made_to_go(scope: Scope) -> dict[str, dict[str, Any]]:
    """Return what is made of codes: kind -> GUID -> its values, what it points at by GUID (one query a kind, and five).

    What points at something that does not go out stays as well: taken out of view, withdrawn, or hidden while blind.
    """
    guids = _pointed_at(scope)
    found: dict[str, dict[str, Any]] = {}
    for kind, model in MADE.items():
        rows = list(_rows(scope, model))
        guids[kind] = {row.id: str(row.guid) for row in rows}
        given = ((row, _values(row, guids)) for row in rows)
        found[kind] = {str(row.guid): values for row, values in given if values is not None}
        guids[kind] = {row.id: str(row.guid) for row in rows if str(row.guid) in found[kind]}
    return found


def themes_as_sets(made: Mapping[str, Mapping[str, Any]]) -> tuple[Set, ...]:
    """Return the themes as sets of their codes, so that other programs see them too."""
    codes: dict[str, list[str]] = {guid: [] for guid in made["themes"]}
    for one in made["theme_codes"].values():
        codes[one["theme"]].append(one["code"])
    in_order = sorted(made["themes"].items(), key=lambda one: (one[1]["position"], one[0]))
    return tuple(
        Set(guid, said["name"], said["statement"], codes=tuple(sorted(codes[guid])))
        for guid, said in in_order
    )


def _rows(scope: Scope, model: type[models.Model]) -> Iterable[Any]:
    rows = model._default_manager.filter(study_id=scope.study.id)
    if model is ChartCell and scope.cells is not None:
        rows = scope.cells
    names = {field.name for field in model._meta.concrete_fields}
    return (rows.filter(removed_at__isnull=True) if "removed_at" in names else rows).order_by("guid")


def _values(row: Any, guids: Guids) -> dict[str, Any] | None:
    """Return what a row says; None where it points at something that does not go out."""
    said: dict[str, Any] = {}
    for field in fields_of(type(row)):
        value = getattr(row, field.attname)
        kind = points_at(field)
        if kind and value is not None:
            value = guids[kind].get(value)
            if value is None and not field.null:
                return None
        if _of_codings(field):
            value = [guids["codings"].get(one, str(one)) for one in value]
        said[field.name] = _plain(value)
    return None if _of_nobody(row, said) else said


def _of_codings(field: Any) -> bool:
    return bool(field.name == "rests_on" and field.model is ChartCell)


def _of_nobody(row: Any, said: Mapping[str, Any]) -> bool:
    return isinstance(row, ChartCell) and not said["participant"] and not said["source"]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def _pointed_at(scope: Scope) -> Guids:
    study = scope.study.id
    rows: dict[str, Any] = {
        "codes": Code.objects.filter(study_id=study, removed_at__isnull=True),
        "cases": Participant.objects.filter(study_id=study, withdrew_on__isnull=True),
        "sources": Source.objects.filter(study_id=study, removed_at__isnull=True),
        "codings": scope.codings.filter(pk__in=set(_codings_used(study))),
    }
    return {
        kind: {one: str(guid) for one, guid in found.order_by().values_list("id", "guid")}
        for kind, found in rows.items()
    }


def _codings_used(study: UUID) -> Iterator[UUID]:
    for model in (ThemeExtract, Incident):
        yield from model._default_manager.filter(study_id=study).values_list("coding_id", flat=True)
    for rests_on in ChartCell.objects.filter(study_id=study).values_list("rests_on", flat=True):
        yield from rests_on
