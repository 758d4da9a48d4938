"""The passages chosen for themes and against them, with their words where these are still there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, Stands, Theme, ThemeExtract
from ownwords.inquiry.queries.passages import Quotation, quotations_of
from ownwords.inquiry.queries.sight import open_to_me, visible_codings
from ownwords.people.access import NotFound


@dataclass(frozen=True, slots=True)
class Chosen:
    """A passage chosen for a theme. Without ``quotation`` its words are gone (``gone``), or its text or code is."""

    extract: ThemeExtract
    quotation: Quotation | None
    gone: bool


def extracts_seen(opened: OpenedStudy) -> QuerySet[ThemeExtract]:
    """Return what was chosen for themes, but for passages that blind coding hides from the viewer."""
    rows = ThemeExtract.objects.filter(study_id=opened.study.id)
    if not opened.study.blind:
        return rows
    seen = Coding.objects.filter(open_to_me(opened, "source_id", "coder_id"), study_id=opened.study.id)
    return rows.filter(coding_id__in=seen.order_by().values("id"))


def extracts_of(opened: OpenedStudy, theme_id: UUID, stands: str) -> list[Chosen]:
    """Return what was chosen for a theme, or against it, in the team's order (three queries)."""
    rows = extracts_seen(opened).filter(theme_id=theme_id, stands=stands).select_related("coding", "made_by")
    found = list(rows.order_by("position", "id"))
    words = quotations_of(opened, [one.coding_id for one in found]) if found else {}
    return [Chosen(one, words.get(one.coding_id), one.coding.start == one.coding.end) for one in found]


def open_extract(opened: OpenedStudy, theme_id: UUID, extract_id: UUID) -> ThemeExtract:
    """Return one passage chosen for a theme in view. Raises NotFound."""
    rows = extracts_seen(opened).filter(theme_id=theme_id, theme__removed_at__isnull=True, pk=extract_id)
    found = rows.select_related("coding").first()
    if found is None:
        raise NotFound
    return found


def how_many_chosen(opened: OpenedStudy) -> dict[tuple[UUID, str], int]:
    """Return how many passages with words still there were chosen for, and against, each theme (one query)."""
    seen = visible_codings(opened).order_by().values("id")
    rows = ThemeExtract.objects.filter(study_id=opened.study.id, coding_id__in=seen).order_by()
    counted = rows.values("theme_id", "stands").annotate(n=Count("id"))
    return {(row["theme_id"], row["stands"]): row["n"] for row in counted}


def chosen_already(opened: OpenedStudy, theme_id: UUID, codings: Collection[UUID]) -> dict[UUID, str]:
    """Return for passages what each was chosen for in a theme, of those that were (one query)."""
    rows = ThemeExtract.objects.filter(study_id=opened.study.id, theme_id=theme_id, coding_id__in=codings)
    return {coding: str(Stands(stands).label) for coding, stands in rows.values_list("coding_id", "stands")}


def themes_of_passage(opened: OpenedStudy, coding_id: UUID) -> list[tuple[Theme, str]]:
    """Return the themes in view for which a passage was chosen, with what it does for each (one query)."""
    rows = ThemeExtract.objects.filter(
        study_id=opened.study.id, coding_id=coding_id, theme__removed_at__isnull=True
    )
    found = rows.select_related("theme").order_by(F("theme__position"), "theme_id")
    return [(one.theme, str(Stands(one.stands).label)) for one in found]
