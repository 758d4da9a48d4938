"""Relations between categories as sentences, and as a drawing that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ownwords.inquiry.method.relating.drawing import drawn, in_lines
from ownwords.inquiry.method.relating.parts import HEIGHT, WIDTH, Edge, Kind, Node
from ownwords.inquiry.models import Category, Relation

LINE_HEIGHT = 18


@dataclass(frozen=True, slots=True)
class Said:
    """A relation with its sentence."""

    relation: Relation
    words: str


@dataclass(frozen=True, slots=True)
class BoxShown:
    """A box: its corner, its lines of words with the height of each, whether it is the core, and its category."""

    x: int
    y: int
    lines: Sequence[tuple[float, str]]
    core: bool
    category: Category


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line with the number of its sentence."""

    path: str
    kind: str
    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DrawingShown:
    """The drawing; boxes are all of one size."""

    boxes: Sequence[BoxShown]
    lines: Sequence[LineShown]
    width: int
    height: int
    box_width: int = WIDTH
    box_height: int = HEIGHT


def sentences(relations: Iterable[Relation]) -> list[Said]:
    """Return each relation as a sentence."""
    return [Said(one, sentence(one)) for one in relations]


def sentence(relation: Relation) -> str:
    """Return what one category is to another, in words."""
    words = _("“%(of)s” %(is)s “%(to)s”.")
    kind = relation.get_kind_display()
    return words % {"of": relation.of.code.name, "is": kind, "to": relation.to.code.name}


def diagram(categories: Sequence[Category], relations: Sequence[Relation]) -> DrawingShown:
    """Return the drawing of categories; lines carry the numbers of the relations, from 1."""
    nodes = [Node(str(one.id), one.code.name, one.core) for one in categories]
    edges = [Edge(str(one.of_id), str(one.to_id), Kind(one.kind)) for one in relations]
    found = drawn(nodes, edges)
    boxes = [
        BoxShown(box.left, box.top, _words(box.top, box.node.name), box.node.core, one)
        for box, one in zip(found.boxes, categories, strict=True)
    ]
    lines = [
        LineShown("M" + "L".join(f"{x} {y}" for x, y in one.points), one.edge.kind, place, *one.number_at)
        for place, one in enumerate(found.lines, 1)
    ]
    return DrawingShown(boxes, lines, found.width, found.height)


def _words(top: int, name: str) -> list[tuple[float, str]]:
    lines = in_lines(name)
    first = top + HEIGHT / 2 - (len(lines) - 1) * LINE_HEIGHT / 2 + 5
    return [(first + place * LINE_HEIGHT, words) for place, words in enumerate(lines)]
