"""Themes of a study: the tree in the team's order, those that were dropped, and those out of view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.tree import Node, in_order
from ownwords.inquiry.models import Finding, Theme, ThemeStatus
from ownwords.people.access import NotFound


@dataclass(frozen=True, slots=True)
class Shown:
    """One theme in the tree, and how deep it hangs."""

    theme: Theme
    depth: int


def themes_in_view(opened: OpenedStudy) -> QuerySet[Theme]:
    """Return the themes of the study that are not out of view, the dropped ones too, in no order."""
    return Theme.objects.filter(study_id=opened.study.id, removed_at__isnull=True)


def nodes_of(themes: Iterable[Theme]) -> list[Node[UUID]]:
    """Return the tree alone; among those beside it a theme stands where the team put it."""
    return [Node(one.id, one.parent_id, (one.position, str(one.id))) for one in themes]


def as_tree(themes: Sequence[Theme]) -> list[Shown]:
    """Return themes in the order of the tree; one whose parent is not among them stands at the top."""
    known = {one.id: one for one in themes}
    return [Shown(known[one], depth) for one, depth in in_order(nodes_of(themes))]


def standing(shown: Iterable[Shown]) -> list[Shown]:
    """Return those of a tree that were not dropped."""
    return [one for one in shown if one.theme.status != ThemeStatus.DROPPED]


def tree_of_themes(opened: OpenedStudy) -> list[Shown]:
    """Return the themes that stand, in the order of the tree (one query)."""
    return as_tree(list(themes_in_view(opened).exclude(status=ThemeStatus.DROPPED)))


def themes_by_place(opened: OpenedStudy) -> tuple[list[Shown], list[Theme], list[Theme]]:
    """Return the tree of themes that stand, the dropped ones, and those out of view, newest first (one query)."""
    everything = list(Theme.objects.filter(study_id=opened.study.id))
    standing = [one for one in everything if not one.removed_at and one.status != ThemeStatus.DROPPED]
    dropped = [one for one in everything if not one.removed_at and one.status == ThemeStatus.DROPPED]
    out = sorted((one for one in everything if one.removed_at), key=lambda one: one.changed_at, reverse=True)
    return as_tree(standing), [one.theme for one in as_tree(dropped)], out


def theme_in_view(opened: OpenedStudy, theme_id: UUID) -> Theme:
    """Return a theme that is not out of view. Raises NotFound."""
    return _there(themes_in_view(opened).filter(pk=theme_id).first())


def any_theme(opened: OpenedStudy, theme_id: UUID) -> Theme:
    """Return a theme, also one out of view. Raises NotFound."""
    return _there(Theme.objects.filter(study_id=opened.study.id, pk=theme_id).first())


def _there(found: Theme | None) -> Theme:
    if found is None:
        raise NotFound
    return found


def findings_on(opened: OpenedStudy, theme_id: UUID) -> list[Finding]:
    """Return the findings in view that rest on a theme, in their order (one query)."""
    rows = Finding.objects.filter(
        study_id=opened.study.id, rests_on__theme_id=theme_id, removed_at__isnull=True
    )
    return list(rows.order_by("position", "id"))


def names_of_themes(opened: OpenedStudy) -> dict[UUID, str]:
    """Return the present name of every theme of the study, those out of view too (one query)."""
    return dict(Theme.objects.filter(study_id=opened.study.id).values_list("id", "name"))
