"""A row of a study as a step keeps it: every column as JSON keeps it, and back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models

from ownwords.inquiry.models import (
    AttributeValue,
    Category,
    Chart,
    ChartCell,
    ChartColumn,
    Code,
    CodeRule,
    Coding,
    Finding,
    FindingTheme,
    Incident,
    Memo,
    Property,
    Relation,
    ReportItem,
    SamplingDecision,
    SamplingGroup,
    Source,
    Stage,
    Theme,
    ThemeCode,
    ThemeExtract,
)

#: Whatever a step can touch. What is not here, a step cannot bring back.
TABLES: dict[str, type[models.Model]] = {
    "code": Code,
    "coding": Coding,
    "memo": Memo,
    "source": Source,
    "value": AttributeValue,
    "sampling_group": SamplingGroup,
    "sampling_decision": SamplingDecision,
    "theme": Theme,
    "theme_code": ThemeCode,
    "theme_extract": ThemeExtract,
    "finding": Finding,
    "finding_theme": FindingTheme,
    "chart": Chart,
    "chart_column": ChartColumn,
    "chart_cell": ChartCell,
    "stage": Stage,
    "category": Category,
    "property": Property,
    "incident": Incident,
    "relation": Relation,
    "report_item": ReportItem,
    "code_rule": CodeRule,
}
_NAMES = {model: name for name, model in TABLES.items()}
#: Who touched a row last, and how often, is no part of what it says.
_APART = frozenset({"version", "changed_at", "changed_by_id", "submission"})


def table_of(row: models.Model) -> str:
    """Return the name under which a step keeps rows of this kind."""
    return _NAMES[type(row)]


def removable(model: type[models.Model]) -> bool:
    """Whether rows of this kind are taken out of view, rather than away."""
    return any(field.name == "removed_at" for field in model._meta.concrete_fields)


def state_of(row: models.Model) -> dict[str, Any]:
    """Return what a row says, in values that JSON keeps and that compare alike after it."""
    return {
        field.attname: _plain(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.attname not in _APART
    }


def put_state(row: models.Model, state: dict[str, Any]) -> None:
    """Write a kept state into a row. A column that came later keeps what it holds."""
    for field in row._meta.concrete_fields:
        if field.attname in state:
            setattr(row, field.attname, field.to_python(state[field.attname]))


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value
