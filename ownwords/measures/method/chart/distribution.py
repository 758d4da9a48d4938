"""How many people of a team stand where on a scale, drawn as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

FEWEST_PEOPLE = 5  # fewer are never shown as a number


class Held(StrEnum):
    """Why a number is not shown."""

    SMALL = "small"  # fewer than five, and not none
    BESIDE = "beside"  # another number could be worked out from it


@dataclass(frozen=True, slots=True)
class Bar:
    """How many people stand in one part of a scale; ``count`` is None where the number is held back."""

    words: str
    count: int | None
    held: Held = Held.SMALL


@dataclass(frozen=True, slots=True)
class Completeness:
    """Of how many people anything is known: could be asked, were asked, answered once, answered twice or more."""

    eligible: int | None
    asked: int | None
    once: int | None
    twice: int | None


@dataclass(frozen=True, slots=True)
class Distribution:
    """The answers of a team's people on one scale, in the order of the scale, never by size."""

    id: str
    title: str
    completeness: Completeness
    bars: tuple[Bar, ...]
    note: str = ""

    def __post_init__(self) -> None:
        shown = [bar.count for bar in self.bars if bar.count is not None]
        if any(0 < count < FEWEST_PEOPLE for count in shown):
            raise ValueError(
                f"{self.title}: a number under {FEWEST_PEOPLE} must be held back before it is drawn"
            )


@dataclass(frozen=True, slots=True)
class BarDrawing:
    """One bar of 0 to 100 units; a number held back has no length."""

    bar: Bar
    length: float


def bars(distribution: Distribution) -> Sequence[BarDrawing]:
    """Give each bar its length, the longest being 100."""
    most = max((bar.count or 0 for bar in distribution.bars), default=0)
    return [
        BarDrawing(bar, round(100 * (bar.count or 0) / most, 1) if most else 0.0) for bar in distribution.bars
    ]
