"""The tree of codes as a page draws it: nested lists from rows in order, and codes found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ownwords.inquiry.method.folding import folded
from ownwords.inquiry.queries.codes import Shown

SHOWN_OPEN = 60
"""With more codes than this, what hangs on the top codes is shown on pressing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One code: what hangs on it, near or far, with its passages; `ends` are the depths of lists that end after it."""

    code: Any
    depth: int
    passages: int | None
    below: int
    passages_below: int
    ends: tuple[int, ...]


def found(shown: Sequence[Shown], typed: str) -> list[Shown]:
    """Return the codes in whose name or definition the typed words stand, with what each of them hangs on."""
    words = folded(typed)
    if not words:
        return list(shown)
    kept: set[int] = set()
    path: list[int] = []
    for place, one in enumerate(shown):
        del path[one.depth :]
        path.append(place)
        if words in one.code.folded or words in folded(f"{one.code.definition} {one.code.use_when}"):
            kept.update(path)
    return [shown[place] for place in sorted(kept)]


def rows(shown: Sequence[Shown]) -> list[Row]:
    """Return the rows of nested lists, from the top down."""
    below, passages = [0] * len(shown), [0] * len(shown)
    path: list[int] = []
    for place, one in enumerate(shown):
        del path[one.depth :]
        for above in path:
            below[above] += 1
            passages[above] += one.passages or 0
        path.append(place)
    following = [*(one.depth for one in shown[1:]), 0][: len(shown)]
    return [
        Row(
            one.code,
            one.depth,
            one.passages,
            below[n],
            passages[n],
            tuple(range(one.depth - 1, next_ - 1, -1)),
        )
        for n, (one, next_) in enumerate(zip(shown, following, strict=True))
    ]


def without_branch(shown: Sequence[Shown], code_id: UUID) -> list[Shown]:
    """Return the tree without a code and all that hangs on it: the places where it can hang itself."""
    kept: list[Shown] = []
    inside: int | None = None
    for one in shown:
        if inside is not None and one.depth > inside:
            continue
        inside = one.depth if one.code.id == code_id else None
        if inside is None:
            kept.append(one)
    return kept


@dataclass(frozen=True, slots=True)
class Around:
    """Where a code hangs: the codes above it from the top down, and those that hang on it."""

    above: tuple[Any, ...]
    below: tuple[Any, ...]


def around(shown: Sequence[Shown], code_id: UUID, parent_id: UUID | None) -> Around:
    """Return what is above and straight below a code."""
    known = {one.code.id: one.code for one in shown}
    above: list[Any] = []
    at = known.get(parent_id) if parent_id else None
    while at is not None and at not in above:
        above.insert(0, at)
        at = known.get(at.parent_id) if at.parent_id else None
    return Around(tuple(above), tuple(one.code for one in shown if one.code.parent_id == code_id))
