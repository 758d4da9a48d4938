"""What is drawn, and what a drawing is made of. Places and sizes are in units of the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

WIDTH, HEIGHT = 184, 64
ACROSS, DOWN = 68, 40
"""Space between columns, where lines go down, and between rows, where they go across."""


class Kind(StrEnum):
    """What one category is to another (axial coding after Strauss and Corbin; inquiry 2.2)."""

    CONDITION = "condition"
    ACTION = "action"
    CONSEQUENCE = "consequence"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Node:
    """A category: a key, its name, whether it is the core."""

    key: str
    name: str
    core: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """One category is something to another. Raises ValueError where both are one."""

    of: str
    to: str
    kind: Kind

    def __post_init__(self) -> None:
        if self.of == self.to:
            raise ValueError("a category is not related to itself")


@dataclass(frozen=True, slots=True)
class Box:
    """A category in its cell of the drawing; columns and rows count from 0."""

    node: Node
    column: int
    row: int

    @property
    def left(self) -> int:
        """The left side."""
        return ACROSS + self.column * (WIDTH + ACROSS)

    @property
    def top(self) -> int:
        """The upper side."""
        return DOWN + self.row * (HEIGHT + DOWN)


@dataclass(frozen=True, slots=True)
class Line:
    """A relation as a run of straight pieces from one box to the other, and where its number stands."""

    edge: Edge
    points: Sequence[tuple[float, float]]
    number_at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes and lines in the order of what was given, and the size of the whole."""

    boxes: Sequence[Box]
    lines: Sequence[Line]
    width: int
    height: int
