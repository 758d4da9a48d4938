"""The order of themes, and of the passages chosen for one: the team's own, never by a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.order import one_place_on
from ownwords.inquiry.models import Theme, ThemeExtract, ThemeStatus
from ownwords.inquiry.queries.theme_extracts import extracts_seen, open_extract
from ownwords.inquiry.queries.themes import as_tree, themes_in_view
from ownwords.people.actions.holding import hold


def hold_themes(opened: OpenedStudy) -> None:
    """Let one change of the tree of themes of a study happen at a time, until this transaction ends."""
    hold("themes", opened.study.id)


@transaction.atomic
def move_theme(*, opened: OpenedStudy, theme_id: UUID, up: bool) -> Theme:
    """Move a theme one place up or down among those beside it; the first stays first. Raises NotFound."""
    opened.needs(Need.CODE)
    hold_themes(opened)
    theme = locked(opened, themes_in_view(opened), theme_id, None)
    shown = as_tree(list(themes_in_view(opened).exclude(status=ThemeStatus.DROPPED)))
    at = next((one.depth for one in shown if one.theme.id == theme.id), None)
    known = {one.theme.id for one in shown}
    parent = theme.parent_id if theme.parent_id in known else None
    beside = [
        one.theme
        for one in shown
        if one.depth == at and (one.theme.parent_id if one.theme.parent_id in known else None) == parent
    ]
    _swap(Doing(opened, "theme_moved", theme.name), "theme", beside, theme.id, up=up)
    return theme


@transaction.atomic
def move_extract(*, opened: OpenedStudy, theme_id: UUID, extract_id: UUID, up: bool) -> ThemeExtract:
    """Move a chosen passage one place up or down among those that do the same for the theme. Raises NotFound."""
    opened.needs(Need.CODE)
    hold_themes(opened)
    extract = open_extract(opened, theme_id, extract_id)
    rows = extracts_seen(opened).filter(theme_id=theme_id, stands=extract.stands)
    beside = list(rows.order_by("position", "id"))
    doing = Doing(opened, "extract_moved", extract.theme.name)
    _swap(doing, "theme_extract", beside, extract.id, up=up)
    return extract


def _swap(doing: Doing, table: str, rows: Sequence[Any], which: UUID, *, up: bool) -> None:
    """Put one row before or behind the next, and number all anew where that is needed. Versions stay as they are."""
    order = one_place_on(rows, which, up=up)
    if order is None:
        return
    for place, row in enumerate(order):
        if row.position != place:
            doing.set_column(type(row), table, [row.id], "position", row.position, place)
    doing.keep()
