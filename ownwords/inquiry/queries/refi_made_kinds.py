"""What is made of codes, as our own file beside a project names it: which rows, which columns, what they point at."""

from __future__ import annotations

from typing import Any

from django.db import models

from ownwords.inquiry.models import (
    Category,
    Chart,
    ChartCell,
    ChartColumn,
    Code,
    Coding,
    Finding,
    FindingTheme,
    Incident,
    Participant,
    Property,
    Relation,
    ReportItem,
    Source,
    Stage,
    Theme,
    ThemeCode,
    ThemeExtract,
)

MADE: dict[str, type[models.Model]] = {
    "themes": Theme,
    "theme_codes": ThemeCode,
    "extracts": ThemeExtract,
    "findings": Finding,
    "finding_themes": FindingTheme,
    "charts": Chart,
    "chart_columns": ChartColumn,
    "chart_cells": ChartCell,
    "stages": Stage,
    "categories": Category,
    "properties": Property,
    "incidents": Incident,
    "relations": Relation,
    "report_items": ReportItem,
}
"""Each kind with its rows; what points at another comes after it. `method.refi` knows the same names."""
POINTED: dict[type[models.Model], str] = {
    Code: "codes",
    Participant: "cases",
    Source: "sources",
    Coding: "codings",
    **{model: kind for kind, model in MADE.items()},
}
APART = frozenset(
    "id study guid version made_by made_at changed_at changed_by_id submission removed_at".split()
)


def fields_of(model: type[models.Model]) -> list[Any]:
    """Return the columns that say something: neither which row it is, nor who touched it when."""
    return [field for field in model._meta.concrete_fields if field.name not in APART]


def points_at(field: Any) -> str:
    """Return the kind of thing that a column points at, "" for one that points at nothing."""
    return POINTED[field.related_model] if field.is_relation else ""
