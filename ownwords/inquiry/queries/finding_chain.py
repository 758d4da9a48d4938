"""A finding opened downwards: its themes, what was chosen for and against each, who carries it, its codes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.tree import below
from ownwords.inquiry.models import Code, Finding, Theme, ThemeStatus
from ownwords.inquiry.queries.finding_extracts import Extracts, extracts_of
from ownwords.inquiry.queries.findings import themes_of
from ownwords.inquiry.queries.sight import visible_codings
from ownwords.inquiry.queries.theme_members import codes_by_theme
from ownwords.inquiry.queries.theme_speakers import Carried, carried_by
from ownwords.inquiry.queries.themes import nodes_of, themes_in_view


@dataclass(frozen=True, slots=True)
class OfCode:
    """A code of a theme and how many of its passages the viewer sees."""

    code: Code
    passages: int


@dataclass(frozen=True, slots=True)
class OfTheme:
    """A theme that a finding rests on, with everything below it that its page shows."""

    theme: Theme
    extracts: Extracts
    carried: Carried
    codes: list[OfCode]


def chain_of(opened: OpenedStudy, finding: Finding) -> list[OfTheme]:
    """Return what a finding rests on, in as many queries whatever it rests on. With a theme its sub-themes count."""
    themes = themes_of(opened, [finding.id]).get(finding.id, [])
    if not themes:
        return []
    ids = [one.id for one in themes]
    codes, extracts = codes_by_theme(opened, ids), extracts_of(opened, ids)
    nodes = nodes_of(themes_in_view(opened).exclude(status=ThemeStatus.DROPPED))
    carried = carried_by(opened, {one: {one, *below(nodes, one)} for one in ids})
    counts = _passages(opened, {code.id for its in codes.values() for code in its})
    return [
        OfTheme(
            one, extracts[one.id], carried[one.id],
            [OfCode(code, counts.get(code.id, 0)) for code in codes.get(one.id, ())],
        )
        for one in themes
    ]  # fmt: skip


def _passages(opened: OpenedStudy, codes: Collection[UUID]) -> dict[UUID, int]:
    rows = visible_codings(opened).filter(code_id__in=codes).order_by().values("code_id")
    return dict(rows.annotate(n=Count("id")).values_list("code_id", "n"))
