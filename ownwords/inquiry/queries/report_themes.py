"""Themes in view as a report tells them: in the order of their tree, with their codes and chosen passages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Finding, FindingTheme, Theme, ThemeStatus
from ownwords.inquiry.queries.theme_extracts import extracts_seen
from ownwords.inquiry.queries.theme_members import codes_by_theme
from ownwords.inquiry.queries.themes import themes_in_view, tree_of_themes


@dataclass(frozen=True, slots=True)
class Extract:
    """A chosen passage. ``empty``: its words were struck out or withdrawn."""

    coding_id: UUID
    stands: str
    note: str
    empty: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A theme, how deep it hangs, its codes in view, and its extracts in their order."""

    theme: Theme
    depth: int
    codes: tuple[UUID, ...]
    extracts: tuple[Extract, ...]


def themes_told(opened: OpenedStudy) -> list[Told]:
    """Return the themes that are in view and not dropped (four queries)."""
    codes, extracts = codes_by_theme(opened), _extracts(opened)
    return [
        Told(
            one.theme, one.depth, tuple(code.id for code in codes.get(one.theme.id, ())),
            tuple(extracts.get(one.theme.id, ())),
        )
        for one in tree_of_themes(opened)
    ]  # fmt: skip


def _extracts(opened: OpenedStudy) -> dict[UUID, list[Extract]]:
    found: dict[UUID, list[Extract]] = defaultdict(list)
    columns = ("theme_id", "coding_id", "stands", "note", "coding__start", "coding__end")
    rows = extracts_seen(opened).order_by("position", "id").values_list(*columns)
    for theme, coding, stands, note, start, end in rows:
        found[theme].append(Extract(coding, stands, note, start == end))
    return found


def findings_told(opened: OpenedStudy) -> list[tuple[Finding, list[UUID]]]:
    """Return the findings in their order, each with the themes that it rests on (two queries)."""
    rests: dict[UUID, list[UUID]] = defaultdict(list)
    rows = FindingTheme.objects.filter(study_id=opened.study.id).order_by("id")
    for finding, theme in rows.values_list("finding_id", "theme_id"):
        rests[finding].append(theme)
    found = Finding.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    return [(one, rests.get(one.id, [])) for one in found.order_by("position", "id")]


def dropped_themes(opened: OpenedStudy) -> int:
    """Count the themes that were dropped, and stay where they can be read (one query)."""
    return themes_in_view(opened).filter(status=ThemeStatus.DROPPED).count()
