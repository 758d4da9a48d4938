"""Themes as their pages show them: each with how many codes and passages it has, and who speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.tree import below
from ownwords.inquiry.models import Stands, Theme
from ownwords.inquiry.queries.theme_extracts import how_many_chosen
from ownwords.inquiry.queries.theme_members import codes_by_theme
from ownwords.inquiry.queries.theme_speakers import Carried, carried_by
from ownwords.inquiry.queries.themes import Shown, nodes_of


@dataclass(frozen=True, slots=True)
class Row:
    """A theme in the tree; `first` and `last` among those beside it; `ends`: how many lists end after it."""

    theme: Theme
    depth: int
    codes: int
    speaks_for: int
    against: int
    carried: Carried
    first: bool
    last: bool
    opens: bool
    ends: int


def rows_of(opened: OpenedStudy, shown: Sequence[Shown]) -> list[Row]:
    """Return the themes of a tree in its order, counted, however many there are."""
    if not shown:
        return []
    codes, chosen = codes_by_theme(opened), how_many_chosen(opened)
    nodes = nodes_of(one.theme for one in shown)
    carried = carried_by(opened, {one.theme.id: {one.theme.id, *below(nodes, one.theme.id)} for one in shown})
    depths = [one.depth for one in shown]
    return [
        Row(
            one.theme, one.depth, len(codes.get(one.theme.id, ())), chosen.get((one.theme.id, Stands.FOR), 0),
            chosen.get((one.theme.id, Stands.AGAINST), 0), carried[one.theme.id],
            _first(depths, n), _last(depths, n), n + 1 < len(depths) and depths[n + 1] > one.depth,
            max(0, one.depth - (depths[n + 1] if n + 1 < len(depths) else 0)),
        )
        for n, one in enumerate(shown)
    ]  # fmt: skip


def _first(depths: Sequence[int], at: int) -> bool:
    """Whether nothing as deep stands before it below the same theme."""
    earlier = (depth for depth in reversed(depths[:at]) if depth <= depths[at])
    return next(earlier, -1) < depths[at]


def _last(depths: Sequence[int], at: int) -> bool:
    later = (depth for depth in depths[at + 1 :] if depth <= depths[at])
    return next(later, -1) < depths[at]


def carried_here(opened: OpenedStudy, shown: Sequence[Shown], theme_id: UUID) -> Carried:
    """Return who speaks for one theme with its sub-themes."""
    nodes = nodes_of(one.theme for one in shown)
    return carried_by(opened, {theme_id: {theme_id, *below(nodes, theme_id)}})[theme_id]


def above(shown: Sequence[Shown], theme: Theme) -> list[Theme]:
    """Return the themes above one, from the top down."""
    known = {one.theme.id: one.theme for one in shown}
    found: list[Theme] = []
    at = known.get(theme.parent_id) if theme.parent_id else None
    while at is not None and at not in found:
        found.insert(0, at)
        at = known.get(at.parent_id) if at.parent_id else None
    return found


def without_branch(shown: Sequence[Shown], theme_id: UUID) -> list[Shown]:
    """Return the themes that one can hang below: not itself, nor what hangs on it."""
    branch = {theme_id, *below(nodes_of(one.theme for one in shown), theme_id)}
    return [one for one in shown if one.theme.id not in branch]
