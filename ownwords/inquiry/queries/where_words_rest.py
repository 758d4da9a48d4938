"""Where words that are to go stand in what was made of codes: themes, findings, charts, categories, rounds, reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import (
    Category,
    Chart,
    CheckingFinding,
    CheckingReply,
    CheckingRound,
    CodeRule,
    Finding,
    Incident,
    OwnWordsNote,
    Property,
    Relation,
    ReportItem,
    Theme,
)
from ownwords.inquiry.queries.chart_sight import visible_cells
from ownwords.inquiry.queries.sight import visible_codings
from ownwords.inquiry.queries.theme_extracts import extracts_seen

Holds = Callable[..., Q]
Found = tuple[str, str, UUID]
SHORT = 60


def places_above(opened: OpenedStudy, holds: Holds, most: int) -> Iterator[Found]:
    """Yield kind, how it is called, and the id of the page where it is read (fifteen queries at most).

    Args:
        holds: makes the condition that any of some columns holds the words.
    """
    for kind, rows, columns, name, place in _tables(opened):
        for row in rows.filter(holds(*columns))[:most]:
            yield kind, _short(_at(row, name)), _at(row, place)


def _tables(opened: OpenedStudy) -> Sequence[tuple[str, QuerySet[Any], tuple[str, ...], str, str]]:
    study = {"study_id": opened.study.id}
    incidents = Incident.objects.filter(**study)
    if opened.study.blind:
        incidents = incidents.filter(Exists(visible_codings(opened).filter(pk=OuterRef("coding_id"))))
    own = OwnWordsNote.objects.filter(**study).select_related("source")
    rounds = CheckingRound.objects.filter(**study)
    put = CheckingFinding.objects.filter(**study).select_related("round")
    return (
        ("theme", Theme.objects.filter(**study), ("name", "statement", "scope"), "name", "id"),
        ("chosen", extracts_seen(opened).select_related("theme"), ("note",), "theme.name", "theme_id"),
        ("finding", Finding.objects.filter(**study), ("statement", "meaning"), "statement", "id"),
        ("chart", Chart.objects.filter(**study), ("title", "guidance"), "title", "id"),
        ("chart", visible_cells(opened).select_related("chart"), ("summary",), "chart.title", "chart_id"),
        ("category", _with_code(Category, study), ("saturation",), "code.name", "id"),
        (
            "category", Property.objects.filter(**study), ("name", "from_pole", "to_pole"), "name", "category_id",
        ),
        ("category", incidents.select_related("property"), ("note",), "property.name", "property.category_id"),
        ("category", Relation.objects.filter(**study).select_related("of__code"), ("words",), "of.code.name", "of_id"),
        ("round", rounds, ("title", "summary", "what_changed"), "title", "id"),
        ("round", put, ("words",), "round.title", "round_id"),
        (
            "round", CheckingReply.objects.filter(**study).select_related("respondent__round"), ("words",),
            "respondent.round.title", "respondent.round_id",
        ),
        ("text", own, ("words",), "source.title", "source_id"),
        ("report", ReportItem.objects.filter(**study), ("words", "place"), "number", "id"),
        ("rule", CodeRule.objects.filter(**study).select_related("code"), ("expressions",), "code.name", "code_id"),
    )  # fmt: skip


def _with_code(model: Any, study: dict[str, Any]) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.filter(**study).select_related("code")
    return rows


def _at(row: Any, path: str) -> Any:
    for part in path.split("."):
        row = getattr(row, part)
    return row


def _short(words: Any) -> str:
    line = str(words)
    return line if len(line) <= SHORT else f"{line[: SHORT - 1]}…"
