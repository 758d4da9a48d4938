"""Which codes belong to which themes."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code, ThemeCode
from ownwords.inquiry.queries.codes import as_tree, codes_in_view


def member_rows(opened: OpenedStudy) -> QuerySet[ThemeCode]:
    """Return which code belongs to which theme, of codes in view."""
    return ThemeCode.objects.filter(study_id=opened.study.id, code__removed_at__isnull=True)


def codes_by_theme(opened: OpenedStudy, themes: Collection[UUID] | None = None) -> dict[UUID, list[Code]]:
    """Return the codes of each theme, of some themes or of all, in the order of the codebook (two queries)."""
    rows = member_rows(opened)
    if themes is not None:
        rows = rows.filter(theme_id__in=themes)
    pairs = list(rows.values_list("theme_id", "code_id"))
    if not pairs:
        return {}
    found: dict[UUID, list[Code]] = {}
    members: dict[UUID, list[UUID]] = {}
    for theme, code in pairs:
        members.setdefault(code, []).append(theme)
    for one in as_tree(codes_in_view(opened), None):
        for theme in members.get(one.code.id, ()):
            found.setdefault(theme, []).append(one.code)
    return found


def code_ids_of(opened: OpenedStudy, theme_id: UUID) -> list[UUID]:
    """Return the codes in view that belong to a theme, in no order (one query)."""
    return list(member_rows(opened).filter(theme_id=theme_id).values_list("code_id", flat=True))
