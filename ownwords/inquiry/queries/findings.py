"""The findings of a study, with the themes that they rest on and the elements of practice that they speak to."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Finding, FindingTheme, Theme
from ownwords.inquiry.queries.finding_practice import elements_of
from ownwords.people.access import NotFound
from ownwords.people.method.practice import Element


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding in the list."""

    finding: Finding
    themes: list[Theme]
    elements: tuple[Element, ...]


def findings_of(opened: OpenedStudy) -> QuerySet[Finding]:
    """Return the findings in view, in their order."""
    here = Finding.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    return here.order_by("position", "id")


def out_of_view(opened: OpenedStudy) -> list[Finding]:
    """Return the findings out of view, the newest taken out first (one query)."""
    here = Finding.objects.filter(study_id=opened.study.id, removed_at__isnull=False)
    return list(here.order_by("-removed_at", "id"))


def findings_shown(opened: OpenedStudy) -> list[Shown]:
    """Return every finding in view with its themes and elements (three queries)."""
    findings = list(findings_of(opened))
    ids = [one.id for one in findings]
    themes, elements = themes_of(opened, ids), elements_of(opened, ids)
    return [Shown(one, themes.get(one.id, []), elements.get(one.id, ())) for one in findings]


def themes_of(opened: OpenedStudy, findings: list[UUID]) -> dict[UUID, list[Theme]]:
    """Return the themes in view that each finding rests on, in the order of the themes (one query)."""
    rows = FindingTheme.objects.filter(
        study_id=opened.study.id, finding_id__in=findings, theme__removed_at__isnull=True
    )
    found: dict[UUID, list[Theme]] = {}
    for row in rows.select_related("theme").order_by("theme__position", "theme_id"):
        found.setdefault(row.finding_id, []).append(row.theme)
    return found


def open_finding(opened: OpenedStudy, finding_id: UUID, *, in_view: bool = True) -> Finding:
    """Return one finding. Raises NotFound: none such, or out of view where it must be in view."""
    rows = Finding.objects.filter(study_id=opened.study.id, pk=finding_id)
    found = (rows.filter(removed_at__isnull=True) if in_view else rows).first()
    if found is None:
        raise NotFound
    return found


def themes_to_choose(opened: OpenedStudy) -> list[Theme]:
    """Return the themes in view to let a finding rest on, in their order (one query)."""
    here = Theme.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    return list(here.order_by("position", "id"))
