"""The codebook: its codes as a tree with how many passages each has, today or as it was on a past day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.tree import Node, in_order
from ownwords.inquiry.models import Code
from ownwords.inquiry.queries.counts import counted_by
from ownwords.inquiry.queries.sight import visible_codings


@dataclass(frozen=True, slots=True)
class Shown:
    """One code in the tree: how deep it hangs, and how many passages the viewer sees under it (None: not counted)."""

    code: Any
    depth: int
    passages: int | None = None


def codes_in_view(opened: OpenedStudy) -> QuerySet[Code]:
    """Return the codes of the study that are not out of view."""
    return Code.objects.filter(study_id=opened.study.id, removed_at__isnull=True)


def nodes_of(opened: OpenedStudy) -> list[Node[UUID]]:
    """Return the tree alone, without words."""
    rows = codes_in_view(opened).values_list("id", "parent_id", "position", "folded")
    return [Node(one, parent, (position, name)) for one, parent, position, name in rows]


def codebook(opened: OpenedStudy, *, counted: bool = True) -> list[Shown]:
    """Return every code in the order of the tree, with its passages counted (two queries)."""
    counts: dict[UUID, int] = {}
    if counted:
        counts = counted_by(visible_codings(opened), "code_id")
    return as_tree(codes_in_view(opened), counts if counted else None)


def codebook_at(study_id: UUID, moment: datetime) -> list[Shown]:
    """Return the codebook as it stood at a moment, read from the versions of its codes (one query)."""
    return as_tree(_versions_at(study_id, moment), None)


def _versions_at(study_id: UUID, moment: datetime) -> list[Any]:
    """Return the version of every code that was in view at a moment, in no order (one query)."""
    events = Code.pgh_event_model  # type: ignore[attr-defined]
    newest = (
        events.objects.filter(study_id=study_id, pgh_created_at__lte=moment)
        .order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id")
        .distinct("pgh_obj_id")
    )
    return [row for row in newest if row.removed_at is None]


def as_tree(codes: Iterable[Any], counts: dict[UUID, int] | None) -> list[Shown]:
    """Return codes, or versions of them, in the order of the tree; `counts` None: passages were not counted."""
    known = {code.id: code for code in codes}
    nodes = [Node(one.id, one.parent_id, (one.position, one.folded)) for one in known.values()]
    return [
        Shown(known[one], depth, None if counts is None else counts.get(one, 0))
        for one, depth in in_order(nodes)
    ]


def told_apart(shown: Iterable[Shown]) -> dict[UUID, str]:
    """Return what each code is called where its branch is not seen: with the code above it, where two bear one name."""
    codes = {one.code.id: one.code for one in shown}
    bearers = Counter(one.folded for one in codes.values())
    return {
        one.id: f"{one.name} ({codes[one.parent_id].name})"
        if bearers[one.folded] > 1 and one.parent_id in codes
        else one.name
        for one in codes.values()
    }
