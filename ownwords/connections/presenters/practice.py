"""How a team sees its own connecting work: each area with its values over time and their examples. No names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.connections.method.practice import practice_areas
from ownwords.connections.models import PracticeCheck, PracticeRating


@dataclass(frozen=True, slots=True)
class SaidOfArea:
    """One value with its example. Who said it is left out: this is about the team."""

    on: date
    value: int
    example: str


@dataclass(frozen=True, slots=True)
class ShownArea:
    """One area with everything that was said of it, newest first."""

    key: str
    label: str
    said: Sequence[SaidOfArea]


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """A check of the viewer's own: how much of it counts, and how much waits for its other half."""

    id: UUID
    on: date
    whole: int
    drafts: int


def show_areas(found: Mapping[str, Sequence[PracticeRating]]) -> list[ShownArea]:
    """Put the values of a team into the order of the areas; an area of an earlier version comes last, as it read."""
    now = {area.key: _(area.label) for area in practice_areas().areas}
    earlier = {key: rows[0].area_words for key, rows in found.items() if key not in now}
    return [
        ShownArea(
            key,
            label,
            [
                SaidOfArea(row.check_made.made_on, row.value, row.example)
                for row in found.get(key, ())
                if row.value is not None
            ],
        )
        for key, label in (now | earlier).items()
    ]


def show_own(checks: Iterable[PracticeCheck]) -> list[OwnCheck]:
    """Say of each of the viewer's checks how many areas are whole and how many are drafts."""
    shown = []
    for check in checks:
        rows = [row for row in check.ratings.all() if row.value is not None or row.example]
        whole = sum(row.value is not None and bool(row.example) for row in rows)
        shown.append(OwnCheck(check.id, check.made_on, whole, len(rows) - whole))
    return shown
