"""Which codes an analysis is about: a branch of the tree, the most used ones, or those that were chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.method.tree import Node, below, in_order
from ownwords.inquiry.models import Code, Study


@dataclass(frozen=True, slots=True)
class Choice:
    """Which codes, and whose codings. ``branch``: this code and all below it; ``most``: so many of the most used."""

    most: int | None = None
    branch: UUID | None = None
    chosen: Collection[UUID] | None = None
    coder: UUID | None = None


@dataclass(frozen=True, slots=True)
class InTree:
    """One code in the order of the tree, with what it is called where its name alone is not enough."""

    id: UUID
    depth: int
    name: str
    label: str


def tree_of(study: Study) -> list[InTree]:
    """Return the codes in view in the order of the tree (one query)."""
    rows = Code.objects.filter(study_id=study.id, removed_at__isnull=True)
    columns = ("id", "parent_id", "position", "folded", "name")
    known = {row[0]: row for row in rows.values_list(*columns)}
    nodes = [Node(one[0], one[1], (one[2], one[3])) for one in known.values()]
    names: dict[str, int] = {}
    for one in known.values():
        names[one[3]] = names.get(one[3], 0) + 1
    found = []
    for code, depth in in_order(nodes):
        _id, parent, _position, folded, name = known[code]
        twice = names[folded] > 1 and parent in known
        found.append(InTree(code, depth, name, f"{name} ({known[parent][4]})" if twice else name))
    return found


def codes_meant(study: Study, choice: Choice) -> set[UUID] | None:
    """Return the codes that a choice names, None for all (one query for a branch)."""
    if choice.chosen is not None:
        return set(choice.chosen)
    if choice.branch is None:
        return None
    rows = Code.objects.filter(study_id=study.id, removed_at__isnull=True).values_list("id", "parent_id")
    return {choice.branch, *below([Node(one, parent, (0, "")) for one, parent in rows], choice.branch)}
