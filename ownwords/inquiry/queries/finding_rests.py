"""What rests on one passage: upwards to themes, findings and elements of practice; charts, categories, and rounds."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import (
    ChartCell,
    CheckingFinding,
    Coding,
    Finding,
    FindingTheme,
    Incident,
    Theme,
    ThemeCode,
    ThemeExtract,
)
from ownwords.inquiry.queries.chart_sight import visible_cells
from ownwords.inquiry.queries.finding_practice import elements_of
from ownwords.people.method.practice import Element


@dataclass(frozen=True, slots=True)
class RestingTheme:
    """A theme above a passage. ``stands`` is what the passage was chosen for; "" where only its code belongs there."""

    theme: Theme
    stands: str
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class Rests:
    """Everything that rests on a passage."""

    themes: list[RestingTheme]
    elements: dict[UUID, tuple[Element, ...]]
    cells: list[ChartCell]
    incidents: list[Incident]
    put: list[CheckingFinding]

    def __bool__(self) -> bool:
        """Whether anything rests on it."""
        return bool(self.themes or self.cells or self.incidents or self.put)


def rests_on(opened: OpenedStudy, coding: Coding) -> Rests:
    """Return what rests on a passage that the viewer sees (seven queries)."""
    study = {"study_id": opened.study.id}
    chosen = dict(ThemeExtract.objects.filter(coding_id=coding.id, **study).values_list("theme_id", "stands"))
    member = ThemeCode.objects.filter(theme_id=OuterRef("pk"), code_id=coding.code_id)
    here = Theme.objects.filter(removed_at__isnull=True, **study)
    themes = list((here.filter(pk__in=chosen) | here.filter(Exists(member))).order_by("position", "id"))
    findings = _findings(opened, [one.id for one in themes])
    named = {one.id for its in findings.values() for one in its}
    cells = visible_cells(opened).filter(rests_on__contains=[coding.id], chart__removed_at__isnull=True)
    incidents = Incident.objects.filter(coding_id=coding.id, property__removed_at__isnull=True, **study)
    put = CheckingFinding.objects.filter(quotes__contains=[coding.id], removed_at__isnull=True, **study)
    return Rests(
        [RestingTheme(one, chosen.get(one.id, ""), findings.get(one.id, [])) for one in themes],
        elements_of(opened, named) if named else {},
        list(
            cells.select_related("chart", "code", "participant", "source").order_by("chart__position", "id")
        ),
        list(incidents.select_related("property__category__code").order_by("id")),
        list(put.select_related("round").order_by("round__id", "position")),
    )


def _findings(opened: OpenedStudy, themes: list[UUID]) -> dict[UUID, list[Finding]]:
    rows = FindingTheme.objects.filter(
        study_id=opened.study.id, theme_id__in=themes, finding__removed_at__isnull=True
    )
    found: dict[UUID, list[Finding]] = {}
    for row in rows.select_related("finding").order_by("finding__position", "finding_id"):
        found.setdefault(row.theme_id, []).append(row.finding)
    return found
